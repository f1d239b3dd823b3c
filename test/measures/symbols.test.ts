import fc from 'fast-check';
import { expect, test } from 'vitest';
import { surelyFewSymbols, symbolsOf, withoutRulers } from '../../src/measures/symbols.ts';
import { anyText } from './anyText.ts';

test.each([
  ['abc 123', { characters: 6, symbols: 0 }],
  ['a+b = c_d', { characters: 7, symbols: 3 }],
  ['नमस्ते', { characters: 6, symbols: 0 }],
  ['👍👍', { characters: 2, symbols: 2 }],
  ['see `a+b` !', { characters: 4, symbols: 1 }],
  ['', { characters: 0, symbols: 0 }],
])('symbols of %s', (text, counted) => {
  expect(symbolsOf(text)).toEqual(counted);
});

test('symbols are what the Unicode categories say, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const prose = text.replace(/[`~]/g, '');
      const characters = [...prose].filter((character) => !/\s/u.test(character));
      const symbols = characters.filter((character) => !/[\p{L}\p{M}\p{N}]/u.test(character));
      expect(symbolsOf(prose)).toEqual({ characters: characters.length, symbols: symbols.length });
    }),
  );
});

test('few symbols are never said of many', () => {
  fc.assert(
    fc.property(anyText, fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
      const { characters, symbols } = symbolsOf(text);
      if (symbols > share * characters) expect(surelyFewSymbols(text, share)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  'Plain words, and some more.',
  '你好，世界。很高兴。',
  'नमस्ते दुनिया',
  'see ``` x ```: `+++++++++++++++++` good',
])('few symbols are said at once of %s', (text) => {
  symbolsOf(text); // characters must have been met
  expect(surelyFewSymbols(text, 0.5)).toBe(true);
});

test('rulers go, rows and code stay', () => {
  expect(withoutRulers('| a |\n|---|:-:|\n| b |\n=====\n```\n---\n```\n')).toBe('| a |\n\n| b |\n\n```\n---\n```\n');
});
