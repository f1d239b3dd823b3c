import fc from 'fast-check';
import tokens from 'gpt-tokenizer/bpeRanks/o200k_base';
import { expect, test } from 'vitest';
import { PieceCounts } from '../../src/measures/pieceCounts.ts';
import { anyText } from './anyText.ts';

test('a piece is known wherever it stands, and no other for it', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, piece, other) => {
      const counts = new PieceCounts();
      expect(counts.find(piece, 0, piece.length)).toBe(0);
      counts.keep(7);
      expect(counts.find(`${before}${piece}${before}`, before.length, before.length + piece.length)).toBe(7);
      if (other !== piece) expect(counts.find(other, 0, other.length)).toBe(0);
    }),
  );
});

test('no token of a vocabulary is taken for another', () => {
  const counts = new PieceCounts();
  const texts = tokens.filter((token) => typeof token === 'string');
  expect(texts.length).toBeGreaterThan(190_000);
  for (const token of texts) {
    expect(counts.find(token, 0, token.length), token).toBe(0);
    counts.keep(1);
  }
});

test('nor of two that differ in one place, or in their order', () => {
  const counts = new PieceCounts();
  for (const piece of ['ab', 'ba', 'aab', 'aba', 'baa', 'a', 'aa', 'aaa', '\0', '\0\0', '\0\0\0']) {
    expect(counts.find(piece, 0, piece.length), piece).toBe(0);
    counts.keep(1);
  }
});
