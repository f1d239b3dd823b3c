import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parquetMetadata } from 'hyparquet';
import { expect, test } from 'vitest';
import type { Column } from '../../../src/formats/columnType.ts';
import { MESSAGES } from '../../../src/formats/columnType.ts';
import { csvRows } from './csvRows.ts';
import { fileOfRows, rowsOfFile, tables } from './written.ts';

const step = fc.integer({ min: 1, max: 5 });

test.each(['jsonl', 'json', 'parquet'] as const)('%s gives all rows back, whatever their types', async (container) => {
  await fc.assert(
    fc.asyncProperty(tables('nested'), step, async ({ columns, rows }, task) => {
      const file = await fileOfRows(container, columns, rows, task);
      if (rows.length > 0 || container === 'parquet') expect(await rowsOfFile(`a.${container}`, file)).toEqual(rows);
      else expect(file).toHaveLength(0);
    }),
    { numRuns: 300 },
  );
});

test('csv gives all rows back, each value as text', async () => {
  await fc.assert(
    fc.asyncProperty(tables('flat'), step, async ({ columns, rows }, task) => {
      const file = await fileOfRows('csv', columns, rows, task);
      if (rows.length > 0) expect(csvRows(file.toString('utf8'), columns)).toEqual(rows);
      else expect(file).toHaveLength(0);
    }),
    { numRuns: 300 },
  );
});

test.each(['jsonl', 'json', 'csv'] as const)('%s, compressed', async (container) => {
  const columns: Column[] = [{ name: 'text', type: 'string' }];
  const rows = [{ text: 'é' }, { text: '' }, { text: 'a\nb' }];
  expect(await rowsOfFile(`a.${container}.gz`, gzipSync(await fileOfRows(container, columns, rows)))).toEqual(rows);
});

const COLUMNS: Column[] = [{ name: 'messages', type: MESSAGES }];
const long = Array.from({ length: 30 }, (_, at) => ({
  messages: [
    { role: 'user', content: `${at}` },
    { role: 'assistant', content: 'é'.repeat(500_000) },
  ],
}));

test('row groups of Parquet are bounded, and the same however rows come', async () => {
  const whole = await fileOfRows('parquet', COLUMNS, long, long.length);
  expect(await fileOfRows('parquet', COLUMNS, long, 1)).toEqual(whole);
  const metadata = parquetMetadata(new Uint8Array(whole).buffer);
  expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([9, 9, 9, 3]);
  expect(await rowsOfFile('a.parquet', whole)).toEqual(long);
});

test('Parquet without rows knows its columns', async () => {
  const metadata = parquetMetadata(new Uint8Array(await fileOfRows('parquet', COLUMNS, [])).buffer);
  expect(Number(metadata.num_rows)).toBe(0);
  expect(metadata.schema.map(({ name }) => name)).toEqual(['root', 'messages', 'list', 'element', 'role', 'content']);
});
