import type { Decisions } from '../decisions.ts';
import { byPreference } from '../preference.ts';
import type { DecidePlan, SetStageTools } from '../setStage.ts';
import { NO_SPLIT } from '../split/assign.ts';
import { ONE_CHAT, OPENING, type SnapshotGroups, snapshotsOf } from './snapshots.ts';

type Tools = SetStageTools<'snapshot' | 'beginning'>;

/**
 * Of the lines of a chat as it grew only the longest stays that is kept. What so many chats begin with that they need not
 * stand in one split goes, too: it is said in them.
 */
export function collapseSnapshots(decisions: Decisions, plan: DecidePlan, { dropItem }: Tools): void {
  const groups = snapshotsOf(decisions, plan);
  if (groups.count === 0) return;
  const itemOf = new Map<number, number>();
  for (const row of groups.rows) itemOf.set(row, -1);
  for (let item = 0; item < decisions.itemCount; item++) {
    const row = decisions.firstRow(item);
    if (itemOf.has(row)) itemOf.set(row, item);
  }
  const itemsAt = (start: number, end: number): number[] =>
    Array.from(groups.rows.subarray(start, end), (row) => itemOf.get(row) ?? -1).filter(
      (item) => item !== -1 && decisions.isKept(item),
    );
  const best = longestFirst(decisions, plan);
  // First what opens many chats, while those that go on are all there; then chats, where any order of groups gives the same.
  for (const kind of [OPENING, ONE_CHAT]) {
    for (let group = 0; group < groups.count; group++) {
      if (groups.kind[group] !== kind) continue;
      const shorter = itemsAt(groups.start[group] ?? 0, groups.longer[group] ?? 0);
      const longest = shorter.length === 0 ? undefined : first(longer(groups, group, itemsAt), best);
      if (longest === undefined) continue;
      for (const item of shorter) {
        if (exchangesOf(decisions, item) > exchangesOf(decisions, longest)) continue;
        decisions.split[item] = NO_SPLIT;
        decisions.representative[item] = longest;
        dropItem(item, kind === OPENING ? 'beginning' : 'snapshot');
      }
    }
  }
}

function longer(
  { longer: behind, start }: SnapshotGroups,
  group: number,
  itemsAt: (start: number, end: number) => number[],
): number[] {
  return itemsAt(behind[group] ?? 0, start[group + 1] ?? 0);
}

/** The one to keep of lines that go on: what goes out of it is longest, or it was before feedback cut it, or it is better. */
function longestFirst(decisions: Decisions, plan: DecidePlan): (a: number, b: number) => number {
  const { exchanges } = decisions.digest.rows;
  const whole = (item: number): number => exchanges[decisions.firstRow(item)] ?? 0;
  const better = byPreference(decisions, plan.dedup.keep);
  return (a, b) => exchangesOf(decisions, b) - exchangesOf(decisions, a) || whole(b) - whole(a) || better(a, b);
}

function first(items: readonly number[], order: (a: number, b: number) => number): number | undefined {
  let best = items[0];
  for (const item of items) if (best !== undefined && order(item, best) < 0) best = item;
  return best;
}

/** How many exchanges of an item of one row go out. */
function exchangesOf(decisions: Decisions, item: number): number {
  return decisions.exchanges[decisions.firstRow(item)] ?? 0;
}
