import fc from 'fast-check';
import * as cl100k from 'gpt-tokenizer/encoding/cl100k_base';
import * as o200k from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { ENCODINGS, namedTokenizer } from '../../src/engine/tokenizer/namedTokenizer.ts';
import { BytePairs } from '../../src/measures/bytePairs.ts';
import type { RankedTokens } from '../../src/measures/pairRanks.ts';
import { countInParts } from '../../src/measures/tokenCounter.ts';
import { textsOfTheSample } from '../textsOfTheSample.ts';
import { anyText } from './anyText.ts';

const PLAIN = { disallowedSpecial: new Set<string>() };
const OTHERS = { o200k_base: o200k, cl100k_base: cl100k };

describe.each(ENCODINGS)('%s', (name) => {
  const count = namedTokenizer(name);
  const other = OTHERS[name];

  test('counts what gpt-tokenizer counts, on every text of the sample', () => {
    const texts = textsOfTheSample();
    expect(texts.length).toBeGreaterThan(4000);
    for (const text of texts) expect(count(text), text).toBe(other.encode(text, PLAIN).length);
  });

  test('and on anything else', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        // That package does not find U+FEFF in its own vocabulary, and U+0085 is white space to tiktoken's patterns alone.
        const known = text.replaceAll(/[\ufeff\u0085]/g, '');
        expect(count(known)).toBe(other.encode(known, PLAIN).length);
      }),
      { numRuns: 200 },
    );
  });

  // What a person keeps a finger on, and letters of scripts that part no words.
  test.each(['a', ' ', '-', '=', '\n', '漢', 'हि', 'ก', 'ab', '😀', '\u0301', 'Aa', "'s", '1', '\t ', 'ſ'])(
    'and on a run of %j',
    (unit) => {
      const text = unit.repeat(3000 / unit.length);
      expect(count(text)).toBe(other.encode(text, PLAIN).length);
    },
  );

  test('control tokens are text', () => {
    expect(count('<|endoftext|>')).toBeGreaterThan(1);
    expect(count('<|im_start|>user')).toBe(other.encode('<|im_start|>user', PLAIN).length);
  });

  test('a byte-order mark is the one token that it is in the vocabulary of tiktoken', () => {
    expect(count('\ufeff')).toBe(1);
  });

  // As tiktoken 0.14 (Python) counts them; the package that is compared with above reads them otherwise.
  test.each([
    [' \u0085😀', 4, 5],
    ['a \u0085a', 5, 5],
    ['a\u0085\u0085 b', 6, 6],
    [' \ufeffa', 2, 2],
    ['\ufeff\ufeff', 1, 2],
    ['x \ufeff y', 3, 3],
  ])('white space that is none elsewhere: %j', (text, o200k_base, cl100k_base) => {
    expect(count(text)).toBe({ o200k_base, cl100k_base }[name]);
  });

  test('nothing has no tokens', () => {
    expect(count('')).toBe(0);
  });

  // V8 gives up on the pattern at 16 million letters of a run, and on all that is counted at once runs out of memory.
  test('a run as long as the longest line is counted', () => {
    expect(count('漢'.repeat(5_000_000))).toBe(5_000_000 * count('漢'));
  });
});

describe('pieces that are cut', () => {
  // a, b, …, ab, abab, … as in a vocabulary that grew from text.
  const tokens: RankedTokens = ['a', 'b', 'ab', 'ba', 'abab', 'aa', 'aaaa', [0xe6, 0xbc], [0xa2], [0xe6], [0xbc], '漢'];
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'ab', '漢'), maxLength: 200 });

  test('give at most two tokens more or less a cut, whatever is in them', () => {
    const whole = new BytePairs(tokens, /\p{L}+/gu);
    fc.assert(
      fc.property(letters, fc.integer({ min: 8, max: 40 }), (text, longest) => {
        const cuts = Math.ceil(Buffer.byteLength(text) / (longest - 2));
        const cut = new BytePairs(tokens, /\p{L}+/gu, longest);
        expect(Math.abs(cut.count(text) - whole.count(text))).toBeLessThanOrEqual(2 * cuts);
      }),
    );
  });

  test('are not cut inside a character', () => {
    for (const longest of [3, 4, 5]) expect(new BytePairs(tokens, /\p{L}+/gu, longest).count('漢'.repeat(7))).toBe(7);
  });
});

test.each([
  ['abc😀d', 4, ['abc', '😀d']],
  ['one two three four', 13, ['one two three', ' four']],
  ['one two three four', 9, ['one two', ' three fo', 'ur']],
  ['one two  three', 9, ['one two  ', 'three']],
  ['a b cdefghijklm', 8, ['a b cdef', 'ghijklm']],
])('%j is counted in parts of at most %i', (text, longest, expected) => {
  const parts: string[] = [];
  countInParts(text, longest, (part) => parts.push(part));
  expect(parts).toEqual(expected);
});

test.each(ENCODINGS)('parts of words add up to the whole: %s', (name) => {
  const count = namedTokenizer(name);
  const long = textsOfTheSample().filter((text) => text.length > 200 && text.includes(' '));
  expect(long.length).toBeGreaterThan(500);
  const wrong = long.filter((text) => countInParts(text, 150, count) !== count(text));
  // Where there are no spaces for long (Japanese, paths) a cut stands elsewhere.
  expect(wrong.length / long.length).toBeLessThan(0.1);
});

test('parts divide no pair and lose nothing', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 2, max: 9 }), (text, longest) => {
      const found: string[] = [];
      countInParts(text, longest, (part) => found.push(part));
      expect(found.join('')).toBe(text);
      for (const part of found) expect(part.length).toBeLessThanOrEqual(longest);
      if (text.isWellFormed()) for (const part of found) expect(part.isWellFormed()).toBe(true);
    }),
  );
});
