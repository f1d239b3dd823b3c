import { SIGNATURE_BYTES } from '../../../measures/minhash.ts';
import { NearIndex } from '../../../pipeline/dedup/nearIndex.ts';
import type { ExamplePrints } from '../../write/examplePrints.ts';
import { HeldOutShares } from './heldOutShares.ts';

/** Two examples of different splits, by their numbers among those of their kind; the first was written later. */
export type ItemPair = readonly [one: number, other: number];

export interface LeakOptions {
  /** How many examples the splits that are held out have at the most. */
  readonly heldOut: number;
  /** How near duplicates are looked for: so many words of signatures are bands, from this estimate on, in texts of so many words. */
  readonly bands: number;
  readonly floor: number;
  readonly fewestWords: number;
}

/** What examples of different splits have in common. */
export interface FoundLeaks {
  /** How many examples were compared, by the place of their split in `SPLITS`. */
  readonly compared: readonly number[];
  /** Copies, each counted when it was met: what is written later is a copy of what was there. */
  readonly exact: number;
  readonly firstExact: ItemPair | undefined;
  /** By example those that it may resemble, of what is no copy. */
  readonly candidates: ReadonlyMap<number, readonly number[]>;
  /** Of what is held out: examples that share an n-gram with another split, and that begin with a question of one. */
  readonly ngram: number;
  readonly question: number;
}

/** Ours: whoever writes so many near duplicates to two splits has not looked for them, and knows it by fewer. */
const MOST_CANDIDATES = 20_000;

/**
 * Compares the examples of one split with those of another, while they are written: first those of val and test, which are
 * kept as hashes, then those of train, which are only looked up.
 */
export class LeakFinder {
  readonly #options: LeakOptions;
  readonly #near: NearIndex;
  readonly #shares = new HeldOutShares();
  readonly #wholes = new Map<number, number>();
  /** By number of the row in the index: its example, and the split of each example that is held out. */
  readonly #items: number[] = [];
  readonly #splits = new Map<number, number>();
  readonly #compared = [0, 0, 0];
  readonly #candidates = new Map<number, readonly number[]>();
  #exact = 0;
  #firstExact: ItemPair | undefined;

  constructor(options: LeakOptions) {
    this.#options = options;
    this.#near = new NearIndex(options.heldOut, options.bands, options.floor);
  }

  add(prints: ExamplePrints): void {
    for (let at = 0; at < prints.item.length; at++) {
      const split = prints.split[at] ?? 0;
      this.#compared[split] = (this.#compared[split] ?? 0) + 1;
      if (split !== 0) this.#splits.set(prints.item[at] ?? 0, split);
      const isCopy = this.#compareWhole(prints, at, split);
      this.#noteShares(prints, at, split);
      this.#compareNear(prints, at, split, isCopy);
    }
  }

  finish(): FoundLeaks {
    return {
      compared: this.#compared,
      exact: this.#exact,
      firstExact: this.#firstExact,
      candidates: this.#candidates,
      ...this.#shares.counts(),
    };
  }

  #compareWhole({ whole, item }: ExamplePrints, at: number, split: number): boolean {
    const own = item[at] ?? 0;
    const other = this.#elsewhere(this.#wholes, whole[at] ?? 0, own, split);
    if (other === undefined) return false;
    this.#exact++;
    this.#firstExact ??= [own, other];
    return true;
  }

  /** The first example of another split with the same hash; what is held out is noted. */
  #elsewhere(known: Map<number, number>, hash: number, own: number, split: number): number | undefined {
    const other = known.get(hash);
    if (other === undefined) {
      if (split !== 0) known.set(hash, own);
      return undefined;
    }
    return this.#splits.get(other) === split ? undefined : other;
  }

  #noteShares({ question, low, high, ngramEnd }: ExamplePrints, at: number, split: number): void {
    const begin = at === 0 ? 0 : (ngramEnd[at - 1] ?? 0);
    const end = ngramEnd[at] ?? 0;
    this.#shares.add(split, question[at] ?? 0, low.subarray(begin, end), high.subarray(begin, end));
  }

  #compareNear({ words, signatures, item }: ExamplePrints, at: number, split: number, isCopy: boolean): void {
    if ((words[at] ?? 0) < this.#options.fewestWords) return;
    const own = item[at] ?? 0;
    const signature = signatures.subarray(at * SIGNATURE_BYTES, (at + 1) * SIGNATURE_BYTES);
    if (!isCopy && this.#candidates.size < MOST_CANDIDATES) {
      const found = this.#near.find(signature).map((row) => this.#items[row] ?? 0);
      const elsewhere = found.filter((other) => this.#splits.get(other) !== split);
      if (elsewhere.length > 0) this.#candidates.set(own, elsewhere);
    }
    if (split !== 0) this.#items[this.#near.add(signature)] = own;
  }
}
