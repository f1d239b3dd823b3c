import { describe, expect, test } from 'vitest';
import { combine53, hash53, hashHex, join53, mix32, uniform } from '../../src/measures/hash.ts';

const COUNT = 100_000;
const hashes = Array.from({ length: COUNT }, (_, n) => hash53(`conversation-${n}`));

/** Chi-square of `values` in [0, 1) over `bins` equal parts: about bins - 1 when they are evenly spread. */
function chiSquare(values: readonly number[], bins: number): number {
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    const bin = Math.floor(value * bins);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const expected = values.length / bins;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** For 99 degrees of freedom: chance gives more than 149 once in 1,000, less than 61 once in 1,000 (tables of chi-square). */
const HIGH = 149;

describe('hash53', () => {
  test('is the first 53 bits of XXH64, an exact number that is never 0', () => {
    // Reference values of XXH64 with seed 0: "" and "a" (xxHash, tests of the reference implementation).
    expect(hashHex('')).toBe('ef46db3751d8e999');
    expect(hashHex('a')).toBe('d24ec4f1a98c6e5b');
    expect(hash53('a')).toBe(Number(0xd24ec4f1a98c6e5bn >> 11n));
    expect(hashes.every((hash) => Number.isSafeInteger(hash) && hash > 0)).toBe(true);
    expect(new Set(hashes).size).toBe(COUNT);
  });

  test('takes text as UTF-8', () => {
    expect(hash53('é')).not.toBe(hash53('e'));
    expect(hashHex('é😀')).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('uniform', () => {
  test.each([0, 1, 42, 0xffffffff])('spreads hashes evenly with seed %i', (seed) => {
    const values = hashes.map((hash) => uniform(hash, seed));
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(chiSquare(values, 100)).toBeLessThan(HIGH);
  });

  test('spreads even what is no good hash: numbers one after the other, small or large', () => {
    for (const step of [1, 2 ** 11, 2 ** 32]) {
      const values = Array.from({ length: COUNT }, (_, n) => uniform(1 + n * step, 42));
      expect(chiSquare(values, 100), `step ${step}`).toBeLessThan(HIGH);
    }
  });

  test('another seed deals anew: knowing one place says nothing of the other', () => {
    for (const [one, other] of [
      [42, 43],
      [0, 1],
    ] as const) {
      const cells = hashes.map((hash) => (Math.floor(uniform(hash, one) * 10) + uniform(hash, other)) / 10);
      expect(chiSquare(cells, 100)).toBeLessThan(HIGH);
    }
  });

  test('is the same on every machine', () => {
    // Written down once: a change here deals every split of every user anew.
    const values = [uniform(1, 42), uniform(2 ** 53 - 1, 42), uniform(hash53('a'), 7)];
    expect(values.map((value) => value.toFixed(9))).toEqual(['0.551431760', '0.863848289', '0.506198182']);
  });
});

describe('combine53', () => {
  const fold = (...list: number[]): number => list.reduce((state, next) => combine53(state, next), 1);

  test('order counts, and so do repetition and length', () => {
    const [a, b, c] = [hash53('a'), hash53('b'), hash53('c')];
    const sequences = [[a], [a, a], [a, b], [b, a], [a, b, c], [c, b, a], [b, a, c], [a, a, a], [0], [0, 0], [1]];
    expect(new Set(sequences.map((list) => fold(...list))).size).toBe(sequences.length);
  });

  test('small numbers do not collide: sequences of places are folded, too', () => {
    const found = new Set<number>();
    for (let one = 0; one < 400; one++) for (let other = 0; other < 400; other++) found.add(fold(one, other));
    expect(found.size).toBe(400 * 400);
    expect([...found].every((hash) => Number.isSafeInteger(hash) && hash > 0)).toBe(true);
  });
});

test('mix32 tells all small integers apart, join53 all pairs of halves', () => {
  const mixed = Array.from({ length: COUNT }, (_, n) => mix32(n));
  expect(new Set(mixed).size).toBe(COUNT);
  expect(mixed.every((value) => value >= 0 && value < 2 ** 32)).toBe(true);
  expect(join53(0xffffffff, 0xffffffff)).toBe(Number.MAX_SAFE_INTEGER);
  expect(join53(-1, -1)).toBe(Number.MAX_SAFE_INTEGER);
  expect(join53(0, 0)).toBe(1);
});
