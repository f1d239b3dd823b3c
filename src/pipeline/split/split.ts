import type { Decisions } from '../decisions.ts';
import { clusterItems } from '../dedup/clusterItems.ts';
import { defineSetStage } from '../setStage.ts';
import { NO_SPLIT } from './assign.ts';
import { assignSplits } from './assignSplits.ts';
import { bitOf } from './ledger.ts';

/**
 * Settles in which split every item stands, if it may stand in any. The content of a cluster of duplicates belongs to one split
 * for good, whoever of its members is the best today: that is what keeps a test row of last month out of training when a
 * better rated copy of it turns up. Which member stays is for `dedup` to say.
 */
export default defineSetStage({
  name: 'split',
  summary: 'deals groups to the splits, and keeps what was published where it was',
  section: 'split',
  reasons: {
    conflict:
      'an earlier export had it, or the rest of its group, in another split than the one to which it belongs now',
  },
  apply(decisions, plan, { dropItem }) {
    decisions.clusters = clusterItems(decisions, plan);
    assignSplits(decisions, plan);
    placeItems(decisions);
    if (decisions.ledger === undefined) return;
    const placed = placedClusters(decisions);
    for (let item = 0; item < decisions.itemCount; item++) {
      if (decisions.split[item] !== NO_SPLIT || !decisions.isKept(item)) continue;
      // What was published nowhere else is no more than a duplicate where another one of its cluster may stand.
      const isDuplicate = !saidElsewhere(decisions, item) && placed[decisions.leader[item] ?? item] === 1;
      if (!isDuplicate && isConflict(decisions, item)) dropItem(item, 'conflict');
    }
  },
});

/**
 * The split of every kept item. A group must not stand in two splits: an item stands where its duplicates belong only if
 * its group does, or is all of that cluster; and only if no export ever had it, or its group, in another.
 */
function placeItems(decisions: Decisions): void {
  const { home, group, groupSplit, leader, split, itemCount } = decisions;
  const clusters = clustersOfGroups(decisions);
  for (let item = 0; item < itemCount; item++) {
    if (!decisions.isKept(item)) continue;
    const belongs = groupSplit[item] === home[item] || clusters?.get(group[item] ?? 0) === leader[item];
    split[item] = belongs && !wasElsewhere(decisions, item) ? (home[item] ?? NO_SPLIT) : NO_SPLIT;
  }
}

/** The ledger has it, or what it is never parted from, in another split than the one it belongs to. */
function wasElsewhere({ published, home }: Decisions, item: number): boolean {
  return ((published[item] ?? 0) & ~bitOf(home[item] ?? 0)) !== 0;
}

/** Its text was published in another split than the one it belongs to. */
function saidElsewhere({ publishedText, home }: Decisions, item: number): boolean {
  return ((publishedText[item] ?? 0) & ~bitOf(home[item] ?? 0)) !== 0;
}

/** It stands nowhere because of what was published, and not just because its group was dealt to another split than its duplicates. */
function isConflict(decisions: Decisions, item: number): boolean {
  const { home, groupSplit, leader } = decisions;
  if (saidElsewhere(decisions, item) || home[item] !== groupSplit[leader[item] ?? item]) return true;
  return groupSplit[item] === home[item] && wasElsewhere(decisions, item);
}

/**
 * By group that has a member that belongs elsewhere: the one cluster in which all that is kept of it is, or `SEVERAL`. Nothing
 * when there are none.
 */
function clustersOfGroups(decisions: Decisions): ReadonlyMap<number, number> | undefined {
  const { home, groupSplit, group, leader, itemCount } = decisions;
  const found = new Map<number, number>();
  for (let item = 0; item < itemCount; item++)
    if (groupSplit[item] !== home[item] && decisions.isKept(item)) found.set(group[item] ?? 0, NONE_YET);
  if (found.size === 0) return undefined;
  for (let item = 0; item < itemCount; item++) {
    const cluster = found.get(group[item] ?? 0);
    if (cluster === undefined || !decisions.isKept(item)) continue;
    const own = leader[item] ?? item;
    found.set(group[item] ?? 0, cluster === NONE_YET || cluster === own ? own : SEVERAL);
  }
  return found;
}

const NONE_YET = -1;
const SEVERAL = -2;

/** By leader: 1 for the clusters of which somebody may stand where they belong. */
function placedClusters({ leader, split, itemCount }: Decisions): Uint8Array {
  const placed = new Uint8Array(itemCount);
  for (let item = 0; item < itemCount; item++) if (split[item] !== NO_SPLIT) placed[leader[item] ?? item] = 1;
  return placed;
}
