import type { Decisions } from '../decisions.ts';
import { fewestWords } from '../dedup/contents.ts';
import { nearLeaders } from '../dedup/near.ts';
import type { DecidePlan } from '../setStage.ts';
import { SPLITS } from '../split/assign.ts';
import type { Answer } from './signal.ts';

/**
 * The splits of kept conversations that items with rated answers resemble without being of their cluster: one may resemble the
 * leaders of two clusters, and belongs to the first. Of several that of test comes first, then that of val. Items that are
 * kept themselves, or lead their cluster, resemble no other.
 */
export function resembledSplits(
  decisions: Decisions,
  plan: DecidePlan,
  answers: readonly Answer[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const { near } = plan.dedup;
  if (!near.enabled || plan.conversation.unit === 'session') return found;
  const { words, signatures } = decisions.digest.rows;
  const isCompared = (item: number): boolean => (words[decisions.firstRow(item)] ?? 0) >= fewestWords(plan.dedup);
  const asked = new Set<number>();
  for (const { item } of answers)
    if (!decisions.isKept(item) && decisions.leader[item] !== item && isCompared(item)) asked.add(item);
  if (asked.size === 0) return found;
  const items: number[] = [];
  for (let split = SPLITS.length - 1; split >= 0; split--) {
    for (let item = 0; item < decisions.itemCount; item++)
      if (decisions.split[item] === split && decisions.isKept(item) && isCompared(item)) items.push(item);
  }
  const kept = items.length;
  for (const item of asked) items.push(item);
  const stands = Uint8Array.from(items, (_, place) => (place < kept ? 0 : 1));
  const rows = Uint32Array.from(items, (item) => decisions.firstRow(item));
  const { leader } = nearLeaders(rows, signatures, near.threshold, stands);
  for (let place = kept; place < items.length; place++) {
    const like = leader[place] ?? place;
    if (like < kept) found.set(items[place] ?? 0, decisions.split[items[like] ?? 0] ?? 0);
  }
  return found;
}
