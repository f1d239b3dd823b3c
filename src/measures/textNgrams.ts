import { mix32 } from './hash.ts';
import { eachBlockOfTokens, FIRST_HASHES, SECOND_HASHES } from './tokens.ts';

/** The most words of an n-gram. Ours: a longer run of equal words is found by its first fifty. */
export const MOST_NGRAM_WORDS = 50;

// Constants of this module, because those imported are looked up at every step of a loop.
const first = FIRST_HASHES;
const second = SECOND_HASHES;
const LOW_BASE = 0x85ebca6b;
const HIGH_BASE = 0x5bd1e995;
const LOW_POWERS = powersOf(LOW_BASE);
const HIGH_POWERS = powersOf(HIGH_BASE);

/**
 * The n-grams of a text, of whatever length, by 64-bit hashes in two halves. Words and signs are those of the fingerprint,
 * in small letters. The hash of the words up to each place is kept, and that of a run is the difference of two of them, as
 * Karp and Rabin (1987) have it.
 */
export class TextNgrams {
  /** Words of the text that was read last. */
  words = 0;
  #low = new Int32Array(1024);
  #high = new Int32Array(1024);

  read(text: string): void {
    this.words = 0;
    eachBlockOfTokens(text.toLowerCase(), this.#addBlock);
  }

  /** The halves of the hash of `length` words from the place `start` on. */
  lowAt(start: number, length: number): number {
    const before = Math.imul(this.#low[start] ?? 0, LOW_POWERS[length] ?? 0);
    return mix32(((this.#low[start + length] ?? 0) - before) ^ Math.imul(length, HIGH_BASE)) | 0;
  }

  highAt(start: number, length: number): number {
    const before = Math.imul(this.#high[start] ?? 0, HIGH_POWERS[length] ?? 0);
    return mix32(((this.#high[start + length] ?? 0) - before) ^ Math.imul(length, LOW_BASE)) | 0;
  }

  /** The halves of the hash of all words. */
  lowOfAll(): number {
    return mix32((this.#low[this.words] ?? 0) ^ this.words) | 0;
  }

  highOfAll(): number {
    return mix32((this.#high[this.words] ?? 0) ^ Math.imul(this.words, LOW_BASE)) | 0;
  }

  /** A property, as it is handed on for every text. */
  readonly #addBlock = (count: number): void => {
    const words = this.words;
    if (words + count >= this.#low.length) this.#grow(words + count + 1);
    const lows = this.#low;
    const highs = this.#high;
    let low = lows[words] ?? 0;
    let high = highs[words] ?? 0;
    for (let token = 0; token < count; token++) {
      const one = first[token] ?? 0;
      const two = second[token] ?? 0;
      low = (Math.imul(low, LOW_BASE) + (mix32(one ^ Math.imul(two, 0x27d4eb2f)) | 0)) | 0;
      high = (Math.imul(high, HIGH_BASE) + (mix32(two ^ Math.imul(one, 0x165667b1)) | 0)) | 0;
      lows[words + token + 1] = low;
      highs[words + token + 1] = high;
    }
    this.words = words + count;
  };

  #grow(least: number): void {
    const length = Math.max(least, this.#low.length * 2);
    const low = new Int32Array(length);
    const high = new Int32Array(length);
    low.set(this.#low);
    high.set(this.#high);
    this.#low = low;
    this.#high = high;
  }
}

function powersOf(base: number): Int32Array {
  const powers = new Int32Array(MOST_NGRAM_WORDS + 1).fill(1);
  for (let power = 1; power < powers.length; power++) powers[power] = Math.imul(powers[power - 1] ?? 0, base);
  return powers;
}
