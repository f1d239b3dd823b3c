import { identity } from '../../measures/order.ts';
import type { RowPairs } from './rowPairs.ts';

/** Another row that says nearly the same. */
export interface NearRow {
  readonly row: number;
  /** 0 to 1. */
  readonly similarity: number;
}

/** Says how similar two rows are of which that was not found out before; nothing when it cannot (yet) be said. */
export type JudgePair = (one: number, other: number) => number | undefined;

/**
 * Which rows are near duplicates of which: pairs whose texts were compared, and are at least `threshold` alike. Copies of
 * equal content stand for each other.
 */
export class NearPairs {
  /** Hashes of n-grams that did not count where texts were compared: of what very many conversations begin or end with. */
  readonly canned: Uint32Array;
  readonly #first: Uint32Array;
  readonly #threshold: number;
  readonly #otherwise: JudgePair;
  /** The pairs of row r, and how similar they are, are at the places from `#start[r]` to before `#start[r + 1]`. */
  readonly #start: Uint32Array;
  readonly #row: Uint32Array;
  readonly #similarity: Float64Array;

  /**
   * @param first by row: the first row with equal content
   * @param pairs of such first rows; those below `threshold` are known not to be alike
   * @param otherwise asked for pairs that are not among these
   */
  constructor(
    first: Uint32Array,
    pairs: RowPairs,
    threshold: number,
    otherwise: JudgePair,
    canned = new Uint32Array(0),
  ) {
    this.canned = canned;
    this.#first = first;
    this.#threshold = threshold;
    this.#otherwise = otherwise;
    const { one, other, similarity } = pairs;
    this.#start = startsOf(first.length, one, other);
    this.#row = new Uint32Array(2 * one.length);
    this.#similarity = new Float64Array(2 * one.length);
    const next = this.#start.slice();
    for (let pair = 0; pair < one.length; pair++) {
      const how = similarity[pair] ?? 0;
      this.#put(next, one[pair] ?? 0, other[pair] ?? 0, how);
      this.#put(next, other[pair] ?? 0, one[pair] ?? 0, how);
    }
  }

  /** No near duplicates at all, nor copies. */
  static none(count: number): NearPairs {
    const none = { one: new Uint32Array(0), other: new Uint32Array(0), similarity: new Float64Array(0) };
    return new NearPairs(identity(count), none, 1, () => undefined);
  }

  /** How similar two rows are; nothing when they are no duplicates. 1 for rows of equal content. */
  between(one: number, other: number): number | undefined {
    const a = this.firstOf(one);
    const b = this.firstOf(other);
    if (a === b) return 1;
    const found = this.#known(a, b) ?? this.#otherwise(a, b);
    return found !== undefined && found >= this.#threshold ? found : undefined;
  }

  /** How similar two rows are whose texts were compared, also where that is too little. */
  compared(one: number, other: number): number | undefined {
    return this.#known(this.firstOf(one), this.firstOf(other));
  }

  /**
   * The rows that were found to resemble this one, each the first of its content. Of thousands that all resemble each
   * other not every pair is looked at; `between` says of any two.
   */
  of(row: number): NearRow[] {
    const first = this.firstOf(row);
    const found: NearRow[] = [];
    for (let at = this.#start[first] ?? 0; at < (this.#start[first + 1] ?? 0); at++) {
      const similarity = this.#similarity[at] ?? 0;
      if (similarity >= this.#threshold) found.push({ row: this.#row[at] ?? 0, similarity });
    }
    return found;
  }

  /** The first row with equal content. */
  firstOf(row: number): number {
    return this.#first[row] ?? row;
  }

  #known(one: number, other: number): number | undefined {
    for (let at = this.#start[one] ?? 0; at < (this.#start[one + 1] ?? 0); at++)
      if (this.#row[at] === other) return this.#similarity[at];
    return undefined;
  }

  #put(next: Uint32Array, row: number, other: number, similarity: number): void {
    const at = next[row] ?? 0;
    next[row] = at + 1;
    this.#row[at] = other;
    this.#similarity[at] = similarity;
  }
}

/** Where the pairs of each row begin when they are put in order, and one more for the end. */
function startsOf(count: number, ...sides: readonly Uint32Array[]): Uint32Array {
  const start = new Uint32Array(count + 1);
  for (const side of sides) for (const row of side) start[row + 1] = (start[row + 1] ?? 0) + 1;
  for (let row = 1; row <= count; row++) start[row] = (start[row] ?? 0) + (start[row - 1] ?? 0);
  return start;
}
