import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is measured: the service as users run it, or the floor. */
export interface ServerOptions {
  readonly name: string;
  readonly durability?: 'os' | 'fsync' | 'batch';
  /** Needs a token for every request. */
  readonly token?: string;
  readonly floor?: true;
}

/** A server in a process of its own, on an empty folder. */
export interface Server {
  readonly url: string;
  /** Resident memory, in megabytes. */
  memory(): number;
  /** Of that, what the code that serves has on its heap; the rest is its stack, buffers, and the thread that takes statistics. */
  heap(): Promise<number>;
  /** Processor time since it began, in seconds: of all its threads, and of the one that serves. */
  processorTime(): { readonly all: number; readonly serving: number };
  /** Lines in the files that it wrote. */
  lines(): number;
  stop(): Promise<void>;
}

/** @param profile a folder for a profile of the processor, written when it stops */
export async function startServer(options: ServerOptions, profile?: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'curate-bench-service-'));
  const port = await freePort();
  const preload = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const child = spawn(process.execPath, [...preload, ...programOf(options, folder, port)], {
    cwd: folder,
    // Where nobody reads it, writing costs what it costs, and fills nothing.
    stdio: 'ignore',
    env: { ...process.env, ...(options.token === undefined ? {} : { CURATE_TOKENS: `write:${options.token}` }) },
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/healthz`, child);
  const proc = `/proc/${child.pid}`;
  return {
    url: options.floor ? url : `${url}/v1/conversations`,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`${proc}/status`, 'utf8'))?.[1]) / 1024,
    heap: async () => {
      const text = await (await fetch(`${url}/metrics`)).text();
      return Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(text)?.[1]) / 1e6;
    },
    processorTime: () => ({ all: timeIn(`${proc}/stat`), serving: timeIn(`${proc}/task/${child.pid}/stat`) }),
    lines: () => linesIn(options.floor ? folder : join(folder, 'data/training_logs')),
    stop: async () => {
      await ended(child);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Linux counts in hundredths of a second (man 5 proc: utime and stime). */
function timeIn(file: string): number {
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function programOf({ floor, durability = 'os' }: ServerOptions, folder: string, port: number): string[] {
  if (floor) return [fileURLToPath(new URL('./floor.js', import.meta.url)), folder, String(port)];
  const config = join(folder, 'bench.yaml');
  writeFileSync(config, `collect:\n  durability: ${durability}\nserve:\n  max_requests_per_minute: null\n`);
  const program = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
  return [program, 'serve', '--config', config, '--data', join(folder, 'data'), '--port', String(port)];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + 20_000;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended with ${child.exitCode}.`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${child.spawnargs.join(' ')} does not answer.`);
}

async function ended(child: ChildProcess): Promise<void> {
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGINT');
  await closed;
}

function linesIn(folder: string): number {
  const buffer = Buffer.alloc(1 << 20);
  let lines = 0;
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl'))) {
    const file = openSync(join(folder, name), 'r');
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      const bytes = buffer.subarray(0, length);
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
    }
    closeSync(file);
  }
  return lines;
}
