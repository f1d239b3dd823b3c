import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mix32 } from '../../src/measures/hash.ts';
import { forEachRun, orderBy, sortedPlaces } from '../../src/measures/order.ts';

const key = fc.oneof(
  fc.double({ min: 0, noDefaultInfinity: false, noNaN: true }).map((value) => value + 0),
  fc.constantFrom(0, 1, 2, 2 ** 53 - 1, 1.7e12, Number.NaN, Number.MIN_VALUE, Number.POSITIVE_INFINITY),
);
const keyLists = fc.array(key, { maxLength: 200 }).map((keys) => Float64Array.from(keys));

/** What `orderBy` must give: a stable sort by comparing, NaN last. */
function compared(keys: Float64Array): number[] {
  const rank = (place: number): number => keys[place] ?? Number.NaN;
  return [...keys.keys()].sort((a, b) => {
    const aIsNone = Number.isNaN(rank(a));
    const bIsNone = Number.isNaN(rank(b));
    if (aIsNone || bIsNone) return Number(aIsNone) - Number(bIsNone);
    return rank(a) < rank(b) ? -1 : Number(rank(a) > rank(b));
  });
}

describe('orderBy', () => {
  test('is a stable sort, NaN last', () => {
    fc.assert(
      fc.property(keyLists, (keys) => {
        const before = keys.slice();
        expect([...orderBy(keys)]).toEqual(compared(keys));
        expect(keys).toEqual(before);
      }),
    );
  });

  test('is one for many keys, too, in any order and with some that are equal', () => {
    const keys = Float64Array.from({ length: 50_000 }, (_, n) => (n % 97 === 0 ? Number.NaN : mix32(n % 9000) * 1e6));
    expect([...orderBy(keys)]).toEqual(compared(keys));
  });

  test('sorts a million times in less than two seconds', () => {
    const keys = Float64Array.from(
      { length: 1_000_000 },
      (_, place) => 1.7e12 + ((place * 2_654_435_761) % 4_294_967_296),
    );
    const began = performance.now();
    const order = orderBy(keys);
    expect(performance.now() - began).toBeLessThan(2000);
    for (let i = 1; i < order.length; i += 997) {
      expect(keys[order[i] ?? 0] ?? 0).toBeGreaterThanOrEqual(keys[order[i - 1] ?? 0] ?? 0);
    }
  });
});

describe('sortedPlaces', () => {
  test('is a stable sort of whole numbers, few or many', () => {
    const few = fc.array(fc.oneof(fc.nat(5), fc.integer({ min: 0, max: 2 ** 32 - 1 })), { maxLength: 100 });
    const stable = (keys: Uint32Array) => [...keys.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
    fc.assert(
      fc.property(few, (list) => {
        const keys = Uint32Array.from(list);
        expect([...sortedPlaces(keys)]).toEqual(stable(keys));
      }),
    );
    const many = Uint32Array.from({ length: 60_000 }, (_, n) => mix32(n % 20_000) >>> (n % 3));
    expect([...sortedPlaces(many)]).toEqual(stable(many));
  });
});

describe('forEachRun', () => {
  test('goes once through all places, and a run is all that is equal', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1, 2, 3.5, 2 ** 52), { maxLength: 60 }), (values) => {
        const keys = Float64Array.from(values);
        const seen: number[] = [];
        const runs: number[] = [];
        forEachRun(keys, (places, start, end) => {
          const run = [...places.subarray(start, end)];
          expect(new Set(run.map((place) => keys[place])).size).toBe(1);
          runs.push(keys[run[0] ?? 0] ?? 0);
          seen.push(...run);
        });
        expect(seen).toEqual([...orderBy(keys)]);
        expect(runs).toEqual([...new Set(values)].sort((a, b) => a - b));
      }),
    );
  });
});
