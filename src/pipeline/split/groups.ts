import { identity } from '../../measures/order.ts';
import { forEachRepeat } from '../../measures/repeats.ts';
import type { Decisions } from '../decisions.ts';
import { itemsInTimeOrder } from '../dedup/clusterItems.ts';
import { type KeyColumn, ledgerKey } from './groupKeys.ts';

/**
 * Fills `group`: items that share a key of any kind are in one, and so is whatever these share a key with. A group is
 * known by the key of its earliest item, so that what comes later does not rename it.
 */
export function groupItems(decisions: Decisions, columns: readonly KeyColumn[]): void {
  const { group } = decisions;
  if (firstKeys(columns, group)) return;
  const earliest = joinedItems(decisions, columns);
  const keys = group.slice();
  for (let item = 0; item < group.length; item++) group[item] = keys[earliest[item] ?? item] ?? 0;
}

/**
 * Fills in the first key that each item has.
 * @returns true when none has a second one, so that these are the groups
 */
function firstKeys(columns: readonly KeyColumn[], keys: Float64Array): boolean {
  let single = true;
  // Of one kind of key, hashes stay as they are, and groups are dealt by them; of several, a user must not be taken for a session.
  const mixed = columns.filter(({ isFallback }) => isFallback !== true).length > 1;
  for (let item = 0; item < keys.length; item++) {
    keys[item] = 0;
    for (const { kind, hashes } of columns) {
      const hash = hashes[item] ?? 0;
      if (hash === 0) continue;
      if (keys[item] !== 0) single = false;
      else keys[item] = mixed ? ledgerKey(kind, hash) : hash;
    }
  }
  return single;
}

/** For each item the earliest of its group. */
function joinedItems(decisions: Decisions, columns: readonly KeyColumn[]): Uint32Array {
  const order = itemsInTimeOrder(decisions);
  const parent = identity(order.length);
  const root = (place: number): number => {
    let top = place;
    while (parent[top] !== top) {
      parent[top] = parent[parent[top] ?? top] ?? top;
      top = parent[top] ?? top;
    }
    return top;
  };
  for (const { hashes } of columns) {
    const inOrder = Float64Array.from(order, (item) => hashes[item] ?? 0);
    forEachRepeat(inOrder, (places, start, end) => {
      if (inOrder[places[start] ?? 0] === 0) return;
      for (let at = start + 1; at < end; at++) {
        const [one, other] = [root(places[start] ?? 0), root(places[at] ?? 0)];
        // The earlier one leads, and places are in the order of time.
        if (one < other) parent[other] = one;
        else parent[one] = other;
      }
    });
  }
  const earliest = new Uint32Array(order.length);
  for (let place = 0; place < order.length; place++) earliest[order[place] ?? 0] = order[root(place)] ?? 0;
  return earliest;
}
