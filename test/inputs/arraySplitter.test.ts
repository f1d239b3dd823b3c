import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArraySplitter } from '../../src/inputs/arraySplitter.ts';
import { Kept, pushInChunks } from './sink.ts';

function split(text: string, sizes: readonly number[] = [3], maxBytes = 10_000): Kept {
  const kept = new Kept();
  pushInChunks(new ArraySplitter(maxBytes, kept), Buffer.from(text, 'utf8'), sizes);
  return kept;
}

const parsed = (text: string): unknown => JSON.parse(Buffer.from(text, 'latin1').toString('utf8'));

const nastyString = fc.oneof(
  fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', '\\', ',', ':', ' ', '\n', 'a', 'é', '😀') }),
  fc.constantFrom('\\"', ']', '[{', '\\\\', '"],['),
);
const element = fc.oneof(
  fc.jsonValue({ stringUnit: 'grapheme' }),
  fc.dictionary(nastyString, fc.oneof(nastyString, fc.array(nastyString))),
);
const chunkSizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

describe('ArraySplitter', () => {
  test('finds the elements that JSON.parse finds, compact or spread out, whatever the chunks', () => {
    fc.assert(
      fc.property(
        fc.array(element, { maxLength: 8 }),
        fc.constantFrom('', ' ', '\t', '  '),
        fc.constantFrom('', '\ufeff', '\r\n ', '\ufeff\n'),
        fc.constantFrom('', '\n', ' \r\n\t'),
        chunkSizes,
        (elements, indent, head, tail, sizes) => {
          const text = head + JSON.stringify(elements, null, indent) + tail;
          const { records, problems } = split(text, sizes);
          expect(records.map((record) => parsed(record.text))).toEqual(JSON.parse(JSON.stringify(elements)));
          expect(problems).toEqual([]);
          for (const record of records) {
            expect(record.ended).toBe(true);
            // The write phase reads the element again at its offset.
            const bytes = Buffer.from(text, 'utf8').subarray(record.offset, record.offset + record.text.length);
            expect(bytes.toString('latin1')).toBe(record.text);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  const broken: readonly (readonly [string, string, readonly string[], readonly (readonly [string, number])[]])[] = [
    ['an empty array', '[]', [], []],
    ['an empty array with white space', ' [ \n ] ', [], []],
    ['an empty element', '[1,,2]', ['1', '2'], [['empty_element', 3]]],
    ['a comma at the start', '[,1]', ['1'], [['empty_element', 1]]],
    ['a trailing comma', '[1,2,]', ['1', '2'], [['empty_element', 5]]],
    [
      'a comma alone',
      '[ , ]',
      [],
      [
        ['empty_element', 2],
        ['empty_element', 4],
      ],
    ],
    ['not closed after an element', '[1,{"a":2}', ['1'], [['array_not_closed', 3]]],
    ['not closed after a comma', '[1,', ['1'], [['array_not_closed', 3]]],
    ['not closed inside a string', '[{"a":"b', [], [['array_not_closed', 1]]],
    ['not closed after a backslash', '["\\', [], [['array_not_closed', 1]]],
    ['only opened', '[', [], [['array_not_closed', 1]]],
    ['text after the array, told once', '[1] [2] [3]', ['1'], [['text_after_array', 4]]],
    ['a closing bracket too many inside an element', '[{"a":1}},2]', ['{"a":1}}', '2'], []],
    ['the wrong bracket closes', '[{"a":[1}],2]', ['{"a":[1}]', '2'], []],
    ['words instead of JSON', '[one, two words]', ['one', 'two words'], []],
    ['nothing at all', '', [], [['array_not_closed', 0]]],
  ];
  test.each(broken)('%s', (_note, text, records, problems) => {
    for (const size of [1, 2, 100]) {
      const kept = split(text, [size]);
      expect(kept.records.map((record) => record.text.trim())).toEqual(records);
      expect(kept.problems).toEqual(problems.map(([reason, offset]) => ({ reason, offset })));
    }
  });

  test('an element over the limit is told as such, and the others are found', () => {
    const { records, problems } = split(`[1, "${'x'.repeat(50)}", 3]`, [7], 20);
    expect(records.map(({ text }) => text)).toEqual(['1', '3']);
    expect(problems).toEqual([{ reason: 'too_long', offset: 4 }]);
  });

  const size = 1_000_000;
  test.each([
    ['opening brackets', '['.repeat(size)],
    ['quotes', `["${'\\"'.repeat(size / 2)}`],
    ['commas', `[${','.repeat(size)}`],
    ['closing brackets', `[${'}'.repeat(size)}`],
    ['white space', `[${' '.repeat(size)}`],
    ['small elements', `[${'1,'.repeat(size / 2)}1]`],
  ])('is linear on 1 MB of %s', (_note, text) => {
    const began = performance.now();
    const { records, problems } = split(text, [65_536], size * 2);
    expect(records.length + problems.length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(1500);
  });
});
