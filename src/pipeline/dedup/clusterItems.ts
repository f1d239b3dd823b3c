import { orderBy } from '../../measures/order.ts';
import { Unions } from '../../measures/unions.ts';
import type { Decisions } from '../decisions.ts';
import type { DecidePlan } from '../setStage.ts';
import { type Clustered, type ItemPairs, rowItemPairs } from './itemPairs.ts';
import { clusterRows } from './rowClusters.ts';
import { SessionPairs } from './sessionPairs.ts';
import { joinSharing } from './sharedExchanges.ts';
import { OPENING, type SnapshotGroups, snapshotsOf } from './snapshots.ts';

/** The items, the earliest first. */
export function itemsInTimeOrder(decisions: Decisions): Uint32Array {
  const times = new Float64Array(decisions.itemCount);
  for (let item = 0; item < times.length; item++)
    times[item] = decisions.digest.rows.timestamp[decisions.firstRow(item)] ?? 0;
  return orderBy(times);
}

/**
 * Sets the leader of every item's cluster: the earliest of all that hangs together by being duplicates, or by saying what
 * others begin with. Which of them may stand beside each other in their split is another question.
 */
export function clusterItems(decisions: Decisions, plan: DecidePlan): Clustered {
  const leader = clusterRows(decisions.digest, plan.dedup, decisions.near);
  if (plan.conversation.unit === 'session')
    return { pairs: joinSessions(decisions, plan, leader), leaderOfRow: leader };
  const itemOf = itemsByRow(decisions, leader.length);
  for (let item = 0; item < decisions.itemCount; item++) {
    const row = decisions.firstRow(item);
    decisions.leader[item] = itemOf[leader[row] ?? row] ?? item;
  }
  joinSnapshots(decisions, snapshotsOf(decisions, plan), itemOf);
  return { pairs: rowItemPairs(decisions, plan), leaderOfRow: leader };
}

/** By row the item that it is, where every item is one row that the record stages keep; so every leader is one. */
function itemsByRow(decisions: Decisions, rows: number): Uint32Array {
  const itemOf = new Uint32Array(rows);
  for (let item = 0; item < decisions.itemCount; item++) itemOf[decisions.firstRow(item)] = item;
  return itemOf;
}

function joinSnapshots(decisions: Decisions, groups: SnapshotGroups, itemOf: Uint32Array): void {
  if (groups.count === 0) return;
  const together = new Unions(decisions.itemCount);
  for (let item = 0; item < decisions.itemCount; item++) together.join(item, decisions.leader[item] ?? item);
  for (let group = 0; group < groups.count; group++) {
    if (groups.kind[group] === OPENING) continue;
    const begin = groups.start[group] ?? 0;
    const first = itemOf[groups.rows[begin] ?? 0] ?? 0;
    for (let at = begin + 1; at < (groups.start[group + 1] ?? 0); at++)
      together.join(first, itemOf[groups.rows[at] ?? 0] ?? 0);
  }
  leadByEarliest(decisions, itemsInTimeOrder(decisions), together);
}

function joinSessions(decisions: Decisions, plan: DecidePlan, leader: Uint32Array): ItemPairs {
  const order = itemsInTimeOrder(decisions);
  const together = new Unions(decisions.itemCount);
  const pairs = new SessionPairs(decisions, plan, leader);
  pairs.joinAlike(order, together);
  joinSharing(decisions, plan, leader, together);
  leadByEarliest(decisions, order, together);
  return pairs;
}

/** @param order all items, the earliest first */
function leadByEarliest({ leader }: Decisions, order: Uint32Array, together: Unions): void {
  const earliest = new Uint32Array(leader.length).fill(NONE);
  for (const item of order) {
    const one = together.of(item);
    if (earliest[one] === NONE) earliest[one] = item;
    leader[item] = earliest[one] ?? item;
  }
}

const NONE = 0xffffffff;
