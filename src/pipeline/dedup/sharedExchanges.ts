import { sortedPlaces } from '../../measures/order.ts';
import type { Unions } from '../../measures/unions.ts';
import type { Decisions } from '../decisions.ts';
import type { DecidePlan, SetStageTools } from '../setStage.ts';
import { NO_SPLIT } from '../split/assign.ts';
import { fewestWords } from './contents.ts';

/** Ours, as for chats that begin alike: what more sessions share is what everybody is told here. */
const MOST_SESSIONS = 20;

/** Ours: a hundredth of all moves no share of a split by much. */
const MOST_TOGETHER = 0.01;
const FEW_TOGETHER = 20;

/** An exchange long enough to be known again, and the sessions in which it stands. */
interface Shared {
  readonly rows: readonly number[];
  readonly items: readonly number[];
}

/**
 * Lets sessions belong to one cluster, and so to one split, that share a long exchange and nothing else: whoever trained on
 * the one has seen a part of the other. Not without end: where each shares something with the next, all would be one.
 * @param leader by row: the first row of its cluster of duplicates
 */
export function joinSharing(decisions: Decisions, plan: DecidePlan, leader: Uint32Array, together: Unions): void {
  const most = Math.max(FEW_TOGETHER, MOST_TOGETHER * decisions.itemCount);
  const sizes = new Uint32Array(decisions.itemCount);
  for (let item = 0; item < decisions.itemCount; item++) {
    const at = together.of(item);
    sizes[at] = (sizes[at] ?? 0) + 1;
  }
  for (const { items } of sharedExchanges(decisions, plan, leader)) {
    for (let at = 1; at < items.length; at++) {
      const one = together.of(items[0] ?? 0);
      const other = together.of(items[at] ?? 0);
      const size = (sizes[one] ?? 0) + (sizes[other] ?? 0);
      if (one === other || size > most) continue;
      together.join(one, other);
      sizes[together.of(one)] = size;
    }
  }
}

/**
 * Drops sessions that share a long exchange with one in another split: what stands in train before what stands in val, and
 * that before what stands in test.
 */
export function dropSharing(
  decisions: Decisions,
  plan: DecidePlan,
  leader: Uint32Array,
  { dropItem }: SetStageTools<'shared_exchange'>,
): void {
  for (const { rows, items } of sharedExchanges(decisions, plan, leader)) {
    const there = items.filter((_, at) => decisions.verdict[rows[at] ?? 0] === 0);
    const home = there.reduce((best, item) => Math.max(best, decisions.split[item] ?? 0), 0);
    for (const item of there) {
      if (decisions.split[item] === home) continue;
      decisions.split[item] = NO_SPLIT;
      dropItem(item, 'shared_exchange');
    }
  }
}

/** The exchanges that stand in two sessions or more, and not in too many; those of one cluster are one. */
function* sharedExchanges(decisions: Decisions, { dedup }: DecidePlan, leader: Uint32Array): Generator<Shared> {
  const { words } = decisions.digest.rows;
  const fewest = fewestWords(dedup);
  const rows: number[] = [];
  const items: number[] = [];
  for (let item = 0; item < decisions.itemCount; item++) {
    for (const row of decisions.rowsOf(item)) {
      if ((words[row] ?? 0) < fewest) continue;
      rows.push(row);
      items.push(item);
    }
  }
  const keys = Uint32Array.from(rows, (row) => leader[row] ?? row);
  const places = sortedPlaces(keys);
  for (let start = 0; start < places.length; ) {
    const key = keys[places[start] ?? 0];
    let end = start + 1;
    while (end < places.length && keys[places[end] ?? 0] === key) end++;
    const run = places.subarray(start, end);
    const different = new Set(Array.from(run, (place) => items[place] ?? 0));
    if (different.size > 1 && different.size <= MOST_SESSIONS)
      yield {
        rows: Array.from(run, (place) => rows[place] ?? 0),
        items: Array.from(run, (place) => items[place] ?? 0),
      };
    start = end;
  }
}
