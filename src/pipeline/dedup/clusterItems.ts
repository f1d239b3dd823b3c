import { combine53 } from '../../measures/hash.ts';
import { orderBy } from '../../measures/order.ts';
import { forEachRepeat } from '../../measures/repeats.ts';
import type { Decisions } from '../decisions.ts';
import type { DecidePlan } from '../setStage.ts';
import { clusterRows } from './rowClusters.ts';

/** The items, the earliest first. */
export function itemsInTimeOrder(decisions: Decisions): Uint32Array {
  const times = new Float64Array(decisions.itemCount);
  for (let item = 0; item < times.length; item++)
    times[item] = decisions.digest.rows.timestamp[decisions.firstRow(item)] ?? 0;
  return orderBy(times);
}

/** Sets the leader of every item's cluster. Joined sessions are duplicates when their exchanges are, one by one. */
export function clusterItems(decisions: Decisions, { conversation, dedup }: DecidePlan): void {
  const { leader, similarity } = clusterRows(decisions.digest, dedup, decisions.near);
  if (conversation.unit === 'exchange') leadByRow(decisions, leader, similarity);
  else if (dedup.exact || dedup.near.enabled) leadBySequence(decisions, leader);
}

/** Items are the rows that the record stages keep, in their order, so that every leader is one. */
function leadByRow(decisions: Decisions, leader: Uint32Array, similarity: Float32Array): void {
  const itemOf = new Uint32Array(leader.length);
  for (let item = 0; item < decisions.itemCount; item++) itemOf[decisions.firstRow(item)] = item;
  for (let item = 0; item < decisions.itemCount; item++) {
    const row = decisions.firstRow(item);
    decisions.leader[item] = itemOf[leader[row] ?? row] ?? item;
    decisions.similarity[item] = similarity[row] ?? 1;
  }
}

function leadBySequence(decisions: Decisions, leader: Uint32Array): void {
  const order = itemsInTimeOrder(decisions);
  const content = new Float64Array(order.length);
  for (let place = 0; place < order.length; place++) {
    let sequence = 1;
    for (const row of decisions.rowsOf(order[place] ?? 0)) sequence = combine53(sequence, leader[row] ?? row);
    content[place] = sequence;
  }
  forEachRepeat(content, (places, start, end) => {
    for (let i = start + 1; i < end; i++) decisions.leader[order[places[i] ?? 0] ?? 0] = order[places[start] ?? 0] ?? 0;
  });
}
