import { similarity } from '../../measures/minhash.ts';
import { sortedPlaces } from '../../measures/order.ts';
import { placesWhere } from '../../measures/repeats.ts';
import type { Decisions } from '../decisions.ts';
import { byPreference } from '../preference.ts';
import type { DecidePlan, SetStageTools } from '../setStage.ts';
import { NO_SPLIT } from '../split/assign.ts';

export type DuplicateReason = 'exact_duplicate' | 'near_duplicate' | 'other_split';

/** Keeps the best member of every cluster that may stand in the cluster's split, and drops the others. */
export function chooseRepresentatives(
  decisions: Decisions,
  plan: DecidePlan,
  tools: SetStageTools<DuplicateReason>,
): void {
  const members = itemsOfClusters(decisions);
  const better = byPreference(decisions, plan.dedup.keep);
  for (let start = 0; start < members.length; ) {
    const leader = decisions.leader[members[start] ?? 0] ?? 0;
    let end = start + 1;
    while (end < members.length && decisions.leader[members[end] ?? 0] === leader) end++;
    const cluster = members.subarray(start, end);
    start = end;
    const home = decisions.home[leader] ?? NO_SPLIT;
    for (const item of cluster) decisions.clusterSize[item] = cluster.length;
    const candidates: number[] = [];
    for (const item of cluster) if (decisions.isKept(item)) candidates.push(item);
    if (candidates.length > 1) candidates.sort(better);
    // Of a group that stands elsewhere none may stay: whoever may was given the split before.
    const chosen = candidates.find((item) => decisions.split[item] === home);
    for (const item of cluster) decisions.representative[item] = chosen ?? item;
    for (const item of candidates) if (item !== chosen) dropDuplicate(decisions, item, chosen, plan, tools);
  }
}

/** The items of all clusters of more than one, cluster by cluster. */
function itemsOfClusters({ leader }: Decisions): Uint32Array {
  const sizes = new Uint32Array(leader.length);
  for (let item = 0; item < leader.length; item++) sizes[leader[item] ?? 0] = (sizes[leader[item] ?? 0] ?? 0) + 1;
  const items = placesWhere(leader.length, (item) => (sizes[leader[item] ?? 0] ?? 0) > 1);
  return sortedPlaces(items.map((item) => leader[item] ?? 0)).map((place) => items[place] ?? 0);
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
  if (decisions.sizeOf(item) > 1 || decisions.sizeOf(chosen) > 1) return decisions.similarity[item] ?? 1;
  const { signatures } = decisions.digest.rows;
  return similarity(signatures, decisions.firstRow(item), decisions.firstRow(chosen));
}
