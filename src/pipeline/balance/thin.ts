import { combine53, uniform } from '../../measures/hash.ts';
import type { Decisions } from '../decisions.ts';
import { SPLITS } from '../split/assign.ts';
import { type Cell, type Dimension, quotas } from './quotas.ts';

/** Something by which examples are balanced. */
export interface Balanced {
  readonly shares: Dimension;
  /** The place of an item's share. */
  categoryOf(item: number): number;
}

/** An item that is over its share: how many there were like it, and how many of them stay. */
export interface Surplus {
  readonly item: number;
  readonly size: number;
  readonly quota: number;
}

/** Salt, so that who is sampled has nothing to do with who is dealt to which split by the same seed. */
const SAMPLING = 0x5a3b1e;

/** The items of the train split that are kept so far. */
export function trainItems(decisions: Decisions): number[] {
  const train = SPLITS.indexOf('train');
  const items: number[] = [];
  for (let item = 0; item < decisions.itemCount; item++) {
    if (decisions.split[item] === train && decisions.isKept(item)) items.push(item);
  }
  return items;
}

/**
 * Which items have to go for the others to have their shares. Among those that are alike, a hash of the content and the
 * seed says who stays: so it is a fair sample of everything that is not balanced, and tomorrow mostly the same one.
 */
export function surplus(
  decisions: Decisions,
  items: readonly number[],
  balanced: readonly Balanced[],
  seed: number,
): Surplus[] {
  const groups = groupsOf(items, balanced);
  const cells: Cell[] = groups.map(({ items: members, categories }) => ({ count: members.length, categories }));
  const quota = quotas(
    cells,
    balanced.map(({ shares }) => shares),
  );
  return groups.flatMap(({ items: members }, group) => {
    const stay = quota[group] ?? 0;
    if (stay >= members.length) return [];
    const order = inSampleOrder(decisions, members, seed);
    return order.slice(stay).map((item) => ({ item, size: members.length, quota: stay }));
  });
}

/** The same items, those first that a sample of the size it likes would have: by a hash of their content and the seed. */
export function inSampleOrder(decisions: Decisions, items: readonly number[], seed: number): number[] {
  const { content } = decisions.digest.rows;
  const placed = items.map((item) => {
    return { item, at: uniform(combine53(SAMPLING, content[decisions.firstRow(item)] ?? 0), seed) };
  });
  return placed.sort((a, b) => a.at - b.at || a.item - b.item).map(({ item }) => item);
}

interface Group {
  readonly items: number[];
  readonly categories: readonly number[];
}

function groupsOf(items: readonly number[], balanced: readonly Balanced[]): Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const categories = balanced.map((one) => one.categoryOf(item));
    const key = categories.join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { items: [item], categories });
    else group.items.push(item);
  }
  return [...groups.values()];
}
