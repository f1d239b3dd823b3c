import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRow } from '../../../src/engine/containers/csvRow.ts';
import { NASTY_TEXTS } from '../../formats/torture.ts';

const texts = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS.map((text) => text.toWellFormed())),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '=', '+', '@', '＝', '\t', ' ', 'a', '\u2028') }),
);

test('rows are those of csv-stringify', () => {
  const values = fc.array(fc.oneof(texts, fc.integer()), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(values, fc.boolean(), (cells, escape_formulas) => {
      const columns = cells.map((_, place) => ({ name: `c${place}`, type: 'string' as const }));
      const row = Object.fromEntries(cells.map((cell, place) => [`c${place}`, cell]));
      const form = { eof: false, record_delimiter: '\n', quote_record_delimiter: true, escape_formulas };
      expect(csvRow(JSON.stringify(row), columns, escape_formulas)).toBe(
        stringify([cells], { ...form, quoted_empty: cells.length === 1 }),
      );
    }),
    { numRuns: 1000 },
  );
});

test('truth is a word', () => {
  expect(
    csvRow(
      '{"a":true,"b":false}',
      [
        { name: 'a', type: 'boolean' },
        { name: 'b', type: 'boolean' },
      ],
      true,
    ),
  ).toBe('true,false');
});
