import fc from 'fast-check';
import { expect, test } from 'vitest';
import { symbolsOf, withoutRulers } from '../../src/measures/symbols.ts';
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

test('rulers go, rows and code stay', () => {
  expect(withoutRulers('| a |\n|---|:-:|\n| b |\n=====\n```\n---\n```\n')).toBe('| a |\n\n| b |\n\n```\n---\n```\n');
});

test('rulers never hold words, so without them the share of symbols is never larger', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const all = symbolsOf(text);
      const said = symbolsOf(withoutRulers(text));
      expect(said.characters - said.symbols).toBe(all.characters - all.symbols);
      expect(said.symbols).toBeLessThanOrEqual(all.symbols);
    }),
    { numRuns: 1000 },
  );
});
