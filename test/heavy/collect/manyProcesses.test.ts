import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, type LoggerTask, lineOf, NOON } from './lines.ts';
import { buildLogger, type Logger, linesIn } from './loggers.ts';

const root = mkdtempSync(join(tmpdir(), 'curate-collect-'));
let start: (task: LoggerTask) => Logger;

beforeAll(async () => {
  start = await buildLogger(root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each([1, 64])('eight processes, %i callers each: 400,000 lines, each whole and once', async (together) => {
  const folder = join(root, `callers-${together}`);
  const task = { folder, durability: 'os', count: 50_000, size: 1000, together, now: NOON, tell: false } as const;
  const loggers = Array.from({ length: 8 }, (_, n) => start({ ...task, name: `p${n}` }));
  expect(await Promise.all(loggers.map(({ done }) => done))).toEqual(Array(8).fill(0));
  const seen = new Set<string>();
  let [lines, empty] = [0, 0];
  for await (const line of linesIn(join(folder, `conversations_${DAY}.jsonl`))) {
    if (line === '') {
      empty++; // behind what looked torn, since it was being written
      continue;
    }
    lines++;
    const { id } = JSON.parse(line);
    if (line !== lineOf(id, task.size)) throw new Error(`${id} is not as it was written`);
    seen.add(id);
  }
  expect({ lines, ids: seen.size }).toEqual({ lines: 400_000, ids: 400_000 });
  process.stderr.write(`${empty} empty lines between them\n`);
  rmSync(folder, { recursive: true });
});
