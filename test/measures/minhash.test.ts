import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mix32 } from '../../src/measures/hash.ts';
import { MinHasher, SIGNATURE_BYTES, similarity } from '../../src/measures/minhash.ts';

function signaturesOf(...sets: (readonly number[])[]): Uint8Array {
  const signatures = new Uint8Array(sets.length * SIGNATURE_BYTES);
  const hasher = new MinHasher();
  for (const [row, set] of sets.entries()) {
    hasher.reset();
    for (const element of set) hasher.add(mix32(element));
    hasher.write(signatures, row * SIGNATURE_BYTES);
  }
  return signatures;
}

const estimate = (one: readonly number[], other: readonly number[]): number =>
  similarity(signaturesOf(one, other), 0, 1);

/** Two sets of `size` elements with a known Jaccard similarity near `wanted`; `salt` makes them unlike those of other pairs. */
function planted(size: number, wanted: number, salt: number): { sets: [number[], number[]]; exact: number } {
  const shared = Math.round((2 * size * wanted) / (1 + wanted));
  const element = (n: number): number => salt * 1_000_003 + n;
  const one = Array.from({ length: size }, (_, n) => element(n));
  const other = Array.from({ length: size }, (_, n) => element(n < shared ? n : n + size));
  return { sets: [one, other], exact: shared / (2 * size - shared) };
}

describe('MinHash', () => {
  test.each([30, 120, 1000])('estimates planted similarities, sets of %i', (size) => {
    const errors = Array.from({ length: 200 }, (_, pair) => {
      const { sets, exact } = planted(size, (pair % 20) / 20 + 0.025, pair + size * 1000);
      return estimate(...sets) - exact;
    });
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    // The standard error of 128 draws is 0.044 at most; the mean of its size is 0.8 of that.
    expect(mean(errors.map(Math.abs))).toBeLessThan(0.04);
    expect(Math.abs(mean(errors)), 'no bias').toBeLessThan(0.01);
    expect(errors.filter((error) => Math.abs(error) > 0.1).length / errors.length).toBeLessThan(0.05);
  });

  test('equal sets resemble each other wholly, whatever the order and the repetitions', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 300 }), (set) => {
        const [one, other] = [set, [...set].reverse().concat(set)];
        const signatures = signaturesOf(one, other);
        expect(signatures.subarray(0, SIGNATURE_BYTES)).toEqual(signatures.subarray(SIGNATURE_BYTES));
        expect(similarity(signatures, 0, 1)).toBe(1);
      }),
    );
  });

  test('unlike sets do not, and the estimate stays between 0 and 1', () => {
    const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, n) => from + n);
    expect(estimate(numbers(0, 500), numbers(1000, 500))).toBeLessThan(0.05);
    fc.assert(
      fc.property(fc.array(fc.nat(50)), fc.array(fc.nat(50)), (one, other) => {
        const alike = estimate(one, other);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(estimate(other, one)).toBe(alike);
      }),
    );
  });

  test('a set without elements has a signature of zeros, and `reset` forgets', () => {
    const signatures = signaturesOf([1, 2, 3], []);
    expect(signatures.subarray(SIGNATURE_BYTES).every((byte) => byte === 0)).toBe(true);
  });

  test('each byte is that of the smallest hash of a bin, or of the first full bin on its walk', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 200 }), (hashes) => {
        const hasher = new MinHasher();
        hasher.reset();
        for (const hash of hashes) hasher.add(hash);
        const signature = new Uint8Array(SIGNATURE_BYTES);
        hasher.write(signature, 0);
        expect([...signature]).toEqual(slowSignature(hashes));
      }),
    );
  });
});

/** The same by lists: slow, and plain to read. */
function slowSignature(hashes: readonly number[]): number[] {
  const smallest = (bin: number): number => Math.min(...hashes.filter((hash) => hash >>> 25 === bin));
  const minima = Array.from({ length: SIGNATURE_BYTES }, (_, bin) => smallest(bin));
  return minima.map((own, bin) => {
    let minimum = own;
    for (let step = 1; hashes.length > 0 && minimum === Number.POSITIVE_INFINITY; step++) {
      const donor = mix32(Math.imul(bin + 1, 0x9e3779b1) ^ Math.imul(step, 0x85ebca77)) >>> 25;
      minimum = minima[donor] ?? 0;
    }
    return hashes.length === 0 ? 0 : minimum & 0xff;
  });
}
