import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DailyFiles } from '../../src/collect/dailyFiles.ts';
import { LineReader } from '../../src/engine/surveyTask.ts';
import { inputFile } from '../../src/inputs/files.ts';
import { readRecords } from '../../src/inputs/readRecords.ts';

test('the pipeline reads each line as it was written, and counts what was torn as malformed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'curate-read-back-'));
  try {
    const now = (): number => Date.parse('2026-03-04T12:00:00Z');
    const settings = { sync_every_ms: 1000, timeout_ms: 2000, max_waiting_bytes: 1e6 };
    const files = new DailyFiles({ folder, stem: 'conversations', durability: 'os', now, ...settings });
    const path = join(folder, 'conversations_2026-03-04.jsonl');
    const written: object[] = [];
    for (const text of ['plain', 'ümläut 🦊', 'a\nb\u2028c\u0000', '"\\', 'x'.repeat(100_000)]) {
      const line = { id: String(written.length), text };
      written.push(line);
      await files.append(JSON.stringify(line));
      appendFileSync(path, '{"id":"torn","text":"ab');
    }
    await files.append(JSON.stringify({ last: true }));
    await files.close();
    const read: object[] = [];
    const reader = new LineReader(inputFile(path, folder), (line) => {
      read.push(line);
      return undefined;
    });
    await readRecords(inputFile(path, folder), { start: 0, end: Number.POSITIVE_INFINITY }, 1e6, reader);
    expect(read).toEqual([...written, { last: true }]);
    expect(reader.counts).toMatchObject({ records: 6, malformed: 5, pending: 0, blank: 0 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
