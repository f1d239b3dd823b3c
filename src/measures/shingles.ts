import { BLOCK_UNITS } from './codeUnits.ts';
import { MAX_NGRAM, SHINGLE_BASE, shingleHash, wordHash } from './fingerprint.ts';
import { eachBlockOfTokens, FIRST_HASHES, SECOND_HASHES } from './tokens.ts';

/**
 * The n-grams of texts as a set of 32-bit hashes: those from which `Fingerprinter` makes a signature. One instance serves
 * many texts: `reset`, `add` each text, then read. Of two texts of 1,000 n-grams each, one pair of unlike n-grams in 4,000
 * such pairs of texts has the same hash, which moves their similarity by a thousandth.
 */
export class Shingler {
  readonly #ngram: number;
  /** Hashes of the words so far. */
  #words = new Int32Array(BLOCK_UNITS);
  #count = 0;

  /** @param ngram words in a shingle, 1 to 10 */
  constructor(ngram: number) {
    if (ngram > MAX_NGRAM) throw new RangeError(`n-grams of more than ${MAX_NGRAM} words are not made`);
    this.#ngram = ngram;
  }

  reset(): void {
    this.#count = 0;
  }

  /** Adds a text; n-grams go on from one to the next. */
  add(text: string): void {
    eachBlockOfTokens(text.toLowerCase(), (count) => this.#addTokens(count));
  }

  /** Hashes of all words since `reset`, in order; to be read before the next `add`. */
  words(): Int32Array {
    return this.#words.subarray(0, this.#count);
  }

  /** Hashes of the different shingles since `reset`, in ascending order. */
  shingles(): Uint32Array {
    return distinct(shinglesOf(this.words(), this.#ngram));
  }

  #addTokens(count: number): void {
    if (this.#count + count > this.#words.length) {
      const larger = new Int32Array(2 * (this.#count + count));
      larger.set(this.#words.subarray(0, this.#count));
      this.#words = larger;
    }
    for (let token = 0; token < count; token++)
      this.#words[this.#count++] = wordHash(FIRST_HASHES[token] ?? 0, SECOND_HASHES[token] ?? 0);
  }
}

/** The hash of every n-gram of `words`, in order. */
export function shinglesOf(words: Int32Array, ngram: number): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, words.length - ngram + 1));
  for (let at = 0; at < shingles.length; at++) {
    let shingle = 0;
    for (let word = at; word < at + ngram; word++)
      shingle = (Math.imul(shingle, SHINGLE_BASE) + (words[word] ?? 0)) | 0;
    shingles[at] = shingleHash(shingle);
  }
  return shingles;
}

/** The different values, ascending. Sorts `values`. */
export function distinct(values: Uint32Array): Uint32Array {
  values.sort();
  let count = 0;
  for (let at = 0; at < values.length; at++)
    if (at === 0 || values[at] !== values[at - 1]) values[count++] = values[at] ?? 0;
  return values.subarray(0, count);
}

/** Jaccard similarity, 0 to 1, of two sets, each in ascending order; 0 where both are empty. */
export function jaccard(one: Uint32Array, other: Uint32Array): number {
  let shared = 0;
  let at = 0;
  let there = 0;
  while (at < one.length && there < other.length) {
    const a = one[at] ?? 0;
    const b = other[there] ?? 0;
    if (a === b) shared++;
    if (a <= b) at++;
    if (b <= a) there++;
  }
  const all = one.length + other.length - shared;
  return all === 0 ? 0 : shared / all;
}
