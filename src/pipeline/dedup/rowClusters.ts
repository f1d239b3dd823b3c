import { identity } from '../../measures/order.ts';
import type { Digest } from '../digest.ts';
import type { DecidePlan } from '../setStage.ts';
import { firstOfContent, keptInTimeOrder } from './contents.ts';
import type { NearPairs } from './nearPairs.ts';

/**
 * Clusters all rows that the record stages keep, whatever became of them since: late feedback, a period or a session must
 * not move others to another cluster. A cluster is all that hangs together by equal content and by near duplicates, so two
 * that resemble each other are always in one; its first member in the order of time leads it.
 * @returns by row the first row of its cluster; itself when there is no other
 */
export function clusterRows(digest: Digest, dedup: DecidePlan['dedup'], near: NearPairs): Uint32Array {
  if (!dedup.exact && !dedup.near.enabled) return identity(digest.count);
  const order = keptInTimeOrder(digest);
  const first = firstOfContent(digest, order);
  return dedup.near.enabled ? joined(digest.count, order, first, near) : first;
}

/** By row the earliest row that it hangs together with. */
function joined(count: number, order: Uint32Array, first: Uint32Array, near: NearPairs): Uint32Array {
  // The rows of one content stand for each other also where the first of them is left out of what is decided upon.
  const present = new Uint32Array(count).fill(NONE);
  for (const row of order) if (first[row] === row) present[near.firstOf(row)] = row;
  const sets = new RowSets(count, order);
  for (const row of order) {
    if (first[row] !== row) continue;
    for (const { row: other } of near.of(row)) {
      const there = present[other] ?? NONE;
      if (there !== NONE) sets.join(row, there);
    }
  }
  const leader = identity(count);
  for (const row of order) leader[row] = sets.earliest(first[row] ?? row);
  return leader;
}

const NONE = 0xffffffff;

/** Sets of rows that hang together (Tarjan 1975, with the earliest as the root). */
class RowSets {
  readonly #parent: Uint32Array;
  readonly #place: Uint32Array;

  constructor(count: number, order: Uint32Array) {
    this.#parent = identity(count);
    this.#place = new Uint32Array(count);
    for (let place = 0; place < order.length; place++) this.#place[order[place] ?? 0] = place;
  }

  earliest(row: number): number {
    const parent = this.#parent;
    let at = row;
    while (parent[at] !== at) {
      const next = parent[at] ?? at;
      parent[at] = parent[next] ?? next;
      at = parent[at] ?? at;
    }
    return at;
  }

  join(one: number, other: number): void {
    const a = this.earliest(one);
    const b = this.earliest(other);
    if ((this.#place[a] ?? 0) <= (this.#place[b] ?? 0)) this.#parent[b] = a;
    else this.#parent[a] = b;
  }
}
