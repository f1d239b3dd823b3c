import { describe, expect, test } from 'vitest';
import { bandsFor } from '../../src/pipeline/dedup/bands.ts';
import { expectedRecall, floorOf } from '../../src/pipeline/dedup/nearFloor.ts';
import { NearPairs } from '../../src/pipeline/dedup/nearPairs.ts';
import { PairWishes } from '../../src/pipeline/dedup/pairWishes.ts';
import { clusterRows } from '../../src/pipeline/dedup/rowClusters.ts';
import { conversation, messages, planOf, survey, words } from './world.ts';

/** Rows 0 and 1 are copies, as are 3 and 4; 0 is like 2, 2 like 3; 0 and 3 are known not to be. */
const FIRST = Uint32Array.of(0, 0, 2, 3, 3, 5);
const PAIRS = {
  one: Uint32Array.of(0, 2, 0),
  other: Uint32Array.of(2, 3, 3),
  similarity: Float64Array.of(0.9, 0.8, 0.7),
};
const near = new NearPairs(FIRST, PAIRS, 0.8, () => undefined);

describe('near pairs', () => {
  test('copies stand for each other', () => {
    expect([near.between(0, 1), near.between(1, 2), near.between(2, 4)]).toEqual([1, 0.9, 0.8]);
    expect(near.of(1)).toEqual([{ row: 2, similarity: 0.9 }]);
    expect(near.of(2)).toEqual([
      { row: 0, similarity: 0.9 },
      { row: 3, similarity: 0.8 },
    ]);
  });

  test('below the threshold is no pair, and is not asked for again', () => {
    const asked: number[][] = [];
    const pairs = new NearPairs(FIRST, PAIRS, 0.8, (one, other) => {
      asked.push([one, other]);
      return 0.85;
    });
    expect([pairs.between(0, 4), pairs.between(1, 5)]).toEqual([undefined, 0.85]);
    expect(asked).toEqual([[0, 5]]);
  });

  test('what hangs together is a cluster, and its earliest row leads it', () => {
    const said = Array.from({ length: 6 }, (_, n) => {
      const own = [0, 0, 2, 3, 3, 5][n] ?? 0;
      return conversation({ timestamp: n === 3 ? 1 : 100 + n, messages: messages('u:q', `a:${words(own, 30)}`) });
    });
    const { dedup } = planOf();
    expect([...clusterRows(survey(said), dedup, near)]).toEqual([3, 3, 3, 3, 3, 5]);
  });
});

describe('wishes', () => {
  const alike = survey([1, 2, 3].map((n) => conversation({ messages: messages('u:q', `a:${words('x', 60)} ${n}`) })));

  test('are pairs that may be alike and that nobody compared, each once', () => {
    const wishes = new PairWishes((row) => row !== 2, alike.rows.signatures, 0.7);
    expect([wishes.judge(1, 0), wishes.judge(0, 1), wishes.judge(0, 2)]).toEqual([undefined, undefined, undefined]);
    const wanted = wishes.take();
    expect([[...wanted.one], [...wanted.other]]).toEqual([[0], [1]]);
    wishes.known.add({ ...wanted, similarity: Float64Array.of(0.9) });
    expect(wishes.judge(1, 0)).toBe(0.9);
    expect(wishes.take().one).toHaveLength(0);
  });
});

describe('expected recall', () => {
  test.each([0.7, 0.8, 0.9, 0.95, 1])(
    'is above 99 %% at a threshold of %f with the bands that are taken',
    (threshold) => {
      expect(expectedRecall(threshold, bandsFor(threshold))).toBeGreaterThan(0.99);
      expect(floorOf(threshold)).toBeLessThanOrEqual(threshold);
    },
  );

  test('falls with the bands', () => {
    const recalls = [14, 7, 3, 1].map((bands) => expectedRecall(0.8, bands));
    expect(recalls).toEqual(recalls.toSorted((a, b) => b - a));
    expect(recalls.at(-1)).toBeCloseTo(0.8 ** 4, 2);
  });
});
