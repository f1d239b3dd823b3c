import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords, wordsOf } from '../../src/measures/words.ts';

/** The same words by a Unicode regex: slow, and plain to read. */
const SIGN =
  '(?=\\p{L})[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30fc\\uff70]';
const LETTER = `(?!${SIGN})[\\p{L}\\p{N}_]`;
const WORD = new RegExp(
  `${SIGN}\\p{M}*|${LETTER}(?:${LETTER}|\\p{M}|['’\\-\\u2010\\u2011\\u200c\\u200d](?=${LETTER}))*`,
  'gu',
);

test.each([
  ["Don't stop: it's a so-called 'quoted' word", ["Don't", 'stop', "it's", 'a', 'so-called', 'quoted', 'word']],
  ['wait -- what?! snake_case 3.14', ['wait', 'what', 'snake_case', '3', '14']],
  ['今天 ok很好', ['今', '天', 'ok', '很', '好']],
  ['スーパー', ['ス', 'ー', 'パ', 'ー']],
  ['नमस्ते दुनिया', ['नमस्ते', 'दुनिया']],
  ['ที่นี่', ['ที่', 'นี่']],
  ['𝒳 + 𐐷s 👍🏽', ['𝒳', '𐐷s']],
  ['', []],
])('%s', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

const character = fc.oneof(
  fc.constantFrom(..." \n.,-'’_\u200d\u0301\u0e31\ud800ab9é漢かー\u0e01"),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);

test('words are what the regex says, in any text', () => {
  fc.assert(
    fc.property(
      fc.array(character).map((all) => all.join('')),
      (text) => {
        expect(wordsOf(text)).toEqual(text.match(WORD) ?? []);
        expect(countWords(text)).toBe(wordsOf(text).length);
      },
    ),
    { numRuns: 2000 },
  );
});
