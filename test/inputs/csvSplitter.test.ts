import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCells } from '../../src/inputs/csvCells.ts';
import { CsvSplitter } from '../../src/inputs/csvSplitter.ts';
import { Kept, pushInChunks } from './sink.ts';

function split(text: string, sizes: readonly number[] = [3], maxBytes = 10_000): Kept {
  const kept = new Kept();
  pushInChunks(new CsvSplitter(maxBytes, kept), Buffer.from(text, 'utf8'), sizes);
  return kept;
}

const utf8 = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('utf8');
const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', '0', 'é', '😀', ';', "'") });
const rows = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }));
const chunkSizes = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 });

describe('CSV', () => {
  test('what csv-stringify writes comes back, cell by cell, whatever the chunks', () => {
    fc.assert(
      fc.property(rows, chunkSizes, fc.boolean(), (table, sizes, eof) => {
        // A row that is one empty cell is written as nothing, which no reader can tell from the end of the file.
        fc.pre(table.every((row) => row.join('') !== '' || row.length > 1));
        const text = stringify(table, { eof, record_delimiter: '\n', quote_record_delimiter: true });
        const { records, problems } = split(text, sizes);
        expect(problems).toEqual([]);
        expect(records.map((record) => csvCells(utf8(record.text)))).toEqual(table);
      }),
    );
  });

  test('any bytes are cut without loss, and cells hold every letter', () => {
    fc.assert(
      fc.property(cell, chunkSizes, (text, sizes) => {
        const { records } = split(text, sizes);
        const ends = text.endsWith('\n') && records.at(-1)?.ended === true ? '\n' : '';
        expect(records.map((record) => utf8(record.text)).join('\n') + ends).toBe(text);
        const letters = (part: string): string => part.replaceAll(/[",]/g, '');
        for (const record of records) expect(letters(csvCells(record.text).join(''))).toBe(letters(record.text));
      }),
    );
  });

  test('rows stand where they begin; one that is too long is told, and the next is read', () => {
    const { records, problems } = split(`a,b\n"${'x'.repeat(50)}\n",y\nc,d\n`, [7], 20);
    expect(records.map(({ text, offset }) => [text, offset])).toEqual([
      ['a,b', 0],
      ['c,d', 60],
    ]);
    expect(problems).toEqual([{ reason: 'too_long', offset: 4 }]);
  });

  test.each([
    ['', ['']],
    ['a,', ['a', '']],
    [',', ['', '']],
    ['"a""b",c', ['a"b', 'c']],
    ['a"b,c', ['a"b', 'c']],
    ['"a"b,c', ['ab', 'c']],
    ['"open, to the end', ['open, to the end']],
  ])('%j has the cells %j', (row, cells) => {
    expect(csvCells(row)).toEqual(cells);
  });
});
