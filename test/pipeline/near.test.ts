import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mix32 } from '../../src/measures/hash.ts';
import { SIGNATURE_BYTES, similarity } from '../../src/measures/minhash.ts';
import { identity } from '../../src/measures/order.ts';
import { bandsFor } from '../../src/pipeline/dedup/bands.ts';
import { type Candidates, findCandidates } from '../../src/pipeline/dedup/candidates.ts';

const THRESHOLD = 0.8;
/** Bands of 4 bytes: only entries that agree in all bytes of a band are compared at all. */
const BAND_BYTES = 4;
const BANDS = bandsFor(THRESHOLD);
const OPTIONS = { bands: BANDS, floor: 0.7, threshold: THRESHOLD };

/** One entry of made-up signatures: a copy of the center of its cluster in which `changed` bytes are others. */
interface Planted {
  readonly center: number;
  readonly changed: number;
  readonly content: number;
}

const centers = fc.array(
  fc.record({
    center: fc.nat(3),
    // At 0.8 about 25 of 128 bytes differ: many entries stand near the threshold, on both sides of it.
    changed: fc.oneof(fc.nat(5), fc.integer({ min: 8, max: 32 }), fc.integer({ min: 40, max: 128 })),
    content: fc.integer({ min: 1, max: 1_000_000_000 }),
  }),
  { minLength: 20, maxLength: 80, size: 'max' },
);

function signaturesOf(planted: readonly Planted[]): Uint8Array {
  const signatures = new Uint8Array(planted.length * SIGNATURE_BYTES);
  for (const [row, { center, changed, content }] of planted.entries()) {
    const own = signatures.subarray(row * SIGNATURE_BYTES, (row + 1) * SIGNATURE_BYTES);
    own.forEach((_, byte) => {
      own[byte] = mix32(center * 1000 + byte) & 0xff;
    });
    for (let n = 0; n < changed; n++) {
      const byte = mix32(content + n * 7919) % SIGNATURE_BYTES;
      own[byte] = mix32(content ^ (n * 104_729)) & 0xff;
    }
  }
  return signatures;
}

function shareABand(signatures: Uint8Array, one: number, other: number): boolean {
  const byte = (row: number, at: number): number => signatures[row * SIGNATURE_BYTES + at] ?? -1;
  return Array.from({ length: BANDS }, (_, band) => band * BAND_BYTES).some((start) =>
    Array.from({ length: BAND_BYTES }, (_, i) => start + i).every((at) => byte(one, at) === byte(other, at)),
  );
}

function pairsOf({ pairs }: Pick<Candidates, 'pairs'>): [number, number, number][] {
  return Array.from(pairs.one, (one, at) => [one, pairs.other[at] ?? -1, pairs.similarity[at] ?? -1]);
}

describe('candidates', () => {
  test('are the pairs that share a band and agree in enough bins, each once, the earlier row first', () => {
    let found = 0;
    fc.assert(
      fc.property(centers, (planted) => {
        const signatures = signaturesOf(planted);
        const { pairs, covered } = findCandidates(identity(planted.length), signatures, OPTIONS);
        const given = new Map(pairsOf({ pairs }).map(([one, other, alike]) => [`${one} ${other}`, alike]));
        expect(given.size).toBe(pairs.one.length);
        found += given.size;
        for (let other = 0; other < planted.length; other++) {
          for (let one = 0; one < other; one++) {
            const alike = similarity(signatures, one, other);
            const isCandidate = alike >= OPTIONS.floor && shareABand(signatures, one, other);
            const passedOver = covered.includes(one) || covered.includes(other);
            if (passedOver && !given.has(`${one} ${other}`)) continue;
            expect(given.get(`${one} ${other}`)).toEqual(isCandidate ? alike : undefined);
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(found, 'the property is about something').toBeGreaterThan(500);
  });

  test('hardly any pair that resembles is missed: two in a thousand from the threshold on at most', () => {
    const planted = Array.from({ length: 8000 }, (_, n) => ({
      center: n >> 1,
      changed: n % 2 === 0 ? 0 : 25,
      content: n + 1000,
    }));
    const signatures = signaturesOf(planted);
    const found = new Set(pairsOf(findCandidates(identity(8000), signatures, OPTIONS)).map(([one]) => one));
    const alike = [...planted.keys()].filter((n) => n % 2 === 0 && similarity(signatures, n, n + 1) >= THRESHOLD);
    expect(alike.length).toBeGreaterThan(2000);
    expect(alike.filter((n) => !found.has(n)).length / alike.length).toBeLessThan(0.002);
  });

  test.each([0.5, 0.67, 0.7, 0.8, 0.9, 0.99, 1])(
    'there are bands enough, and no more than bytes, at a threshold of %f',
    (threshold) => {
      const bands = bandsFor(threshold);
      expect(bands).toBeGreaterThanOrEqual(1);
      expect(bands * BAND_BYTES).toBeLessThanOrEqual(SIGNATURE_BYTES);
      if (threshold >= 0.67) expect((1 - Math.min(threshold, 0.999) ** BAND_BYTES) ** bands).toBeLessThan(0.0011);
    },
  );

  test('of later rows change nothing of those that were found, and those need not be looked for again', () => {
    const family = fc
      .array(fc.nat(12), { minLength: 60, maxLength: 90, size: 'max' })
      .map((changes) => changes.map((changed, n) => ({ center: n % 7 === 0 ? 2 : 1, changed, content: 131 * n })));
    fc.assert(
      fc.property(fc.oneof(centers, family), fc.nat(90), (planted, cut) => {
        const settled = Math.min(cut, planted.length);
        const rows = identity(planted.length);
        const signatures = signaturesOf(planted);
        const whole = findCandidates(rows, signatures, OPTIONS);
        const before = findCandidates(rows.slice(0, settled), signatures, OPTIONS);
        const after = findCandidates(rows, signatures, OPTIONS, { settled, covered: new Set(before.covered) });
        expect([...pairsOf(before), ...pairsOf(after)]).toEqual(pairsOf(whole));
        expect([...before.covered, ...after.covered]).toEqual(whole.covered);
      }),
      { numRuns: 300 },
    );
  });

  test('are few in a family of rows that all resemble each other', () => {
    const planted = Array.from({ length: 2000 }, (_, n) => ({ center: 1, changed: n % 9, content: n * 131 }));
    const { pairs, comparisons } = findCandidates(identity(2000), signaturesOf(planted), OPTIONS);
    expect(pairs.one.length).toBeGreaterThan(1999 * 20);
    expect(comparisons).toBeLessThan(2000 * 60);
  });
});

test('200 comparisons a row and band at most where all share a band without being alike', () => {
  const COUNT = 4000;
  const signatures = new Uint8Array(COUNT * SIGNATURE_BYTES);
  signatures.forEach((_, at) => {
    signatures[at] = at % SIGNATURE_BYTES < BAND_BYTES ? 1 : mix32(at);
  });
  const { comparisons } = findCandidates(identity(COUNT), signatures, OPTIONS);
  expect(comparisons).toBeGreaterThan(199 * (COUNT - 200));
  expect(comparisons).toBeLessThanOrEqual(200 * COUNT);
});
