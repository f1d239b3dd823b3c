import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identity } from '../../src/measures/order.ts';
import { PASSAGE_KINDS, PASSAGE_WORDS } from '../../src/measures/passages.ts';
import { CannedWords, cannedSamples } from '../../src/pipeline/dedup/canned.ts';
import { commonPaths } from '../../src/pipeline/dedup/cannedPaths.ts';
import { conversation, messages, survey, words } from './world.ts';

/** A log in which the first `canned` of `count` conversations begin their answers alike, with so many words. */
function logWith(canned: number, count: number, long = 20) {
  const said = Array.from({ length: count }, (_, n) => {
    const own = `${words(n, 30)}`;
    return conversation({
      messages: messages(`u:${words(`q${n}`, 12)}`, `a:${n < canned ? words('c', long) : ''} ${own}`),
    });
  });
  return survey(said);
}

const found = (digest: ReturnType<typeof logWith>, share: number) =>
  cannedSamples(digest, identity(digest.count), share).map(({ kind, length, rows }) => [
    PASSAGE_KINDS[kind],
    PASSAGE_WORDS[length],
    rows.length,
  ]);

describe('what is canned', () => {
  test('stands in more than a share of the conversations, and in twenty at least', () => {
    expect(found(logWith(25, 400), 0.05)).toEqual([['answer begins', 8, 25]]);
    expect(found(logWith(20, 400), 0.05)).toEqual([]);
    expect(found(logWith(20, 399), 0.05)).toEqual([['answer begins', 8, 20]]);
    expect(found(logWith(19, 50), 0.05)).toEqual([]);
    expect(found(logWith(50, 50), 1)).toEqual([]);
  });

  test('is told by the longest code that is shared, and by the earliest conversations', () => {
    const digest = logWith(60, 100, 40);
    const [sample] = cannedSamples(digest, identity(100), 0.05);
    expect(PASSAGE_WORDS[sample?.length ?? 0]).toBe(32);
    expect(sample?.rows).toEqual(Array.from({ length: 32 }, (_, n) => n));
    const canned = new CannedWords(digest, sample === undefined ? [] : [{ ...sample, words: 40 }]);
    expect([canned.of(0), canned.of(59), canned.of(60)]).toEqual([40, 40, 0]);
  });
});

describe('how far texts go on alike', () => {
  const text = (shared: number, own: number): Int32Array =>
    Int32Array.from({ length: shared + 5 }, (_, n) => (n < shared ? n : 1000 * own + n));

  test('up to where they part, whatever a stranger among them says', () => {
    const texts = Array.from({ length: 31 }, (_, n) => text(12, n + 1));
    for (const all of [texts, [text(0, 99), ...texts]])
      expect(commonPaths(all, 8).map((path) => [...path])).toEqual([[...text(12, 0).subarray(0, 12)]]);
  });

  test('each way that a quarter of them take', () => {
    const texts = Array.from({ length: 32 }, (_, n) => {
      const [shared, branch] = [text(8, 0).subarray(0, 8), n < 12 ? 1 : 2];
      return Int32Array.of(...shared, branch, branch, n < 30 ? 7 : 100 + n, 1000 + n);
    });
    const ends = commonPaths(texts, 8).map((path) => [...path.subarray(8)]);
    expect(ends.sort()).toEqual([
      [1, 1, 7],
      [2, 2, 7],
    ]);
  });

  test('of few texts no further than is known', () => {
    expect(commonPaths([text(12, 1), text(12, 1)], 8)[0]).toHaveLength(8);
    expect(commonPaths([], 8)).toEqual([]);
  });

  test('a path is what at least some of the texts begin with', () => {
    const some = fc.array(fc.array(fc.nat(2), { maxLength: 12 }), { maxLength: 32 });
    fc.assert(
      fc.property(some, (given) => {
        const texts = given.map((values) => Int32Array.from(values));
        for (const path of commonPaths(texts, 8)) {
          const own = texts.filter((one) => path.every((word, at) => one[at] === word));
          expect(own.length).toBeGreaterThanOrEqual(
            path.length === 0 ? 0 : Math.min(8, Math.ceil((texts.length + 1) / 2)),
          );
        }
      }),
    );
  });
});
