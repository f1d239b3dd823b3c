import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boilerplateIn } from '../../src/measures/boilerplate.ts';
import { compressionOf, mayBeNoise, mayLoop } from '../../src/measures/compression.ts';
import { isEnumeration, plainLinesOf } from '../../src/measures/plainLines.ts';
import { stopWordsOf } from '../../src/measures/stopWords.ts';
import { wordShapeOf } from '../../src/measures/wordShape.ts';
import { wordsOf } from '../../src/measures/words.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 400 });

describe('wordShapeOf', () => {
  test('tells numbers from words, and scripts that put spaces between words from those that do not', () => {
    expect(wordShapeOf('On 2024-01-15 it was 3 or 4')).toEqual({ words: 7, lettered: 4, spaced: 7, characters: 21 });
    expect(wordShapeOf('面包 bread 7')).toEqual({ words: 4, lettered: 3, spaced: 2, characters: 6 });
    expect(wordShapeOf('x1 1x 1-1')).toMatchObject({ words: 3, lettered: 2 });
  });

  test('leaves out code and rows of tables', () => {
    expect(wordShapeOf('one\n| 1 | 2 |\n  | 3 | 4 |\n`5 6` two')).toMatchObject({ words: 2, lettered: 2 });
  });

  test('of any text the counts are within each other', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words, lettered, spaced, characters } = wordShapeOf(text);
        return lettered <= words && spaced <= words && spaced <= characters && characters <= text.length;
      }),
    );
  });
});

describe('stopWordsOf', () => {
  test('counts them whatever their case, with their share', () => {
    expect(stopWordsOf('The cat AND the dog', 'en')).toEqual({ words: 5, share: 3 / 5 });
    expect(stopWordsOf('Der Hund und die Katze', 'de')).toEqual({ words: 5, share: 3 / 5 });
    expect(stopWordsOf('', 'en')).toEqual({ words: 0, share: 0 });
  });

  test('knows nothing of languages without a list, nor of names of properties', () => {
    for (const language of ['tr', 'und', '', 'constructor', '__proto__']) {
      expect(stopWordsOf('the cat and the dog', language)).toBeUndefined();
    }
  });

  test('counts the words that there are', () => {
    fc.assert(fc.property(anyText, (text) => stopWordsOf(text, 'en')?.words === wordsOf(text).length));
  });
});

describe('compressionOf', () => {
  test('packs a loop to little, noise hardly', () => {
    expect(compressionOf('stir it well and wait '.repeat(40)).ratio).toBeLessThan(0.1);
    expect(compressionOf('')).toEqual({ bytes: 0, ratio: 1, ascii: true });
    expect(compressionOf('déjà vu').ascii).toBe(false);
    expect(compressionOf('it’s a long sentence with one curly sign in it').ascii).toBe(true);
  });

  test('what comes again and again may be a loop, also with small changes and behind a beginning of its own', () => {
    const steps = Array.from({ length: 20 }, (_, step) => `Now do step ${step} of the plan with great care. `).join('');
    expect(mayLoop(steps)).toBe(true);
    expect(mayLoop(`Here is the plan that you asked me for a while ago. ${steps}`)).toBe(true);
    expect(
      mayLoop(
        'Bread needs flour, water, salt and yeast. Stir them until no dry flour is left, cover the bowl with a cloth, and let it rise for an hour or two.',
      ),
    ).toBe(false);
  });

  test('hardly a loop that packs to the default limit is passed over', () => {
    const sentence = fc.array(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 6, maxLength: 14 });
    const loop = fc
      .tuple(sentence, fc.integer({ min: 15, max: 60 }), fc.integer({ min: 0, max: 3 }))
      .map(([words, times, place]) =>
        Array.from({ length: times }, (_, time) => words.with(place, String(time)).join(' ')).join('. '),
      );
    const loops = fc.sample(loop, { seed: 6, numRuns: 500 }).filter((text) => compressionOf(text).ratio < 0.2);
    expect(loops.length).toBeGreaterThan(300);
    expect(loops.filter((text) => !mayLoop(text)).length).toBeLessThanOrEqual(2);
  });

  test('small letters are no noise, Base64 may be', () => {
    expect(mayBeNoise('Small letters with a few Names in between, as ordinary text has them.')).toBe(false);
    expect(mayBeNoise('kJ8sQz0PfTt1XWw9mNnB2vC7xLaKd3Hs6gFqYpUo')).toBe(true);
  });
});

describe('plainLinesOf', () => {
  test('leaves sentences, and takes lists, tables, headings and fields', () => {
    const text = '# Bread\nBread is good.\n- flour\n  2. water\n| a | b |\n> quoted\nTime: an hour\nIt keeps.';
    expect(plainLinesOf(text).split('\n').filter(Boolean)).toEqual(['Bread is good.', 'It keeps.']);
  });

  test('words between commas are an enumeration, sentences are none', () => {
    expect(isEnumeration('flour, water, salt, yeast', 4)).toBe(true);
    expect(isEnumeration('Bread needs flour, and it needs water.', 7)).toBe(false);
  });
});

describe('boilerplateIn', () => {
  test.each([
    ['notes', 'Please enable JavaScript to continue.'],
    ['notes', 'JavaScript is not enabled. Refresh the page.'],
    ['notes', 'This website uses cookies. By continuing to browse you accept our cookie policy.'],
    ['notes', 'Diese Website verwendet Cookies. Alle Rechte vorbehalten.'],
    ['notes', 'Ce site utilise des cookies. Accepter les cookies.'],
    ['notes', 'Este sitio utiliza cookies. Aceptar las cookies.'],
    ['notes', 'Questo sito utilizza i cookie.'],
    ['notes', 'Este site utiliza cookies. Aceitar os cookies.'],
    ['notes', 'Deze site gebruikt cookies. Cookies accepteren.'],
    ['notes', 'Bu site çerezler kullanır. Gizlilik politikası.'],
    ['filler', 'LOREM IPSUM DOLOR SIT AMET'],
    [undefined, 'Cookies are baked at 180 degrees for ten minutes.'],
    [undefined, 'A cookie is a small file that a site leaves with you. It may be used to keep you signed in.'],
    [undefined, 'JavaScript is a language. It runs in every browser.'],
    [undefined, 'Lorem ipsum is what printers put where the text is not there yet, cut out of a page of Cicero.'],
  ])('%s: %s', (found, text) => {
    expect(boilerplateIn(text)).toBe(found);
  });

  test('a long text is none', () => {
    expect(boilerplateIn('Please enable JavaScript. '.repeat(100))).toBeUndefined();
  });
});
