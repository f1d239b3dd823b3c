import { SPLITS, type SplitShares } from './assign.ts';
import { DEALT_NOW, type Share } from './deal.ts';

const [TRAIN, VAL, TEST] = [0, 1, 2];

/**
 * Holds out the newest days: of those that were never published the newest go to test until it has its share, those before
 * to val, the rest to train. Days are never divided, so a share is met to half a day; where none is published, test has one
 * day at least, and val one when there are three.
 * @param days by item; what has none is taken for old
 * @returns the split of the group of an item
 */
export function dealByTime(days: Float64Array, shares: Share, wanted: SplitShares): (item: number) => number {
  const published = new Float64Array(SPLITS.length);
  const counts = new Map<number, number>();
  for (let at = 0; at < shares.split.length; at++) {
    const split = shares.split[at] ?? DEALT_NOW;
    if (split !== DEALT_NOW) published[split] = (published[split] ?? 0) + 1;
    const day = days[shares.leader[at] ?? 0] ?? Number.NaN;
    if (split === DEALT_NOW && !Number.isNaN(day)) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const newestFirst = [...counts].sort(([one], [other]) => other - one);
  const total = shares.split.length;
  let next = 0;
  /** Takes days for a split; the first of them, beyond which nothing newer is left. */
  const take = (share: number, has: number, daysBefore: number): number => {
    let left = share * total - has;
    let first = Number.POSITIVE_INFINITY;
    for (; next < newestFirst.length; next++) {
      const [day = 0, count = 0] = newestFirst[next] ?? [];
      const isFirst = share > 0 && has === 0 && first === Number.POSITIVE_INFINITY && newestFirst.length > daysBefore;
      if (!isFirst && count / 2 > left) break;
      if (left <= 0 && !isFirst) break;
      left -= count;
      first = day;
    }
    return first;
  };
  const testFrom = take(wanted.test, published[TEST] ?? 0, 1);
  const valFrom = Math.min(take(wanted.val, published[VAL] ?? 0, 2), testFrom);
  return (item) => {
    const day = days[item] ?? Number.NaN;
    if (day >= testFrom) return TEST;
    return day >= valFrom ? VAL : TRAIN;
  };
}
