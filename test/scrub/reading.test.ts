import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marksOf } from '../../src/pipeline/scrub/reading/kinds.ts';
import { longTextTraits } from '../../src/pipeline/scrub/reading/longTextTraits.ts';
import { readText } from '../../src/pipeline/scrub/reading/readText.ts';
import type { Traits } from '../../src/pipeline/scrub/reading/traits.ts';
import { MAX_UNITS } from '../../src/pipeline/scrub/reading/units.ts';
import { scrubberOf } from './marked.ts';
import { mixedTexts } from './mixedTexts.ts';

/** The traits once more, by regular expressions. */
function traitsByPattern(text: string): Traits {
  const matches = (pattern: RegExp) => text.match(pattern) ?? [];
  const most = (pattern: RegExp, count: (match: string) => number) => Math.max(0, ...matches(pattern).map(count));
  const countOf = (part: RegExp) => (match: string) => match.match(part)?.length ?? 0;
  const { numbers, tokens } = longTextTraits(text);
  return {
    digits: matches(/[0-9]/g).length,
    digitsInRow: most(/[0-9](?:[ ()./\r\n-]{0,3}[0-9])*/g, countOf(/[0-9]/g)),
    dottedNumbers: most(/[0-9]+(?:\.[0-9]+)*/g, (match) => match.split('.').length),
    colonsInRow: most(/:(?:[^:]{0,4}:)*/g, countOf(/:/g)),
    token: most(/[A-Za-z0-9_-]+/g, (match) => (/[0-9]|.[A-Z]/.test(match) ? match.length : 0)),
    spelledSigns: / dot |[([{] ?at ?[)\]}]/i.test(text),
    coded:
      /&[#a-z]|%[0-9a-f]{2}|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u20e3|\ud835/i.test(
        text,
      ) || /(?![0-9])[\u0080-\ud7ff]/u.test(text.replace(/\P{Nd}/gu, '')),
    marks: marksOf(text),
    capitals: capitalsByPattern(text),
    numbers,
    tokens,
  };
}

/** Scripts with capitals are below U+0590 and from U+1E00 to U+1FFF; those of East Asia have no letters here. */
const LETTER = '[[\\p{L}\\p{M}\\p{N}_]&&[\\0-\u058f\u1e00-\u1fff]]|[\u0590-\u1dff\u2c00-\u2dff]';
const FIRST_CAPITAL = new RegExp(`(?<!${LETTER})[[\\p{Lu}\\p{Lt}]&&[\\0-\u058f\u1e00-\u1fff]]`, 'gv');

function capitalsByPattern(text: string): number[] {
  return Array.from(text.matchAll(FIRST_CAPITAL), ({ index }) => index);
}

test('words with a capital begin where they do, in all scripts that have some', () => {
  const { capitals } = readText('Ann, Éva-Žofie and Ωmega (Ёлка) a-B iPhone 2Pac x_Y 我认识Anna Dot D').traits;
  expect(capitals).toEqual([0, 5, 9, 19, 26, 34, 55, 60, 64]);
});

test('the traits are what patterns make of the text', () => {
  fc.assert(
    fc.property(fc.oneof(mixedTexts, fc.string({ unit: 'binary' })), (text) => {
      const { folded, traits } = readText(text);
      expect({ ...traits }).toEqual(traitsByPattern(folded));
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ['spaces', '\u00a0\u2000\u200a\u202f\u205f\u3000', '      '],
  ['hyphens and minus', '\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63', '-------'],
  ['digits', '٠٩ ۰۹ ०९ ０９', '09 09 09 09'],
  ['full-width signs', '！＠～Ａｚ', '!@~Az'],
  ['what is among others', 'naïve – ｂ', 'naïve - b'],
  [
    'nothing else',
    'naïve “quotes” — 你好 \u200b\u2014\u2211\u065f\uff5f',
    'naïve “quotes” — 你好 \u200b\u2014\u2211\u065f\uff5f',
  ],
])('folds %s', (_name, text, folded) => {
  expect(readText(text).folded).toBe(folded);
});

test('a text that follows a longer one has nothing of it', () => {
  readText('tel 4155550123, ann@example.com');
  const { traits } = readText('tel 41');
  expect(traits.numbers).toEqual([{ start: 4, end: 6 }]);
  expect(traits).toMatchObject({ digits: 2, digitsInRow: 2, marks: 0 });
});

test.each([
  ['as they stand', (text: string) => text],
  ['with what must be folded', (text: string) => text.replaceAll(' ', '\u00a0')],
])('texts longer than the table are scrubbed like others, %s', (_name, disguise) => {
  const scrub = scrubberOf();
  const long = disguise('one or two words. '.repeat(MAX_UNITS / 16));
  const message = `${disguise('ann@example.com, 4111 1111 1111 1111, +1 415 555 0123, GB82 WEST 1234 5698 7654 32')}.`;
  const scrubbed = '[EMAIL],X[CREDIT_CARD],X[PHONE],X[IBAN].'.replaceAll('X', disguise(' '));
  expect(long.length).toBeGreaterThan(MAX_UNITS);
  expect(scrub(long)).toBe(long);
  expect(scrub(long + message)).toBe(long + scrubbed);
  const onTheEdge = long.slice(0, MAX_UNITS - message.length);
  for (const filler of [onTheEdge, `${onTheEdge}.`, `${onTheEdge}, `])
    expect(scrub(`${filler.slice(0, -1)} ${message}`)).toBe(`${filler.slice(0, -1)} ${scrubbed}`);
});
