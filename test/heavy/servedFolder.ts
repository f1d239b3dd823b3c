import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLI } from '../commands/program.ts';
import { Workdir } from '../commands/workdir.ts';

/** The built service in a process of its own. */
export interface Served {
  readonly port: number;
  readonly folder: Workdir;
  /** All that it has written to standard error so far. */
  told(): string;
  isRunning(): boolean;
  readonly pid: number;
  /** All lines of conversations. */
  lines(): string[];
  /** Ends it as Ctrl-C does. Gives the exit code. */
  stop(): Promise<number | null>;
}

/** Starts `curate serve` on an empty folder. @param serve the section of the config, as YAML. */
export async function serveFolder(
  serve: Readonly<Record<string, unknown>>,
  tokens: string | undefined,
): Promise<Served> {
  const folder = new Workdir().write({ 'serve.yaml': JSON.stringify({ serve: { port: 0, ...serve } }) });
  const child = spawn(process.execPath, [CLI, 'serve', '--config', 'serve.yaml', '--data', 'data'], {
    cwd: folder.path,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', ...(tokens === undefined ? {} : { CURATE_TOKENS: tokens }) },
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
  }
  const port = await portIn(child, () => told);
  return {
    port,
    folder,
    pid: child.pid ?? 0,
    told: () => told,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    lines: () => linesIn(join(folder.path, 'data/training_logs')),
    stop: () => stopped(child),
  };
}

async function portIn(child: ChildProcess, told: () => string): Promise<number> {
  const until = performance.now() + 60_000;
  while (performance.now() < until && child.exitCode === null) {
    const [, port] = /Listening at http:\/\/[\w.]+:(\d+)/.exec(told()) ?? [];
    if (port !== undefined) return Number(port);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The service does not listen: ${told()}`);
}

function stopped(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve(child.exitCode);
    child.once('close', (code) => resolve(code));
    child.kill('SIGINT');
  });
}

function linesIn(logs: string): string[] {
  const files = readdirSync(logs).filter((file) => file.startsWith('conversations_'));
  return files.flatMap((file) => readFileSync(join(logs, file), 'utf8').split('\n').slice(0, -1));
}
