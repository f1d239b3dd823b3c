import { identity, orderBy } from '../../measures/order.ts';
import type { RowPairs } from '../../pipeline/dedup/rowPairs.ts';
import type { Digest } from '../../pipeline/digest.ts';
import type { CompareTask } from '../tasks.ts';
import { type Reread, rereadColumns, TASK_BYTES } from './reread.ts';

export interface PlacedCompareTask {
  readonly task: CompareTask;
  /** The places of the task's pairs in those that were asked for. */
  readonly places: Uint32Array;
}

/**
 * The work of comparing pairs of rows, cut so that each task reads about as much. Pairs that hang together come one behind
 * the other, so that hardly a row is read twice.
 * @param canned hashes of n-grams that do not count
 */
export function* compareTasks(
  reread: Reread,
  canned: Uint32Array,
  { one, other }: Pick<RowPairs, 'one' | 'other'>,
): Generator<PlacedCompareTask> {
  const { bytes } = reread.survey.digest.rows;
  const order = byComponent(reread.survey.digest, one, other);
  let from = 0;
  let size = 0;
  let batch = new Batch();
  for (let at = 0; at < order.length; at++) {
    const pair = order[at] ?? 0;
    for (const row of [one[pair] ?? 0, other[pair] ?? 0]) if (batch.add(row)) size += bytes[row] ?? 0;
    batch.endPair();
    if (size < TASK_BYTES && at < order.length - 1) continue;
    yield { task: batch.task(reread, canned), places: order.subarray(from, at + 1) };
    from = at + 1;
    size = 0;
    batch = new Batch();
  }
}

/** The rows of a task, each once, and its pairs of them. */
class Batch {
  readonly #places = new Map<number, number>();
  readonly #sides: number[] = [];
  readonly #one: number[] = [];
  readonly #other: number[] = [];

  /** Adds one side of a pair; says whether the row is new. */
  add(row: number): boolean {
    const known = this.#places.get(row);
    this.#sides.push(known ?? this.#places.size);
    if (known === undefined) this.#places.set(row, this.#places.size);
    return known === undefined;
  }

  endPair(): void {
    const [one = 0, other = 0] = this.#sides.splice(0);
    this.#one.push(one);
    this.#other.push(other);
  }

  task(reread: Reread, canned: Uint32Array): CompareTask {
    const pairs = { one: Uint32Array.from(this.#one), other: Uint32Array.from(this.#other) };
    return { kind: 'compare', ...rereadColumns(reread, [...this.#places.keys()]), pairs, canned };
  }
}

/** The places of pairs, those whose rows hang together one behind the other; beside that their order stays. */
function byComponent({ count }: Pick<Digest, 'count'>, one: Uint32Array, other: Uint32Array): Uint32Array {
  const parent = identity(count);
  const rootOf = (row: number): number => {
    let at = row;
    while (parent[at] !== at) {
      const next = parent[at] ?? at;
      parent[at] = parent[next] ?? next;
      at = next;
    }
    return at;
  };
  for (let pair = 0; pair < one.length; pair++) {
    const a = rootOf(one[pair] ?? 0);
    const b = rootOf(other[pair] ?? 0);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  const roots = new Float64Array(one.length);
  for (let pair = 0; pair < one.length; pair++) roots[pair] = rootOf(one[pair] ?? 0);
  return orderBy(roots);
}
