import { eld } from 'eld/small';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessLanguage } from '../../src/measures/languageModel.ts';

/** What the package itself says, in our words. */
function guessOfEld(text: string): { language: string | undefined; reliable: boolean } {
  const result = eld.detect(text);
  return { language: result.language || undefined, reliable: result.isReliable() };
}

const WORDS = [
  ..."the question don't and wie für Straße c’est été l`eau niño où para não İstanbul değil ılık jsem được ŝi".split(
    ' ',
  ),
  ..."ΟΔΟΣ Σίσυφος привет Як что مرحبا میں है नहीं 東京 です 你好 배터리 สวัสดี ǰ ʃən Ԁ ܐ 𐐀 😀 ٣ 12 _ - ' ` ’".split(' '),
  ...['\ud800', '\udc00'],
];

describe('guessLanguage says what eld says', () => {
  /** No n-gram of it is in the tables. */
  const unknown = 'q'.repeat(75);
  const sentence = 'This is a sentence of which it is easy to see the language. ';

  test.each([
    ['nothing', ''],
    ['nothing but what parts words', ' .,;:!? 123 \n'],
    ['one letter', 'a'],
    ['two n-grams, too few to rely on', 'ist nicht'],
    ['three of them', 'ist nicht und'],
    ['a word twice counts once', 'nicht nicht nicht ist und und'],
    ['a score just high enough to rely on', 'ist det le wq qqq'],
    ['a score just too low', 'qqq где die jest eller ve'],
    ['words of one to six letters', 'i am the only eight person'],
    ['apostrophes in, before and behind words', "'tis the dogs' bone, isn't it? rock 'n' roll ''' `x` l’été d’’or '"],
    ['a run of apostrophes longer than is read', `${"'".repeat(500)}and`],
    ['capital sigma in the middle and at the end', "ΟΔΟΣ ΟΣΟ Σ ΑΣ'Α ΑΣ' ΣΣΣ ΑΣ.Α 𐐀Σ ʰΣ"],
    ['capital dotted i, two units in lower case', 'İSTANBUL İİİ BİR İ'],
    ['bytes that eld does not tell from a space', 'abcʃ abc ʃabcd abʃabʃ ab'],
    ['surrogates alone and in pairs', 'is\ud800this \udc00the 😀end\ud83d'],
    ['a word of 70 letters, its end well known', `${unknown.slice(0, 66)}keit`],
    ['words of 71, 72 and 73 letters', [71, 72, 73].map((length) => 'abcde'.repeat(20).slice(0, length)).join(' ')],
    ['long words with the same end, which counts once', `dass ${unknown} ${unknown} ${unknown}`],
    ['long words with different ends', `dass ${unknown} ${unknown}q ${unknown}qq`],
    ['more than 350 bytes', sentence.repeat(8)],
    ['one word of more than 380 bytes', 'été'.repeat(200)],
    ['381 bytes, the last one of letters', `${'q'.repeat(349)} ${'q'.repeat(27)}lerin`],
    ['381 bytes, the last one of apostrophes', `${'q'.repeat(349)} ${'q'.repeat(27)}der''''und`],
    ['381 bytes, the last one half of what a capital dotted i becomes', `${'q'.repeat(348)} ${'q'.repeat(28)}lerİİİ`],
    ['1000 units, most of which part words', `the ${' '.repeat(980)} und zwar ich`],
    ['1000 units, the last an apostrophe', `${' '.repeat(990)}the ab''' und`],
    ['1000 units, the last a capital sigma', `${' '.repeat(996)}ΟΔΟΣΑΣ`],
  ])('%s', (_, text) => {
    expect(guessLanguage(text)).toMatchObject(guessOfEld(text));
    // Nothing of a text is left for the next one.
    expect(guessLanguage(text)).toMatchObject(guessOfEld(text));
  });

  test('for every UTF-16 unit, alone and in words', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const sign = String.fromCharCode(unit);
      const text = `ab${sign}cd the${sign} ${sign}words ${sign}${sign}`;
      const [ours, theirs] = [guessLanguage(text), guessOfEld(text)];
      if (ours.language !== theirs.language || ours.reliable !== theirs.reliable) expect(ours, text).toEqual(theirs);
    }
  });

  const word = fc.constantFrom(...WORDS);
  const written = fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '', '-', "'", '\n')).map((parts) => parts.join(''));
  const texts = {
    'any units': fc.string({ unit: 'binary', maxLength: 600, size: 'max' }),
    'any graphemes': fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' }),
    'words of several scripts': fc.array(written, { maxLength: 150, size: 'max' }).map((parts) => parts.join('')),
    'words of one language': fc
      .tuple(word, word, word)
      .chain((few) => fc.array(fc.constantFrom(...few), { maxLength: 60, size: 'max' }))
      .map((parts) => parts.join(' ')),
    'long words': fc
      .array(fc.string({ unit: word, maxLength: 40, size: 'max' }), { maxLength: 8 })
      .map((parts) => parts.join(' ')),
  };

  test.each(Object.entries(texts))('%s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (text) => {
        expect(guessLanguage(text)).toMatchObject(guessOfEld(text));
      }),
      { numRuns: 1000 },
    );
  });
});
