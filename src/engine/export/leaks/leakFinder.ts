import { SIGNATURE_BYTES } from '../../../measures/minhash.ts';
import { NearIndex } from '../../../pipeline/dedup/nearIndex.ts';
import type { ExamplePrints } from '../../write/examplePrints.ts';
import { HeldOutNgrams } from './heldOutNgrams.ts';

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

/** What examples of different splits have in common, in examples that were written after those that they share it with. */
export interface FoundLeaks {
  /** How many examples were compared, by the place of their split in `SPLITS`. */
  readonly compared: readonly number[];
  readonly exact: number;
  readonly firstExact: ItemPair | undefined;
  /** By example those that it may resemble, of what is no copy. */
  readonly candidates: ReadonlyMap<number, readonly number[]>;
  readonly ngram: number;
  readonly question: number;
}

/** As GPT-3 does (Brown et al. 2020, appendix C): what more than ten have is a phrase of the language, or of a template. */
const MOST_EXAMPLES = 10;

/** Ours: whoever writes so many near duplicates to two splits has not looked for them, and knows it by fewer. */
const MOST_CANDIDATES = 20_000;

/**
 * Compares the examples of one split with those of another, while they are written: first those of val and test, which are
 * kept as hashes, then those of train, which are only looked up.
 */
export class LeakFinder {
  readonly #options: LeakOptions;
  readonly #near: NearIndex;
  readonly #ngrams = new HeldOutNgrams();
  readonly #wholes = new Map<number, number>();
  readonly #questions = new Map<number, number>();
  /** By number of the row in the index: its example, and the split of each example that is held out. */
  readonly #items: number[] = [];
  readonly #splits = new Map<number, number>();
  readonly #compared = [0, 0, 0];
  readonly #candidates = new Map<number, readonly number[]>();
  #exact = 0;
  #firstExact: ItemPair | undefined;
  #ngram = 0;
  #question = 0;

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
      this.#compareQuestion(prints, at, split);
      this.#compareNgrams(prints, at, split);
      this.#compareNear(prints, at, split, isCopy);
    }
  }

  finish(): FoundLeaks {
    return {
      compared: this.#compared,
      exact: this.#exact,
      firstExact: this.#firstExact,
      candidates: this.#candidates,
      ngram: this.#ngram,
      question: this.#question,
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

  #compareQuestion({ question, item }: ExamplePrints, at: number, split: number): void {
    const hash = question[at] ?? 0;
    if (hash !== 0 && this.#elsewhere(this.#questions, hash, item[at] ?? 0, split) !== undefined) this.#question++;
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

  #compareNgrams({ low, high, ngramEnd }: ExamplePrints, at: number, split: number): void {
    const begin = at === 0 ? 0 : (ngramEnd[at - 1] ?? 0);
    const end = ngramEnd[at] ?? 0;
    let shares = false;
    for (let place = begin; place < end && !shares; place++)
      shares = this.#ngrams.isElsewhere(low[place] ?? 0, high[place] ?? 0, split, MOST_EXAMPLES);
    if (shares) this.#ngram++;
    if (split === 0) return;
    for (let place = begin; place < end; place++) this.#ngrams.add(low[place] ?? 0, high[place] ?? 0, split);
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
