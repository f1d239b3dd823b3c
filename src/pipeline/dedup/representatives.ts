import { similarity } from '../../measures/minhash.ts';
import { forEachRun, identity } from '../../measures/order.ts';
import type { Decisions } from '../decisions.ts';
import { byPreference } from '../preference.ts';
import type { DecidePlan, SetStageTools } from '../setStage.ts';
import { NO_SPLIT, splitOf } from '../split/assign.ts';

export type DuplicateReason = 'exact_duplicate' | 'near_duplicate' | 'other_split';

/** Keeps the best member of every cluster that may stand in the cluster's split, and drops the others. */
export function chooseRepresentatives(
  decisions: Decisions,
  plan: DecidePlan,
  tools: SetStageTools<DuplicateReason>,
): void {
  const clusters = clustersOf(decisions);
  const company = groupSizes(decisions, plan, clusters);
  for (const members of clusters) {
    const leader = decisions.leader[members[0] ?? 0] ?? 0;
    const home = splitOf(decisions.groupOf(leader, plan.split.by), plan.split);
    for (const item of members) decisions.clusterSize[item] = members.length;
    const candidates = [...members].filter((item) => decisions.isKept(item)).sort(byPreference(decisions));
    // A session must not stand in two splits: only a member of the home split, or one with no others beside it, may stay.
    const chosen = candidates.find(
      (item) => decisions.split[item] === home || company.get(decisions.groupOf(item, plan.split.by)) === 1,
    );
    if (chosen !== undefined) decisions.split[chosen] = home;
    for (const item of members) decisions.representative[item] = chosen ?? item;
    for (const item of candidates) if (item !== chosen) dropDuplicate(decisions, item, chosen, plan, tools);
  }
}

/** The items of every cluster of more than one. */
function clustersOf({ leader }: Decisions): Uint32Array[] {
  const sizes = new Uint32Array(leader.length);
  for (const first of leader) sizes[first] = (sizes[first] ?? 0) + 1;
  const items = identity(leader.length).filter((item) => (sizes[leader[item] ?? 0] ?? 0) > 1);
  const clusters: Uint32Array[] = [];
  forEachRun(
    Float64Array.from(items, (item) => leader[item] ?? 0),
    (places, start, end) => {
      clusters.push(places.slice(start, end).map((place) => items[place] ?? 0));
    },
  );
  return clusters;
}

/** How many kept items there are in the groups of the clusters' members. */
function groupSizes(decisions: Decisions, plan: DecidePlan, clusters: readonly Uint32Array[]): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const members of clusters) for (const item of members) sizes.set(decisions.groupOf(item, plan.split.by), 0);
  for (let item = 0; item < decisions.itemCount; item++) {
    if (!decisions.isKept(item)) continue;
    const group = decisions.groupOf(item, plan.split.by);
    const size = sizes.get(group);
    if (size !== undefined) sizes.set(group, size + 1);
  }
  return sizes;
}

/** Drops an item for the sake of the one that is kept, or because none of its duplicates may be. */
export function dropDuplicate(
  decisions: Decisions,
  item: number,
  chosen: number | undefined,
  plan: DecidePlan,
  { dropItem }: SetStageTools<DuplicateReason>,
): void {
  decisions.split[item] = NO_SPLIT;
  if (chosen === undefined) dropItem(item, 'other_split');
  else if (decisions.contentOf(item) === decisions.contentOf(chosen)) dropItem(item, 'exact_duplicate');
  else
    dropItem(item, 'near_duplicate', { measured: likeness(decisions, item, chosen), limit: plan.dedup.near.threshold });
}

/** Similarity of an item to the one that is kept; joined sessions are compared exchange by exchange, so by their leader. */
function likeness(decisions: Decisions, item: number, chosen: number): number {
  if (decisions.rowsOf(item).length > 1 || decisions.rowsOf(chosen).length > 1) return decisions.similarity[item] ?? 1;
  const { signatures } = decisions.digest.rows;
  return similarity(signatures, decisions.firstRow(item), decisions.firstRow(chosen));
}
