import type { RowPairs } from './rowPairs.ts';

/** How similar pairs of rows are, for whoever knows the pair. */
export class KnownPairs {
  readonly #similarity = new Map<number, number>();

  add({ one, other, similarity }: RowPairs): void {
    for (let pair = 0; pair < one.length; pair++)
      this.#similarity.set(keyOf(one[pair] ?? 0, other[pair] ?? 0), similarity[pair] ?? 0);
  }

  /** 0 to 1; nothing for pairs that were not added. */
  of(one: number, other: number): number | undefined {
    return this.#similarity.get(keyOf(one, other));
  }

  /** All of them, in the order in which they came. */
  all(): RowPairs {
    const keys = [...this.#similarity.keys()];
    return { ...pairsOfKeys(keys), similarity: Float64Array.from(this.#similarity.values()) };
  }
}

/** Above every number of a row; the product of two is a whole number that a double holds. */
const RADIX = 2 ** 26;

/** The same for a pair whichever of the two comes first. */
export function keyOf(one: number, other: number): number {
  return Math.min(one, other) * RADIX + Math.max(one, other);
}

export function pairsOfKeys(keys: readonly number[]): Pick<RowPairs, 'one' | 'other'> {
  return {
    one: Uint32Array.from(keys, (key) => Math.floor(key / RADIX)),
    other: Uint32Array.from(keys, (key) => key % RADIX),
  };
}
