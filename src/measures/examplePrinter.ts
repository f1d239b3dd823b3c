import { BLOCK_UNITS } from './codeUnits.ts';
import { SHINGLE_BASE, shingleHash, wordHash } from './fingerprint.ts';
import { join53, mix32 } from './hash.ts';
import { MinHasher } from './minhash.ts';
import { eachBlockOfTokens, FIRST_HASHES, SECOND_HASHES } from './tokens.ts';

// Constants of this module, because those imported are looked up at every step of a loop.
const first = FIRST_HASHES;
const second = SECOND_HASHES;
const HIGH_BASE = 0x5bd1e995;
/** Words before a block that an n-gram or shingle may begin with. */
const KEPT = 64;

/** How the n-grams of an example are taken. */
export interface PrinterOptions {
  /** Words in a shingle of the signature, 1 to 10. */
  readonly shingle: number;
  /** Words in an n-gram, less than 64. */
  readonly ngram: number;
  /** Of n-grams one in two to the power of this is taken, the same ones in every text. */
  readonly sampled: number;
}

/**
 * Reads the texts of an example once and gives all by which it is compared with others: a hash of its words, a MinHash
 * signature (as `Fingerprinter`), and hashes of its n-grams. `reset`, `add` each text, then read.
 */
export class ExamplePrinter {
  /** Words and signs since `reset` that are in the signature. */
  words = 0;
  /** The n-grams since `reset`, in two halves, the first `ngrams` of these. */
  low = new Int32Array(256);
  high = new Int32Array(256);
  ngrams = 0;
  readonly #minhash = new MinHasher();
  readonly #options: PrinterOptions;
  readonly #shingleLeaving: number;
  readonly #lowLeaving: number;
  readonly #highLeaving: number;
  /** n-grams are taken whose low half has none of these bits. */
  readonly #mask: number;
  /** Hashes of the last words before a block, and behind them of those in it. */
  readonly #recent = new Int32Array(KEPT + BLOCK_UNITS + 2);
  #inText = 0;
  #shingle = 0;
  #lowGram = 0;
  #highGram = 0;
  #low = 0;
  #high = 0;

  constructor(options: PrinterOptions) {
    this.#options = options;
    this.#shingleLeaving = power(SHINGLE_BASE, options.shingle);
    this.#lowLeaving = power(SHINGLE_BASE, options.ngram);
    this.#highLeaving = power(HIGH_BASE, options.ngram);
    this.#mask = options.sampled === 0 ? 0 : -1 << (32 - options.sampled);
  }

  reset(): void {
    this.words = 0;
    this.ngrams = 0;
    this.#shingle = 0;
    this.#low = 0x2545f491;
    this.#high = 0x3c6ef372;
    this.#recent.fill(0, 0, KEPT);
    this.#minhash.reset();
  }

  /** Adds a text to all of them; n-grams do not run on from one text to the next, shingles do. */
  add(text: string, role: number): void {
    this.#mark(role);
    this.#inText = 0;
    this.#lowGram = 0;
    this.#highGram = 0;
    eachBlockOfTokens(text.toLowerCase(), this.#addTokens);
  }

  /** Adds a text to the hash alone. */
  addToHash(text: string, role: number): void {
    this.#mark(role);
    eachBlockOfTokens(text.toLowerCase(), this.#hashTokens);
  }

  /** 53-bit hash of everything added since `reset`. */
  hash(): number {
    return join53(mix32(this.#high ^ Math.imul(this.#low, 5)), mix32(this.#low));
  }

  /** Writes the signature of everything added since `reset`; 128 bytes at `offset`. */
  writeSignature(target: Uint8Array, offset: number): void {
    this.#minhash.write(target, offset);
  }

  #mark(role: number): void {
    this.#low = mix32(this.#low ^ (role + 1)) | 0;
    this.#high = Math.imul(this.#high + role + 1, 0x85ebca77);
  }

  readonly #hashTokens = (count: number): void => {
    let low = this.#low;
    let high = this.#high;
    for (let token = 0; token < count; token++) {
      const word = wordHash(first[token] ?? 0, second[token] ?? 0);
      low = (Math.imul(low, SHINGLE_BASE) + word) | 0;
      high = (Math.imul(high, HIGH_BASE) + (first[token] ?? 0)) | 0;
    }
    this.#low = low;
    this.#high = high;
  };

  /** One loop for all, as most of the time goes into finding the words; each rolling hash loses the word that leaves it. */
  readonly #addTokens = (count: number): void => {
    const { shingle: shingleWords, ngram } = this.#options;
    const recent = this.#recent;
    const minhash = this.#minhash;
    const [shingleLeaving, lowLeaving, highLeaving] = [this.#shingleLeaving, this.#lowLeaving, this.#highLeaving];
    const mask = this.#mask;
    if (this.ngrams + count > this.low.length) this.#grow(this.ngrams + count);
    const lows = this.low;
    const highs = this.high;
    let { words, ngrams } = this;
    let inText = this.#inText;
    let low = this.#low;
    let high = this.#high;
    let shingle = this.#shingle;
    let lowGram = this.#lowGram;
    let highGram = this.#highGram;
    for (let token = 0; token < count; token++) {
      const one = first[token] ?? 0;
      const word = wordHash(one, second[token] ?? 0);
      low = (Math.imul(low, SHINGLE_BASE) + word) | 0;
      high = (Math.imul(high, HIGH_BASE) + one) | 0;
      const place = KEPT + token;
      recent[place] = word;
      shingle =
        (Math.imul(shingle, SHINGLE_BASE) + word - Math.imul(recent[place - shingleWords] ?? 0, shingleLeaving)) | 0;
      words++;
      if (words >= shingleWords) minhash.add(shingleHash(shingle));
      const leaves = inText < ngram ? 0 : (recent[place - ngram] ?? 0);
      inText++;
      lowGram = (Math.imul(lowGram, SHINGLE_BASE) + word - Math.imul(leaves, lowLeaving)) | 0;
      highGram = (Math.imul(highGram, HIGH_BASE) + word - Math.imul(leaves, highLeaving)) | 0;
      if (inText < ngram || (lowGram & mask) !== 0) continue;
      lows[ngrams] = lowGram;
      highs[ngrams] = highGram;
      ngrams++;
    }
    recent.copyWithin(0, count, count + KEPT);
    this.words = words;
    this.ngrams = ngrams;
    this.#inText = inText;
    this.#low = low;
    this.#high = high;
    this.#shingle = shingle;
    this.#lowGram = lowGram;
    this.#highGram = highGram;
  };

  #grow(least: number): void {
    const length = Math.max(least, this.low.length * 2);
    const low = new Int32Array(length);
    const high = new Int32Array(length);
    low.set(this.low);
    high.set(this.high);
    this.low = low;
    this.high = high;
  }
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let times = 0; times < exponent; times++) result = Math.imul(result, base);
  return result;
}
