import { HeldOutNgrams } from './heldOutNgrams.ts';

/** As GPT-3 does (Brown et al. 2020, appendix C): what more than ten have is a phrase of the language, or of a template. */
const MOST_EXAMPLES = 10;

/**
 * Counts the examples that are held out and share n-grams, or their question, with examples of another split. What is not
 * held out comes last, so the counts are known when all were added.
 */
export class HeldOutShares {
  readonly #ngrams = new HeldOutNgrams();
  /** By hash of a question: the splits in which it is asked, as bits; of what is held out alone. */
  readonly #asked = new Map<number, number>();
  /** By example that is held out: split, question, and where its n-grams end. */
  readonly #split: number[] = [];
  readonly #question: number[] = [];
  readonly #end: number[] = [];
  #low = new Int32Array(4096);
  #high = new Int32Array(4096);
  #count = 0;

  /** @param split a place in `SPLITS`; 0 is not held out */
  add(split: number, question: number, low: Int32Array, high: Int32Array): void {
    if (split === 0) {
      for (let at = 0; at < low.length; at++) this.#ngrams.meet(low[at] ?? 0, high[at] ?? 0, split);
      const asked = this.#asked.get(question);
      if (asked !== undefined) this.#asked.set(question, asked | 1);
      return;
    }
    for (let at = 0; at < low.length; at++) this.#ngrams.add(low[at] ?? 0, high[at] ?? 0, split);
    if (question !== 0) this.#asked.set(question, (this.#asked.get(question) ?? 0) | (1 << split));
    this.#keep(low, high);
    this.#split.push(split);
    this.#question.push(question);
    this.#end.push(this.#count);
  }

  /** How many examples that are held out share an n-gram with another split, and how many begin with a question of one. */
  counts(): { readonly ngram: number; readonly question: number } {
    let [ngram, question] = [0, 0];
    for (const [example, split] of this.#split.entries()) {
      if (this.#sharesNgram(example, split)) ngram++;
      if (((this.#asked.get(this.#question[example] ?? 0) ?? 0) & ~(1 << split)) !== 0) question++;
    }
    return { ngram, question };
  }

  #sharesNgram(example: number, split: number): boolean {
    for (let at = this.#end[example - 1] ?? 0; at < (this.#end[example] ?? 0); at++)
      if (this.#ngrams.isElsewhere(this.#low[at] ?? 0, this.#high[at] ?? 0, split, MOST_EXAMPLES)) return true;
    return false;
  }

  #keep(low: Int32Array, high: Int32Array): void {
    const needed = this.#count + low.length;
    if (needed > this.#low.length) {
      this.#low = lengthened(this.#low, needed);
      this.#high = lengthened(this.#high, needed);
    }
    this.#low.set(low, this.#count);
    this.#high.set(high, this.#count);
    this.#count = needed;
  }
}

function lengthened(values: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, 2 * values.length));
  larger.set(values);
  return larger;
}
