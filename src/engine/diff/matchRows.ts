import { orderBy } from '../../measures/order.ts';
import type { RowTable } from './rowTable.ts';

/** No row. */
export const NONE = -1;

/** Which rows of two exports are the same conversation's, by row: the row of the other export, or `NONE`. */
export interface Matches {
  readonly newOf: Int32Array;
  readonly oldOf: Int32Array;
}

/**
 * Matches rows by their ids. Where a conversation has several rows (formats of ratings, several examples of a line), those
 * with equal text belong together first, of these those in the same split; the rest in their order.
 */
export function matchRows(old: RowTable, other: RowTable): Matches {
  const matches = { newOf: new Int32Array(old.count).fill(NONE), oldOf: new Int32Array(other.count).fill(NONE) };
  const oldOrder = orderBy(old.id.slice(0, old.count));
  const newOrder = orderBy(other.id.slice(0, other.count));
  let place = 0;
  let start = 0;
  while (place < oldOrder.length && start < newOrder.length) {
    const id = old.id[oldOrder[place] ?? 0] ?? 0;
    const newId = other.id[newOrder[start] ?? 0] ?? 0;
    if (id < newId) place++;
    else if (newId < id) start++;
    else {
      const oldEnd = endOfRun(old.id, oldOrder, place);
      const newEnd = endOfRun(other.id, newOrder, start);
      matchGroup(old, oldOrder.subarray(place, oldEnd), other, newOrder.subarray(start, newEnd), matches);
      place = oldEnd;
      start = newEnd;
    }
  }
  return matches;
}

function endOfRun(keys: Float64Array, order: Uint32Array, start: number): number {
  const key = keys[order[start] ?? 0];
  let end = start + 1;
  while (end < order.length && keys[order[end] ?? 0] === key) end++;
  return end;
}

/** How much alike two rows of one conversation must be, the strictest first. */
const LEVELS = [
  { content: true, split: true },
  { content: true, split: false },
  { content: false, split: true },
  { content: false, split: false },
] as const;

function matchGroup(
  old: RowTable,
  oldRows: Uint32Array,
  other: RowTable,
  newRows: Uint32Array,
  { newOf, oldOf }: Matches,
): void {
  for (const level of LEVELS) {
    const free = new Map<string, number[]>();
    for (const row of newRows) if (oldOf[row] === NONE) pushTo(free, keyOf(other, row, level), row);
    for (const row of oldRows) {
      if (newOf[row] !== NONE) continue;
      const match = free.get(keyOf(old, row, level))?.shift();
      if (match === undefined) continue;
      newOf[row] = match;
      oldOf[match] = row;
    }
  }
}

function keyOf(table: RowTable, row: number, level: (typeof LEVELS)[number]): string {
  return `${level.content ? table.content[row] : ''} ${level.split ? table.split[row] : ''}`;
}

function pushTo(lists: Map<string, number[]>, key: string, row: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [row]);
  else list.push(row);
}
