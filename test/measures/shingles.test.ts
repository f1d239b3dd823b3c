import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fingerprinter } from '../../src/measures/fingerprint.ts';
import { MinHasher, SIGNATURE_BYTES } from '../../src/measures/minhash.ts';
import { distinct, jaccard, Shingler, shinglesOf } from '../../src/measures/shingles.ts';

const texts = fc.array(fc.oneof(fc.lorem({ maxCount: 30 }), fc.string({ unit: 'binary', maxLength: 200 })), {
  maxLength: 4,
});
const ngrams = fc.integer({ min: 1, max: 10 });

describe('shingles', () => {
  test('are those of which the fingerprint makes its signature', () => {
    fc.assert(
      fc.property(texts, ngrams, (given, ngram) => {
        const fingerprint = new Fingerprinter(ngram);
        const shingler = new Shingler(ngram);
        fingerprint.reset();
        shingler.reset();
        for (const text of given) {
          fingerprint.add(text, 1);
          shingler.add(text);
        }
        const minhash = new MinHasher();
        minhash.reset();
        for (const shingle of shingler.shingles()) minhash.add(shingle);
        const [signed, expected] = [new Uint8Array(SIGNATURE_BYTES), new Uint8Array(SIGNATURE_BYTES)];
        minhash.write(signed, 0);
        fingerprint.writeSignature(expected, 0);
        expect(signed).toEqual(expected);
        expect(shingler.words()).toHaveLength(fingerprint.words);
      }),
    );
  });

  test('of a text of many blocks are those of its words', () => {
    const shingler = new Shingler(3);
    shingler.reset();
    shingler.add(Array.from({ length: 5000 }, (_, n) => `word${n}`).join(' '));
    expect(shinglesOf(shingler.words(), 3)).toHaveLength(4998);
    expect(shingler.shingles()).toHaveLength(4998);
  });

  test('fewer words than an n-gram has make none', () => {
    expect(shinglesOf(Int32Array.of(1, 2), 3)).toHaveLength(0);
    expect(() => new Shingler(11)).toThrow(/10 words/);
  });
});

const sets = fc.uniqueArray(fc.nat(40)).map((values) => Uint32Array.from(values).sort());

test('similarity is the share of what both have', () => {
  fc.assert(
    fc.property(sets, sets, (one, other) => {
      const both = one.filter((value) => other.includes(value)).length;
      const all = new Set([...one, ...other]).size;
      expect(jaccard(one, other)).toBe(all === 0 ? 0 : both / all);
      expect(jaccard(other, one)).toBe(jaccard(one, other));
    }),
  );
});

test('distinct values ascend', () => {
  expect([...distinct(Uint32Array.of(5, 0xffffffff, 5, 0, 3, 0))]).toEqual([0, 3, 5, 0xffffffff]);
});
