import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordCounter } from '../../src/measures/wordList.ts';

test.each([
  [['half'], 'half-baked, half.', 2],
  [['caf\u00e9'], 'Cafe\u0301 CAFÉ cafés', 2],
  [['a b'], 'a b a  b, ab', 2],
  [['c#', 'c'], 'C# and C', 3],
  [['$$'], '$$$ $$', 2],
  [['-x'], 'y -x a-x', 2],
  [['猫'], '黒猫と白猫', 2],
  [['𐐷'], '𐐷 𐐷𐐷', 1],
  [['ß'], 'STRASSE ß', 1],
  [['  ', ''], 'nothing at all', 0],
])('%j in %s', (words, text, hits) => {
  expect(wordCounter(words)(text)).toBe(hits);
});

test('counts what a regex of whole words counts', () => {
  const word = fc.stringMatching(/^[a-cé]{1,3}$/);
  const text = fc.array(fc.oneof(word, fc.constantFrom(' ', '-', '.', '\n', '_'))).map((all) => all.join(''));
  fc.assert(
    fc.property(word, text, (entry, within) => {
      const whole = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${entry}(?![\\p{L}\\p{N}\\p{M}])`, 'giu');
      expect(wordCounter([entry])(within)).toBe(within.match(whole)?.length ?? 0);
    }),
  );
});

test('a long list is no slower than a short one', () => {
  const count = wordCounter(Array.from({ length: 20_000 }, (_, index) => `entry${index}`));
  const text = 'entry and entry19999 '.repeat(25_000);
  const start = performance.now();
  expect(count(text)).toBe(25_000);
  expect(performance.now() - start).toBeLessThan(2000);
});
