import { similarityFrom } from '../../measures/minhash.ts';
import { type BandGroups, bandGroups } from './bands.ts';
import { PairList, type RowPairs } from './rowPairs.ts';

/** Ours: members of one band that a row is compared with at most: guards against a band that thousands of unlike texts share. */
const MOST_COMPARED = 200;

/**
 * Ours: whoever resembles so many earlier rows has found its cluster, and later rows need not be compared with it. So
 * 10,000 rows that resemble each other make 320,000 pairs, not 50 million.
 */
const ENOUGH_ALIKE = 32;

export interface CandidateOptions {
  /** Of the signature, the first so many words of 32 bits are bands. */
  readonly bands: number;
  /** Least estimated similarity of a candidate pair. */
  readonly floor: number;
  /** Estimates from here on count towards a row's cluster. */
  readonly threshold: number;
}

/** What an earlier run found: the first `settled` of the rows, and which of these had found their cluster. */
export interface SettledRows {
  readonly settled: number;
  readonly covered: ReadonlySet<number>;
}

export interface Candidates {
  /** With estimated similarities, the earlier row first. Of settled rows only pairs with later ones. */
  readonly pairs: RowPairs;
  /** Rows with which later ones need not be compared; of settled rows none. */
  readonly covered: readonly number[];
  /** Some pairs were not looked at, as what they belong to is too large. */
  readonly isLimited: boolean;
  /** How many pairs of signatures were compared. */
  readonly comparisons: number;
}

/**
 * Finds pairs of rows that may resemble each other: they share a band and their signatures agree in enough bins. What is
 * found of a row hangs on earlier rows alone, so later ones change nothing of it.
 * @param rows rows of the signatures, the earliest first
 */
export function findCandidates(
  rows: Uint32Array,
  signatures: Uint8Array,
  { bands, floor, threshold }: CandidateOptions,
  { settled, covered }: SettledRows = { settled: 0, covered: new Set() },
): Candidates {
  const fresh = settled === 0 ? undefined : Uint8Array.from(rows, (_, place) => (place < settled ? 0 : 1));
  const pairs = new PairList();
  const newlyCovered: number[] = [];
  if (settled >= rows.length) return { pairs: pairs.finish(), covered: newlyCovered, isLimited: false, comparisons: 0 };
  const groups = bandGroups(rows, signatures, bands, fresh);
  const members = new MembersOfGroups(groups);
  const met = new Uint32Array(rows.length);
  let comparisons = 0;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    const first = groups.start[place] ?? 0;
    const end = groups.start[place + 1] ?? 0;
    let alike = 0;
    if (place < settled) alike = covered.has(row) ? ENOUGH_ALIKE : 0;
    else {
      for (let at = first; at < end && alike < ENOUGH_ALIKE; at++) {
        for (let node = members.first(groups.group[at] ?? 0); node !== NONE; node = members.next(node)) {
          const other = members.place(node);
          if (met[other] === place + 1) continue;
          met[other] = place + 1;
          comparisons++;
          const estimate = similarityFrom(floor, signatures, row, rows[other] ?? 0);
          if (estimate === 0) continue;
          pairs.add(rows[other] ?? 0, row, estimate);
          if (estimate >= threshold && ++alike === ENOUGH_ALIKE) break;
        }
      }
      if (alike === ENOUGH_ALIKE) newlyCovered.push(row);
    }
    if (alike < ENOUGH_ALIKE) for (let at = first; at < end; at++) members.add(groups.group[at] ?? 0, at, place);
  }
  const isLimited = newlyCovered.length > 0 || covered.size > 0 || members.isLimited;
  return { pairs: pairs.finish(), covered: newlyCovered, isLimited, comparisons };
}

const NONE = 0xffffffff;

/** The members of each group in the order in which they came, as lists linked through the slots of `BandGroups.group`. */
class MembersOfGroups {
  /** A group had no room for one more. */
  isLimited = false;
  readonly #first: Uint32Array;
  readonly #last: Uint32Array;
  readonly #count: Uint8Array;
  readonly #next: Uint32Array;
  readonly #place: Uint32Array;

  constructor({ group, count }: BandGroups) {
    this.#first = new Uint32Array(count).fill(NONE);
    this.#last = new Uint32Array(count);
    this.#count = new Uint8Array(count);
    this.#next = new Uint32Array(group.length).fill(NONE);
    this.#place = new Uint32Array(group.length);
  }

  first(group: number): number {
    return this.#first[group] ?? NONE;
  }

  next(node: number): number {
    return this.#next[node] ?? NONE;
  }

  place(node: number): number {
    return this.#place[node] ?? 0;
  }

  add(group: number, node: number, place: number): void {
    const count = this.#count[group] ?? 0;
    if (count === MOST_COMPARED) {
      this.isLimited = true;
      return;
    }
    this.#count[group] = count + 1;
    this.#place[node] = place;
    if (count === 0) this.#first[group] = node;
    else this.#next[this.#last[group] ?? 0] = node;
    this.#last[group] = node;
  }
}
