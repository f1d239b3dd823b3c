import { KeyCounts } from '../../measures/keyCounts.ts';
import { placesWhere } from '../../measures/repeats.ts';
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
      // What was never published is no more than a duplicate where another one of its cluster may stand.
      const isDuplicate = decisions.publishedText[item] === 0 && placed[decisions.leader[item] ?? item] === 1;
      if (!isDuplicate && isConflict(decisions, item)) dropItem(item, 'conflict');
    }
  },
});

/**
 * The split of every kept item. A group must not stand in two splits: an item stands where its duplicates belong only if
 * its group does, or has nobody else; and only if no export ever had it, or its group, in another.
 */
function placeItems(decisions: Decisions): void {
  const { home, groupSplit, split, itemCount } = decisions;
  const company = companyOf(decisions);
  for (let item = 0; item < itemCount; item++) {
    if (!decisions.isKept(item)) continue;
    const belongs = groupSplit[item] === home[item] || company?.of(decisions.group[item] ?? 0) === 1;
    split[item] = belongs && !wasElsewhere(decisions, item) ? (home[item] ?? NO_SPLIT) : NO_SPLIT;
  }
}

/** The ledger has it, or what it is never parted from, in another split than the one it belongs to. */
function wasElsewhere({ published, home }: Decisions, item: number): boolean {
  return ((published[item] ?? 0) & ~bitOf(home[item] ?? 0)) !== 0;
}

/** It stands nowhere because of what was published; a single item can have no other reason. */
function isConflict(decisions: Decisions, item: number): boolean {
  return wasElsewhere(decisions, item) || decisions.home[item] !== decisions.groupSplit[decisions.leader[item] ?? item];
}

/** How many kept items there are in the groups of those that belong elsewhere than their group; nothing when there are none. */
function companyOf(decisions: Decisions): KeyCounts | undefined {
  const { home, groupSplit, group, itemCount } = decisions;
  const isAway = (item: number): boolean => groupSplit[item] !== home[item] && decisions.isKept(item);
  const away = placesWhere(itemCount, isAway);
  if (away.length === 0) return undefined;
  const company = new KeyCounts(away.length);
  for (const item of away) company.add(group[item] ?? 0);
  for (let item = 0; item < itemCount; item++) if (decisions.isKept(item)) company.count(group[item] ?? 0);
  return company;
}

/** By leader: 1 for the clusters of which somebody may stand where they belong. */
function placedClusters({ leader, split, itemCount }: Decisions): Uint8Array {
  const placed = new Uint8Array(itemCount);
  for (let item = 0; item < itemCount; item++) if (split[item] !== NO_SPLIT) placed[leader[item] ?? item] = 1;
  return placed;
}
