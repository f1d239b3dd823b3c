import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GIVEN_NAMES } from '../../src/pipeline/scrub/person/givenNames.ts';
import { ORDINARY_WORDS } from '../../src/pipeline/scrub/person/ordinaryWords.ts';
import { hashOf, WordTable } from '../../src/pipeline/scrub/person/wordTable.ts';

test('a table of words gives what a map would', () => {
  const words = fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 255 })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(words, fc.string(), (entries, before) => {
      const table = new WordTable();
      const map = new Map<string, number>();
      for (const [word, value] of entries) {
        table.set(word, value);
        map.set(word.toLowerCase(), value);
      }
      for (const [word] of [...entries, ['Zorvan', 0] as const]) {
        const text = `${before}${word}.`;
        const found = table.get(text, before.length, before.length + word.length);
        expect(found).toBe(map.get(word.toLowerCase()) ?? 0);
      }
    }),
  );
});

test('words are the same in capitals, with a curly apostrophe, and with the Turkish İ', () => {
  const same = (one: string, other: string) => hashOf(one, 0, one.length) === hashOf(other, 0, other.length);
  expect(same('ÉVA', 'éva')).toBe(true);
  expect(same('Ωμέγα', 'ωμέγα')).toBe(true);
  expect(same('I’m', "i'm")).toBe(true);
  expect(same('İbrahim', 'ibrahim')).toBe(true);
  expect(same('eva', 'éva')).toBe(false);
});

test('no two words of the lists have the same hash', () => {
  const words = new Set(`${GIVEN_NAMES} ${ORDINARY_WORDS}`.trim().split(/\s+/));
  expect(new Set(Array.from(words, (word) => hashOf(word, 0, word.length))).size).toBe(words.size);
});
