import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KeyCounts } from '../../src/measures/keyCounts.ts';
import { forEachRepeat, placesWhere, RepeatFilter } from '../../src/measures/repeats.ts';

const hashes = fc.array(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 300 });
/** Hashes of 53 bits, of which many occur several times. */
const keys = fc
  .array(fc.bigInt({ min: 1n, max: 2n ** 53n - 1n }), { minLength: 1, maxLength: 40 })
  .chain((few) => fc.array(fc.constantFrom(...few.map(Number)), { maxLength: 300 }));

describe('RepeatFilter', () => {
  test('never says no of a hash that was noted, nor of one that was noted twice', () => {
    fc.assert(
      fc.property(hashes, (noted) => {
        const filter = new RepeatFilter(noted.length);
        for (const hash of [...noted, ...noted.slice(0, 9)]) filter.note(hash);
        for (const hash of noted) expect(filter.mayHave(hash)).toBe(true);
        for (const hash of noted.slice(0, 9)) expect(filter.mayRepeat(hash)).toBe(true);
      }),
    );
  });

  test('says no of nearly all others', () => {
    const filter = new RepeatFilter(10_000);
    for (let hash = 0; hash < 10_000; hash++) filter.note(Math.imul(hash, 0x85ebca6b));
    const wrong = placesWhere(10_000, (hash) => filter.mayRepeat(Math.imul(hash, 0x85ebca6b)));
    expect(wrong.length).toBeLessThan(2500);
    const unknown = placesWhere(10_000, (hash) => filter.mayHave(Math.imul(hash + 10_000, 0x85ebca6b)));
    expect(unknown.length).toBeLessThan(2500);
  });
});

test('forEachRepeat visits every run of two or more, its places ascending', () => {
  fc.assert(
    fc.property(keys, (values) => {
      const found = new Map<number, number[]>();
      forEachRepeat(Float64Array.from(values), (places, start, end) => {
        const run = [...places.subarray(start, end)];
        found.set(values[run[0] ?? -1] ?? -1, run);
      });
      const wanted = new Map<number, number[]>();
      for (const [place, value] of values.entries()) wanted.set(value, [...(wanted.get(value) ?? []), place]);
      for (const [value, places] of wanted) if (places.length === 1) wanted.delete(value);
      expect([...found].sort(([a], [b]) => a - b)).toEqual([...wanted].sort(([a], [b]) => a - b));
    }),
  );
});

test('placesWhere gives the numbers that pass', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 500 }), (flags) => {
      const wanted = flags.flatMap((flag, place) => (flag ? [place] : []));
      expect([...placesWhere(flags.length, (place) => flags[place] === true)]).toEqual(wanted);
    }),
  );
});

test('KeyCounts counts the keys that were added, and no others', () => {
  fc.assert(
    fc.property(keys, keys, (added, counted) => {
      const counts = new KeyCounts(added.length);
      for (const key of added) counts.add(key);
      for (const key of [...counted, ...added]) counts.count(key);
      for (const key of added) {
        expect(counts.of(key)).toBe([...counted, ...added].filter((other) => other === key).length);
      }
      for (const key of counted) if (!added.includes(key)) expect(counts.of(key)).toBe(0);
    }),
  );
});
