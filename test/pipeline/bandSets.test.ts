import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mix32 } from '../../src/measures/hash.ts';
import { BandSets } from '../../src/pipeline/dedup/bandSets.ts';

const BANDS = 14;

test('a set never says no of a key that was added to the band', () => {
  const entries = fc.array(fc.tuple(fc.nat(BANDS - 1), fc.integer({ min: 0, max: 0xffffffff })), { maxLength: 200 });
  fc.assert(
    fc.property(entries, (added) => {
      const sets = new BandSets(BANDS, added.length);
      for (const [band, key] of added) sets.add(band, key);
      for (const [band, key] of added) expect(sets.mayHave(band, key)).toBe(true);
    }),
  );
});

test('it says no of nearly all others, also of those that other bands have', () => {
  const keys = 2000;
  const sets = new BandSets(BANDS, keys);
  for (let band = 0; band < BANDS; band++) for (let n = 0; n < keys; n++) sets.add(band, mix32(band * keys + n + 1));
  let passed = 0;
  for (let band = 0; band < BANDS; band++)
    for (let n = 0; n < keys; n++) if (sets.mayHave(band, mix32(((band + 1) % BANDS) * keys + n + 1))) passed++;
  expect(passed / (BANDS * keys)).toBeLessThan(0.02);
});
