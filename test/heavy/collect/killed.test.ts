import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rewriteLog } from '../../../src/engine/forget/rewriteLog.ts';
import { inputFile } from '../../../src/inputs/files.ts';
import { DAY, type LoggerTask, lineOf, NOON } from './lines.ts';
import { buildLogger, type Logger } from './loggers.ts';

const root = mkdtempSync(join(tmpdir(), 'curate-killed-'));
let start: (task: LoggerTask) => Logger;

beforeAll(async () => {
  start = await buildLogger(root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Long lines: a short one is written in one go, whenever its writer is killed. */
const SIZE = 1_000_000;
const task = { durability: 'fsync', count: 1e9, size: SIZE, together: 4, now: NOON, tell: true } as const;

/** Checks a log against what was acknowledged. @returns how many of its lines are torn */
function tornLines(path: string, loggers: readonly Logger[]): number {
  const text = readFileSync(path, 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  const lines = new Set(text.split('\n'));
  const lost = loggers.flatMap(({ acknowledged }) => acknowledged.filter((id) => !lines.has(lineOf(id, SIZE))));
  expect(lost).toEqual([]);
  const torn = [...lines].filter((line) => line !== '' && !line.endsWith('"}'));
  // Nobody's line stands behind what is torn, and none in the middle of another.
  expect([...lines].filter((line) => line.lastIndexOf('{"id"') > 0).map(({ length }) => length)).toEqual([]);
  return torn.length;
}

test('killed at 50 random moments of a load with fsync: what was acknowledged is there, and the next closes off what is torn', async () => {
  const folder = join(root, 'kills');
  const loggers: Logger[] = [];
  for (let round = 0; round < 50; round++) {
    const logger = start({ ...task, folder, name: `r${round}` });
    loggers.push(logger);
    const until = Math.random() * 6;
    for (let waited = 0; logger.acknowledged.length <= until && waited < 5000; waited++) await wait(1);
    await wait(Math.random() * 5);
    logger.kill();
    expect(await logger.done).toBe(null);
  }
  const last = start({ ...task, folder, name: 'last', count: 3 });
  expect(await last.done).toBe(0);
  loggers.push(last);
  expect(loggers.flatMap(({ acknowledged }) => acknowledged).length).toBeGreaterThan(50);
  const torn = tornLines(join(folder, `conversations_${DAY}.jsonl`), loggers);
  process.stderr.write(`${torn} torn lines of 50 killed writers, each on its own\n`);
});

test('what killed writers leave torn among the lines of others takes none of those with it', async () => {
  const folder = join(root, 'survivors');
  const path = join(folder, `conversations_${DAY}.jsonl`);
  const survivor = { ...task, durability: 'os', size: 300, together: 1, folder } as const;
  const survivors = [1, 2, 3].map((n) => start({ ...survivor, name: `s${n}` }));
  for (let n = 0; n < 2000 && survivors.some(({ acknowledged }) => acknowledged.length === 0); n++) await wait(5);
  // The system seldom leaves a write half done, so the halves are made here.
  for (let round = 0; round < 100; round++) {
    appendFileSync(path, '{"id":"torn');
    await wait(35 + Math.random() * 5);
  }
  for (const logger of survivors) logger.kill();
  await Promise.all(survivors.map(({ done }) => done));
  expect(await start({ ...survivor, name: 'last', count: 1 }).done).toBe(0);
  const lines = readFileSync(path, 'latin1').split('\n');
  const whole = new Set(lines);
  const acknowledged = survivors.flatMap((logger) => logger.acknowledged);
  expect(acknowledged.length).toBeGreaterThan(1000);
  expect(acknowledged.filter((id) => !whole.has(lineOf(id, 300)))).toEqual([]);
  const torn = lines.filter((line) => line.startsWith('{"id":"torn'));
  const alone = torn.filter((line) => line === '{"id":"torn').length;
  process.stderr.write(
    `${alone} torn lines closed off; ${torn.length - alone} joined to a line that was then written once more\n`,
  );
});

test('four processes go on logging while a log is written anew 60 times: nothing acknowledged is lost', async () => {
  const folder = join(root, 'rewritten');
  const path = join(folder, `conversations_${DAY}.jsonl`);
  const loggers = [1, 2, 3, 4].map((n) =>
    start({ ...task, durability: 'os', size: 300, together: 1, folder, name: `w${n}` }),
  );
  for (let n = 0; n < 2000 && loggers.some(({ acknowledged }) => acknowledged.length === 0); n++) await wait(5);
  for (let round = 0; round < 60; round++) {
    const file = { ...inputFile(path, folder), kind: 'conversations', growing: true } as const;
    const nothing = { ranges: [], lines: [], malformed: [], total: 0, unread: undefined, damaged: false };
    await rewriteLog({ file, ...nothing }, [], () => {});
    await wait(10);
  }
  for (const logger of loggers) logger.kill();
  await Promise.all(loggers.map(({ done }) => done));
  const last = start({ ...task, size: 300, folder, name: 'last', count: 1 });
  await last.done;
  const lines = new Set(readFileSync(path, 'utf8').split('\n'));
  const acknowledged = loggers.flatMap((logger) => logger.acknowledged);
  expect(acknowledged.length).toBeGreaterThan(1000);
  expect(acknowledged.filter((id) => !lines.has(lineOf(id, 300)))).toEqual([]);
});

test.each(['os', 'batch', 'fsync'] as const)(
  'a chatbot that closes nothing ends by itself, and loses nothing (%s)',
  async (durability) => {
    const folder = join(root, durability);
    const began = performance.now();
    const logger = start({ ...task, durability, folder, name: 'only', count: 100, close: false });
    expect(await logger.done).toBe(0);
    // A line may wait for 60 seconds: what waits for that must keep no process.
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(logger.acknowledged).toHaveLength(100);
    tornLines(join(folder, `conversations_${DAY}.jsonl`), [logger]);
  },
);
