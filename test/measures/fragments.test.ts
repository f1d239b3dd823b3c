import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOfFragments } from '../../src/measures/fragments.ts';
import { textOverBlocks } from './anyText.ts';

const FRAGMENTS = ['instru', 'tu es ', 'você é ', 'yönerge', 'abcab', 'bcaba'];
const holdsOne = anyOfFragments(FRAGMENTS);

const pieces = fc.constantFrom(...FRAGMENTS, 'INSTRU', 'Você É ', 'instr', 'abca', 'b', ' ', 'é', '漢', '\ud83d\ude00');
const texts = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));

test('a fragment is found wherever it stands, and nothing else', () => {
  fc.assert(
    fc.property(texts, fc.nat({ max: 8200 }), (text, before) => {
      const all = `${'-'.repeat(before)}${text}`;
      expect(holdsOne(all)).toBe(FRAGMENTS.some((fragment) => all.toLowerCase().includes(fragment)));
    }),
    { numRuns: 1000 },
  );
});

test('a fragment is found where one block ends and the next begins', () => {
  fc.assert(
    fc.property(textOverBlocks, fc.integer({ min: 4085, max: 4100 }), (text, at) => {
      expect(holdsOne(`${'x'.repeat(at)}tu es ${text}`)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('texts shorter than every fragment hold none', () => {
  expect(['', 'i', 'inst'].map(holdsOne)).toEqual([false, false, false]);
});
