import { sortedPlaces } from '../../measures/order.ts';
import { placesWhere } from '../../measures/repeats.ts';
import type { Decisions } from '../decisions.ts';
import { byPreference } from '../preference.ts';
import type { DecidePlan, SetStageTools } from '../setStage.ts';
import { NO_SPLIT } from '../split/assign.ts';
import type { ItemPairs } from './itemPairs.ts';
import { poolFeedback } from './poolFeedback.ts';
import { Stayers } from './stayers.ts';

export type DuplicateReason = 'exact_duplicate' | 'near_duplicate' | 'other_split' | 'pooled_below_min';

/** What decides who stays. */
export interface Choice {
  readonly decisions: Decisions;
  readonly plan: DecidePlan;
  readonly pairs: ItemPairs;
  readonly tools: SetStageTools<DuplicateReason>;
}

/**
 * Of every cluster the best stays, and what resembles it goes; of the rest the best stays, too, in the same split; and so
 * on. So nothing is dropped for one that it does not resemble, and no two that stay are duplicates.
 */
export function chooseRepresentatives(choice: Choice): void {
  const { decisions, plan } = choice;
  const members = itemsOfClusters(decisions);
  const better = byPreference(decisions, plan.dedup.keep);
  for (let start = 0; start < members.length; ) {
    const leader = decisions.leader[members[start] ?? 0] ?? 0;
    let end = start + 1;
    while (end < members.length && decisions.leader[members[end] ?? 0] === leader) end++;
    const cluster = Array.from(members.subarray(start, end)).sort(better);
    start = end;
    for (const item of cluster) decisions.clusterSize[item] = cluster.length;
    const home = decisions.home[leader] ?? NO_SPLIT;
    // Of a group that stands elsewhere none may stay: whoever may was given the split before.
    const may = (item: number): boolean => decisions.split[item] === home;
    const candidates = cluster.filter((item) => decisions.isKept(item));
    const [staying, away] = [candidates.filter(may), candidates.filter((item) => !may(item))];
    const stay = chooseAmong(staying, choice);
    for (const item of away) dropDuplicate(choice, item, stay.like(item, 1));
    standForOthers(cluster, stay, choice);
    if (!plan.dedup.pool_feedback) continue;
    for (const item of stay.items) poolFeedback(decisions, item, cluster, plan.feedback.min_stars, choice.tools);
  }
}

/**
 * Drops of these all but the best that do not resemble each other; by prompts, so many may stay that do.
 * @param items the best first
 */
function chooseAmong(items: readonly number[], choice: Choice): Stayers {
  const { by, max_per_prompt } = choice.plan.dedup;
  const stay = new Stayers(choice.pairs);
  for (const item of items) {
    const like = stay.like(item, by === 'prompt' ? max_per_prompt : 1);
    if (like === undefined) stay.add(item);
    else dropDuplicate(choice, item, like);
  }
  return stay;
}

/** Says of members that were dropped before, for their rating or the period, which one stands for them. */
function standForOthers(cluster: readonly number[], { items }: Stayers, { decisions, pairs }: Choice): void {
  const stand = new Stayers(pairs);
  for (const item of items) stand.add(item);
  for (const item of cluster) {
    if (decisions.isKept(item) || decisions.representative[item] !== item) continue;
    const like = stand.like(item, 1);
    if (like === undefined) stand.add(item);
    else decisions.representative[item] = like;
  }
}

/** The items of all clusters of more than one, cluster by cluster. */
function itemsOfClusters({ leader }: Decisions): Uint32Array {
  const sizes = new Uint32Array(leader.length);
  for (let item = 0; item < leader.length; item++) sizes[leader[item] ?? 0] = (sizes[leader[item] ?? 0] ?? 0) + 1;
  const items = placesWhere(leader.length, (item) => (sizes[leader[item] ?? 0] ?? 0) > 1);
  return sortedPlaces(items.map((item) => leader[item] ?? 0)).map((place) => items[place] ?? 0);
}

/** Drops an item for the sake of one that stays and that it resembles, or because it may not stand where its duplicates do. */
export function dropDuplicate(
  { decisions, plan, pairs, tools }: Choice,
  item: number,
  stays: number | undefined,
): void {
  decisions.split[item] = NO_SPLIT;
  if (stays === undefined) {
    tools.dropItem(item, 'other_split');
    return;
  }
  decisions.representative[item] = stays;
  if (pairs.areEqual(item, stays) || decisions.contentOf(item) === decisions.contentOf(stays))
    tools.dropItem(item, 'exact_duplicate');
  else
    tools.dropItem(item, 'near_duplicate', {
      measured: pairs.between(item, stays) ?? 0,
      limit: plan.dedup.near.threshold,
    });
}
