import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DailyFiles } from '../../src/collect/dailyFiles.ts';
import { rewriteLog } from '../../src/engine/forget/rewriteLog.ts';
import type { Removal } from '../../src/engine/forget/search.ts';
import { inputFile } from '../../src/inputs/files.ts';

const NAME = 'conversations_2026-03-04.jsonl';
const FORGOTTEN = '{"id":"forgotten"}';

/** What `curate forget` does to a log whose first line goes. */
function removalOf(folder: string): Removal {
  const file = { ...inputFile(join(folder, NAME), folder), kind: 'conversations', growing: true } as const;
  const ranges = [0, FORGOTTEN.length];
  return { file, ranges, lines: [1], malformed: [], total: 1, unread: undefined, damaged: false };
}

test('what is acknowledged while a log is written anew again and again is there, each line on its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'curate-rewritten-'));
  try {
    writeFileSync(join(folder, NAME), `${FORGOTTEN}\n`);
    const settings = { folder, stem: 'conversations', sync_every_ms: 10, timeout_ms: 5000, max_waiting_bytes: 1e7 };
    const now = (): number => Date.parse('2026-03-04T12:00:00Z');
    const loggers = [1, 2, 3].map(() => new DailyFiles({ ...settings, durability: 'os', now }));
    const acknowledged = new Set<string>();
    let rewriting = true;
    const writers = loggers.map(async (logger, writer) => {
      for (let n = 0; rewriting; n++) {
        const lines = Array.from({ length: 1 + (n % 3) }, (_, at) => JSON.stringify({ id: `${writer}-${n}-${at}` }));
        await Promise.all(lines.map((line) => logger.append(line).then(() => acknowledged.add(line))));
      }
    });
    for (let round = 0; round < 12; round++) {
      await rewriteLog(removalOf(folder), [], () => {});
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    rewriting = false;
    await Promise.all(writers);
    await Promise.all(loggers.map((logger) => logger.close()));
    const lines = readFileSync(join(folder, NAME), 'utf8').split('\n');
    expect(lines.shift()?.trim()).toBe('');
    expect(lines.pop()).toBe('');
    const found = new Set(lines);
    expect([...acknowledged].filter((line) => !found.has(line))).toEqual([]);
    expect(lines.filter((line) => line !== '' && !acknowledged.has(line))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(20);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
