import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkColumns } from '../../src/validate/columnProblems.ts';
import { addColumn, type ColumnNode, newColumn, noteValue } from '../../src/validate/columns.ts';
import { chat } from './clean.ts';
import { lines, placesOf, validated } from './validated.ts';

test('a file that is read in several ranges is told of by its own lines', async () => {
  const filler = 'word '.repeat(180);
  const rows = Array.from({ length: 11_000 }, (_, number) => ({
    messages:
      number === 10_000
        ? []
        : [{ role: 'user', content: `Question ${number}: ${filler}?` }, chat(number).messages[1] ?? {}],
    ...(number !== 9000 && { source: 'log' }),
    ref: number === 9500 ? '9500' : number,
    ...(number === 10_990 && { late: true }),
  }));
  rows[10_500] = rows[3] ?? rows[0] ?? { messages: [], ref: 0 };
  const text = lines(rows);
  expect(Buffer.byteLength(text)).toBeGreaterThan(2 * 4 * 1024 * 1024);
  const report = await validated({ 'a.jsonl': text });
  expect(placesOf(report)).toEqual([
    'error empty_messages a.jsonl:10001 messages',
    'error key_comes_late a.jsonl:10991 late',
    'error type_changes a.jsonl:9501 ref',
    'warning key_in_some_rows a.jsonl:9001 source',
    'warning duplicate a.jsonl:10501',
  ]);
  expect(report.problems.find(({ problem }) => problem === 'duplicate')?.places[0]?.note).toBe('as a.jsonl:4');
  expect(report.files).toMatchObject([{ lines: 11_000, rows: 11_000 }]);
});

const leaf = fc.constantFrom<unknown>('text', '2026-01-01', 4, true, null, [], {});
const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 2 }), fc.record({ a: leaf, b: leaf }, { requiredKeys: [] }));
const row = fc.record({ a: value, b: value, c: value }, { requiredKeys: [] });

/** The columns of rows that begin on this line. */
function columnsOf(rows: readonly object[], line: number): ColumnNode {
  const columns = newColumn();
  for (const [place, one] of rows.entries()) noteValue(columns, one, { line: line + place, offset: line + place });
  return columns;
}

function told(columns: ColumnNode): string[] {
  const problems: string[] = [];
  checkColumns({ file: 'f', split: undefined, columns, csv: false }, new Set(['a']), (...problem) =>
    problems.push(problem.join(' ')),
  );
  return problems.sort();
}

test('columns of two parts are those of the whole', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), fc.nat(8), (rows, cut) => {
      const first = columnsOf(rows.slice(0, cut), 1);
      addColumn(first, columnsOf(rows.slice(cut), 1), Math.min(cut, rows.length));
      expect(told(first)).toEqual(told(columnsOf(rows, 1)));
    }),
    { numRuns: 500 },
  );
});
