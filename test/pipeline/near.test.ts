import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mix32 } from '../../src/measures/hash.ts';
import { SIGNATURE_BYTES, similarity } from '../../src/measures/minhash.ts';
import { identity } from '../../src/measures/order.ts';
import { bandsFor } from '../../src/pipeline/dedup/bands.ts';
import { clusterEntries, type Entries, type Joins } from '../../src/pipeline/dedup/cluster.ts';
import { nearLeaders } from '../../src/pipeline/dedup/near.ts';

const BOTH = { exact: true, near: true, threshold: 0.8 };
/** Bands of 4 bytes: only entries that agree in all bytes of a band are compared at all. */
const BAND_BYTES = 4;
const BANDS = bandsFor(BOTH.threshold);

/** One entry of made-up signatures: a copy of the center of its cluster in which `changed` bytes are others. */
interface Planted {
  readonly center: number;
  readonly changed: number;
  readonly content: number;
  readonly short: boolean;
}

const centers = fc.array(
  fc.record({
    center: fc.nat(3),
    // At 0.8 about 25 of 128 bytes differ: many entries stand near the threshold, on both sides of it.
    changed: fc.oneof(fc.nat(5), fc.integer({ min: 8, max: 32 }), fc.integer({ min: 40, max: 128 })),
    content: fc.integer({ min: 1, max: 1_000_000_000 }),
    short: fc.constantFrom(false, false, false, true),
  }),
  { minLength: 20, maxLength: 80, size: 'max' },
);

/** The third joins a leader that joins another and is set free; then it leads the fourth, which led the fifth. */
const FREED_LEADER: Planted[] = [
  { center: 1, changed: 24, content: 1_172_980, short: false },
  { center: 1, changed: 0, content: 1, short: false },
  { center: 1, changed: 8, content: 18_610_755, short: false },
  { center: 1, changed: 8, content: 130_236_017, short: false },
  { center: 1, changed: 3, content: 66_402_708, short: false },
];

function entriesOf(planted: readonly Planted[]): Entries {
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
  return {
    content: Float64Array.from(planted, ({ content }) => content % 1000),
    signature: Int32Array.from(planted, ({ short }, row) => (short ? -1 : row)),
    signatures,
  };
}

function shareABand({ signatures }: Entries, one: number, other: number): boolean {
  const byte = (row: number, at: number): number => signatures[row * SIGNATURE_BYTES + at] ?? -1;
  return Array.from({ length: BANDS }, (_, band) => band * BAND_BYTES).some((start) =>
    Array.from({ length: BAND_BYTES }, (_, i) => start + i).every((at) => byte(one, at) === byte(other, at)),
  );
}

describe('clusters against brute force', () => {
  test('every entry resembles its leader; leaders that were compared do not resemble each other', () => {
    let members = 0;
    fc.assert(
      fc.property(centers, (planted) => {
        const entries = entriesOf(planted);
        const { content, signature, signatures } = entries;
        const { leader, similarity: found } = clusterEntries(entries, BOTH);
        const leaders = new Set<number>();
        for (const [entry, first] of leader.entries()) {
          expect(leader[first], 'a leader leads itself').toBe(first);
          expect(first).toBeLessThanOrEqual(entry);
          if (entry === first) leaders.add(entry);
          else members++;
          if (content[entry] === content[first]) continue;
          // An exact copy follows the first of its content, and that one the leader it resembles.
          const original = content.indexOf(content[entry] ?? 0);
          const alike = similarity(signatures, original, first);
          expect(alike).toBeGreaterThanOrEqual(BOTH.threshold);
          expect(found[entry]).toBeCloseTo(alike, 6);
        }
        for (const one of leaders) {
          for (const other of leaders) {
            if (one >= other) continue;
            expect(content[one]).not.toBe(content[other]);
            if ((signature[one] ?? -1) < 0 || (signature[other] ?? -1) < 0 || !shareABand(entries, one, other))
              continue;
            expect(similarity(signatures, one, other)).toBeLessThan(BOTH.threshold);
          }
        }
      }),
      { numRuns: 150, examples: [[FREED_LEADER]] },
    );
    expect(members, 'the property is about something').toBeGreaterThan(500);
  });

  test('hardly any pair that resembles is missed: two in a thousand from the threshold on at most', () => {
    const planted = Array.from({ length: 8000 }, (_, n) => ({
      center: n >> 1,
      changed: n % 2 === 0 ? 0 : 25,
      content: n + 1000,
      short: false,
    }));
    const entries = { ...entriesOf(planted), content: Float64Array.from(planted.keys(), (n) => n + 1) };
    const { leader } = clusterEntries(entries, BOTH);
    const alike = [...planted.keys()].filter((n) => n % 2 === 1 && similarity(entries.signatures, n - 1, n) >= 0.8);
    expect(alike.length).toBeGreaterThan(2000);
    expect(alike.filter((n) => leader[n] !== n - 1).length / alike.length).toBeLessThan(0.002);
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

  test('what is appended changes nothing of what was found before', () => {
    fc.assert(
      fc.property(centers, fc.nat(80), (planted, cut) => {
        const whole = clusterEntries(entriesOf(planted), BOTH);
        const prefix = clusterEntries(entriesOf(planted.slice(0, cut)), BOTH);
        expect(whole.leader.slice(0, cut)).toEqual(prefix.leader);
        expect(whole.similarity.slice(0, cut)).toEqual(prefix.similarity);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is looked for', () => {
  const copy = { center: 1, changed: 0, short: false };
  const entries = entriesOf([
    { ...copy, content: 1 },
    { ...copy, content: 2 }, // near, not exact
    { center: 2, changed: 0, content: 1, short: false }, // exact by its content
    { ...copy, content: 3, short: true }, // compared exactly only
    { ...copy, content: 3, short: true },
  ]);

  test.each([
    ['nothing', { exact: false, near: false }, [0, 1, 2, 3, 4]],
    ['exact copies', { exact: true, near: false }, [0, 1, 0, 3, 3]],
    ['near ones, and exact copies with them', { exact: false, near: true }, [0, 0, 0, 3, 3]],
    ['both', { exact: true, near: true }, [0, 0, 0, 3, 3]],
  ])('%s', (_note, wanted, leader) => {
    expect([...clusterEntries(entries, { threshold: 0.8, ...wanted }).leader]).toEqual(leader);
  });

  test('a chain of neighbours is no cluster: a member resembles its leader itself', () => {
    // Each link differs from the one before in 15 bytes, so that the third is far from the first.
    const signatures = new Uint8Array(3 * SIGNATURE_BYTES);
    signatures.forEach((_, at) => {
      const [row, byte] = [Math.floor(at / SIGNATURE_BYTES), at % SIGNATURE_BYTES];
      signatures[at] = byte < row * 15 ? 200 + row : byte;
    });
    const chain = { content: Float64Array.of(1, 2, 3), signature: Int32Array.of(0, 1, 2), signatures };
    expect([...clusterEntries(chain, { ...BOTH, threshold: 0.85 }).leader]).toEqual([0, 0, 2]);
    expect([...clusterEntries(chain, { ...BOTH, threshold: 0.7 }).leader]).toEqual([0, 0, 0]);
  });
});

describe('comparisons', () => {
  const COUNT = 4000;
  const comparisons = (signatures: Uint8Array): number =>
    nearLeaders(identity(COUNT), signatures, BOTH.threshold).comparisons;

  test.each([
    ['equal', 0],
    ['copies with some bytes changed', 8],
  ])('one or two an entry where all are %s', (_note, changed) => {
    const planted = Array.from({ length: COUNT }, (_, n) => ({ center: 1, changed, content: n * 131, short: false }));
    const found = comparisons(entriesOf(planted).signatures);
    expect(found).toBeGreaterThanOrEqual(COUNT - 1);
    expect(found).toBeLessThan(2 * COUNT);
  });

  test('200 an entry at most where all share a band without being alike', () => {
    const signatures = new Uint8Array(COUNT * SIGNATURE_BYTES);
    signatures.forEach((_, at) => {
      signatures[at] = at % SIGNATURE_BYTES < BAND_BYTES ? 1 : mix32(at);
    });
    const found = comparisons(signatures);
    expect(found).toBeGreaterThan(199 * (COUNT - 200));
    expect(found).toBeLessThanOrEqual(200 * COUNT);
  });
});

describe('what an earlier run found', () => {
  test('of the first entries changes nothing of what is found of all', () => {
    fc.assert(
      fc.property(centers, fc.nat(80), (planted, cut) => {
        const entries = entriesOf(planted);
        const whole = clusterEntries(entries, BOTH);
        const settled = Math.min(cut, planted.length);
        const { joins } = clusterEntries(entriesOf(planted.slice(0, settled)), BOTH);
        const known = clusterEntries(entries, BOTH, { ...joins, settled });
        expect(known.leader).toEqual(whole.leader);
        expect(known.similarity).toEqual(whole.similarity);
        expect(pairs(known.joins)).toEqual(pairs(whole.joins));
      }),
      { numRuns: 300 },
    );
  });

  test('is not looked for again', () => {
    const planted = Array.from({ length: 100 }, (_, n) => ({ center: 1, changed: 8, content: n * 131, short: false }));
    const entries = entriesOf(planted);
    const { joins } = clusterEntries(entries, BOTH);
    expect(joins.entry.length).toBeGreaterThan(10);
    const nothing = { entry: new Uint32Array(0), leader: new Uint32Array(0), similarity: new Float32Array(0) };
    expect(clusterEntries(entries, BOTH, { ...nothing, settled: 100 }).joins.entry).toHaveLength(0);
  });
});

function pairs({ entry, leader, similarity: how }: Joins): number[][] {
  return Array.from(entry, (one, at) => [one, leader[at] ?? -1, how[at] ?? -1]).sort(([a = 0], [b = 0]) => a - b);
}
