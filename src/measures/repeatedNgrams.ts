import { BLOCK_UNITS } from './codeUnits.ts';
import { IntegerSet } from './integerSet.ts';

/**
 * Ten words verbatim are a copy. Gopher (Rae et al. 2021, table A1) looks at n-grams of 2 to 10 words; the short ones
 * repeat in every list whose items are built alike, and a loop repeats its ten words just as it repeats its five.
 */
const NGRAM = 10;

/** Large and odd: with a small one, words whose hashes are near each other, as those of single signs, make equal n-grams. */
const BASE = 0x85ebca6b;
/** BASE^NGRAM modulo 2^32, by which the word that leaves the window is taken out of its hash. */
const LEAVING = Array.from({ length: NGRAM }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** Counts the words of a text that stand in n-grams which stood before; the first time a thing is said never counts. */
export class RepeatedNgrams {
  readonly #seen = new IntegerSet();
  /** Hashes of the last ten words read, and behind them of those that wait to be read; the lowest bit marks numbers. */
  readonly #hashes = new Int32Array(NGRAM + BLOCK_UNITS + 2);
  #waiting = 0;
  #words = 0;
  #covered = 0;
  #coveredUntil = 0;
  #hash = 0;
  #numbers = 0;

  /** Forgets what was added. @param words about how many will come; more are welcome */
  reset(words: number): void {
    this.#seen.clear(words);
    this.#hashes.fill(0, 0, NGRAM);
    this.#waiting = 0;
    this.#words = 0;
    this.#covered = 0;
    this.#coveredUntil = 0;
    this.#hash = 0;
    this.#numbers = 0;
  }

  /** Takes the next word by its hash; `count` must come before there are more than a block of them. */
  add(hash: number, isNumber: boolean): void {
    this.#hashes[NGRAM + this.#waiting++] = (hash & ~1) | (isNumber ? 1 : 0);
  }

  /**
   * Reads the words that were added. N-grams that are mostly numbers are not judged: rows of numbers (matrices,
   * times, scores) repeat by nature.
   */
  count(): void {
    const hashes = this.#hashes;
    const waiting = this.#waiting;
    const seen = this.#seen;
    seen.reserve(waiting);
    let hash = this.#hash;
    let numbers = this.#numbers;
    let words = this.#words;
    for (let place = 0; place < waiting; place++) {
      const word = hashes[NGRAM + place] ?? 0;
      const leaving = hashes[place] ?? 0;
      hash = (Math.imul(hash, BASE) + word - Math.imul(leaving, LEAVING)) | 0;
      numbers += (word & 1) - (leaving & 1);
      words++;
      if (words < NGRAM || numbers * 2 > NGRAM || !seen.add(hash)) continue;
      this.#covered += words - Math.max(words - NGRAM, this.#coveredUntil);
      this.#coveredUntil = words;
    }
    hashes.copyWithin(0, waiting, waiting + NGRAM);
    this.#waiting = 0;
    this.#hash = hash;
    this.#numbers = numbers;
    this.#words = words;
  }

  /** From 0, nothing repeated, to almost 1. */
  share(): number {
    return this.#words === 0 ? 0 : this.#covered / this.#words;
  }
}
