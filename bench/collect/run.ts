import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DailyFiles } from '../../src/collect/dailyFiles.ts';
import { openCollector } from '../../src/collect/openCollector.ts';
import { defaultConfig } from '../../src/config/config.ts';

/**
 * What a line costs: `npm run bench:collect -- [LINES] [FOLDER]`. Lines of 2 KB, of one process. Held against a bare `writeSync`, which blocks
 * its caller, and against `appendFile` of node:fs/promises, which opens the file each time.
 */
const count = Number(process.argv[2] ?? 100_000);
const root = mkdtempSync(join(process.argv[3] ?? tmpdir(), 'curate-bench-'));
const line = JSON.stringify({
  conversation_id: 'c-1',
  user_message: 'x'.repeat(900),
  assistant_message: 'y'.repeat(1060),
});

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function print(what: string, value: number, unit: string): void {
  process.stdout.write(`${what.padEnd(60)} ${value.toFixed(value < 100 ? 1 : 0).padStart(10)} ${unit}\n`);
}

function printTimes(what: string, times: readonly number[]): number {
  const median = percentile(times, 0.5) * 1000;
  print(`${what}, median`, median, 'µs');
  print(`${what}, p99`, percentile(times, 0.99) * 1000, 'µs');
  return median;
}

async function timesOf(times: number, work: () => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < times + 200; n++) {
    const began = performance.now();
    await work();
    if (n >= 200) taken.push(performance.now() - began);
  }
  return taken;
}

/** One caller after the other, as many at once as a busy chatbot has. */
async function linesASecond(log: () => Promise<unknown>, callers: number): Promise<number> {
  const began = performance.now();
  let left = count;
  const caller = async (): Promise<void> => {
    while (left-- > 0) await log();
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return (count / (performance.now() - began)) * 1000;
}

async function measure(durability: 'os' | 'batch' | 'fsync', floor: number): Promise<void> {
  const options = { sync_every_ms: 1000, timeout_ms: 60_000, max_waiting_bytes: 1 << 30 };
  const files = new DailyFiles({ folder: join(root, durability), stem: 'conversations', durability, ...options });
  const few = durability === 'fsync' ? 1_000 : 10_000;
  const median = printTimes(`${durability}: one line, awaited`, await timesOf(few, () => files.append(line)));
  print(`${durability}: one line, awaited, to writeSync`, median / floor, '×');
  const holds: number[] = [];
  await timesOf(few, () => {
    const began = performance.now();
    const written = files.append(line);
    holds.push(performance.now() - began);
    return written;
  });
  printTimes(`${durability}: how long the call holds its caller`, holds);
  const together = await timesOf(100, () => Promise.all(Array.from({ length: 100 }, () => files.append(line))));
  printTimes(
    `${durability}: a line of 100 handed over together`,
    together.map((time) => time / 100),
  );
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (const callers of [64, 1000])
    print(`${durability}: ${callers} callers`, await linesASecond(() => files.append(line), callers), 'lines/s');
  delay.disable();
  print(`${durability}: how long others wait for the thread, p99`, delay.percentile(99) / 1000 - 1000, 'µs');
  await files.close();
}

/** The whole way of a conversation, with its checks, its id and its JSON. */
async function measureLogger(floor: number): Promise<void> {
  const { conversations, close } = await openCollector({ config: defaultConfig(), data: join(root, 'data') });
  const message = { user_message: 'x'.repeat(900), assistant_message: 'y'.repeat(1000), user_id: 'ada' };
  const median = printTimes(
    'ConversationLogger, os: one, awaited',
    await timesOf(10_000, () => conversations.log(message)),
  );
  print('ConversationLogger, os: one, awaited, to writeSync', median / floor, '×');
  for (const callers of [64, 1000]) {
    const rate = await linesASecond(() => conversations.log(message), callers);
    print(`ConversationLogger, os: ${callers} callers`, rate, 'conversations/s');
  }
  await close();
}

try {
  const descriptor = openSync(join(root, 'floor'), 'a');
  const bytes = Buffer.from(`${line}\n`);
  const floor = printTimes('writeSync on an open file', await timesOf(10_000, () => writeSync(descriptor, bytes)));
  closeSync(descriptor);
  printTimes(
    'appendFile of node:fs/promises',
    await timesOf(2_000, () => appendFile(join(root, 'other'), `${line}\n`)),
  );
  // First, as in a chatbot: behind 600,000 lines through DailyFiles the same call takes twice as long.
  await measureLogger(floor);
  for (const durability of ['os', 'batch', 'fsync'] as const) await measure(durability, floor);
} finally {
  rmSync(root, { recursive: true, force: true });
}
