import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/measures/language.ts';
import { languageCode } from '../../src/measures/languageCode.ts';

describe('languageCode', () => {
  test.each([
    ['EN', 'en'],
    ['en-US', 'en'],
    ['en_us', 'en'],
    ['english', 'en'],
    [' English (UK) ', 'en'],
    ['US English', 'en'],
    ['de_DE.UTF-8', 'de'],
    ['fra', 'fr'],
    ['Français', 'fr'],
    ['nn', 'no'],
    ['Norwegian Bokmål', 'no'],
    ['zh-Hant-TW', 'zh'],
    ['Simplified Chinese', 'zh'],
    ['cmn', 'zh'],
    ['iw', 'he'],
    ['TLH', 'tlh'],
    ['', undefined],
    ['und', undefined],
    ['unknown', undefined],
    ['n/a', undefined],
    ['no idea', undefined],
    ['42', undefined],
    ['中文', undefined],
  ])('%s is %s', (label, code) => {
    expect(languageCode(label)).toBe(code);
  });

  test('what it gives it gives again, and never more than three letters of a log', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z]{2,3}([-_][a-zA-Z]{1,4})?$/)), (label) => {
        const code = languageCode(label);
        if (code === undefined) return;
        expect(code).toMatch(/^[a-z]{2,3}$/);
        expect(languageCode(code)).toBe(code);
      }),
    );
  });
});

describe('detectLanguage', () => {
  const folder = new URL('../../../shared/corpora/langid/lingua/', import.meta.url);
  const there = existsSync(folder);
  if (!there) process.stderr.write('passed over: the texts of lingua are not beside this checkout\n');

  function countsOf(kind: string): { readonly all: number; readonly right: number; readonly judged: number } {
    let [all, right, judged] = [0, 0, 0];
    for (const file of there ? readdirSync(new URL(kind, folder)) : []) {
      // eld calls both forms of Norwegian `no`
      const language = file.replace('.txt', '').replace('nb', 'no');
      for (const text of readFileSync(new URL(`${kind}/${file}`, folder), 'utf8')
        .split('\n')
        .filter(Boolean)) {
        const code = detectLanguage(text, 12);
        all += 1;
        right += code === language ? 1 : 0;
        judged += code === 'und' ? 0 : 1;
      }
    }
    return { all, right, judged };
  }

  test('98 of 100 sentences get their language, and 99 of 100 that get one the right one', () => {
    const { all, right, judged } = countsOf('sentences');
    expect(right).toBeGreaterThanOrEqual(0.98 * all);
    expect(right).toBeGreaterThanOrEqual(0.99 * judged);
  });

  test('of what is said of single words, and of pairs of words, at least 90 of 100 are right', () => {
    for (const kind of ['single-words', 'word-pairs']) {
      const { right, judged } = countsOf(kind);
      expect(right).toBeGreaterThanOrEqual(0.9 * judged);
    }
  });

  test('a word that two languages could have is not judged, in a sentence it is', () => {
    expect(detectLanguage('Internationalisation', 12)).toBe('und');
    expect(detectLanguage('Die Internationalisation wird in diesem Abschnitt beschrieben.', 12)).toBe('de');
  });

  test('well-formed or not, any string gets a code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(detectLanguage(text, 12)).toMatch(/^[a-z]{2,3}$/);
      }),
      { numRuns: 300 },
    );
  });
});
