import { BLOCK_UNITS } from './codeUnits.ts';
import { join53, mix32 } from './hash.ts';
import { MinHasher } from './minhash.ts';
import { PassageCodes, type PassageRoles } from './passages.ts';
import { eachBlockOfTokens, FIRST_HASHES, SECOND_HASHES } from './tokens.ts';

/** The most words of a shingle. */
export const MAX_NGRAM = 10;

// Constants of this module, because those imported are looked up at every step of a loop.
const first = FIRST_HASHES;
const second = SECOND_HASHES;
export const SHINGLE_BASE = 0x85ebca6b;

/** The hash of a word in shingles, from its two hashes as a token. */
export function wordHash(one: number, two: number): number {
  return mix32(one ^ Math.imul(two, 0x27d4eb2f)) | 0;
}

/** The hash of a shingle: of the polynomial over `SHINGLE_BASE` that its words are the coefficients of. */
export function shingleHash(polynomial: number): number {
  return mix32(polynomial);
}

/**
 * Reads texts once and gives the hash of their normalised form, and their MinHash signature over word n-grams. What makes
 * two texts the same is their words and signs, whatever the case, white space and punctuation: `2 + 2` and `2 - 2` differ,
 * `Hello, World!` and `hello world` do not.
 * One instance serves many texts, one after the other: `reset`, `add` each text, then read.
 */
export class Fingerprinter {
  /** Words and signs since `reset`. */
  words = 0;
  readonly #minhash = new MinHasher();
  readonly #passages: PassageCodes | undefined;
  readonly #ngram: number;
  /** `SHINGLE_BASE` to the power of `#ngram`, by which the word that leaves a shingle is taken out of its hash. */
  readonly #leaving: number;
  /** Hashes of the last words before a block, as many as a shingle may have, and behind them of the words in it. */
  readonly #recent = new Int32Array(MAX_NGRAM + BLOCK_UNITS + 2);
  #shingle = 0;
  #low = 0;
  #high = 0;

  /**
   * @param ngram words in a shingle, 1 to 10; 0 where no signature is wanted, which takes half the time
   * @param passages whose beginnings and ends are coded; nobody's when left out
   */
  constructor(ngram: number, passages?: PassageRoles) {
    this.#ngram = ngram;
    this.#passages = passages === undefined ? undefined : new PassageCodes(passages);
    this.#leaving = Array.from({ length: ngram }).reduce<number>((power) => Math.imul(power, SHINGLE_BASE), 1);
  }

  reset(): void {
    this.words = 0;
    this.#shingle = 0;
    this.#low = 0x811c9dc5 | 0;
    this.#high = 0x01000193;
    this.#recent.fill(0, 0, MAX_NGRAM);
    this.#minhash.reset();
    this.#passages?.reset();
  }

  /** Adds a text; `role` keeps a question apart from an answer of the same words. */
  add(text: string, role: number): void {
    this.#low = Math.imul(this.#low ^ (role + 1), 0x9e3779b1);
    this.#high = Math.imul(this.#high + role + 1, 0x85ebca77);
    const passages = this.#passages;
    passages?.begin(role);
    eachBlockOfTokens(text.toLowerCase(), (count) => {
      if (this.#ngram === 0) this.#hashTokens(count);
      else this.#addTokens(count);
      passages?.take(this.#recent.subarray(MAX_NGRAM, MAX_NGRAM + count));
    });
    passages?.end();
  }

  /** 53-bit hash of everything added since `reset`. */
  hash(): number {
    return join53(mix32(this.#high ^ Math.imul(this.#low, 3)), mix32(this.#low));
  }

  /** Writes the signature of everything added since `reset`; 128 bytes at `offset`. */
  writeSignature(target: Uint8Array, offset: number): void {
    this.#minhash.write(target, offset);
  }

  /** Writes the codes of passages (`PassageCodes.write`); 16 numbers at `offset`. */
  writePassages(target: Uint16Array, offset: number): void {
    this.#passages?.write(target, offset);
  }

  /** Takes the tokens of a block into the hash alone. */
  #hashTokens(count: number): void {
    let low = this.#low;
    let high = this.#high;
    for (let token = 0; token < count; token++) {
      low = (Math.imul(low ^ (first[token] ?? 0), 0x01000193) + (low >>> 17)) | 0;
      high = Math.imul(high + (second[token] ?? 0), 0x5bd1e995) ^ (high >>> 13);
    }
    this.words += count;
    this.#low = low;
    this.#high = high;
  }

  /** Takes the tokens of a block into the hash, and into shingles: each is that before it, less one word and with one more. */
  #addTokens(count: number): void {
    const recent = this.#recent;
    const minhash = this.#minhash;
    const ngram = this.#ngram;
    const leaving = this.#leaving;
    let words = this.words;
    let low = this.#low;
    let high = this.#high;
    let shingle = this.#shingle;
    for (let token = 0; token < count; token++) {
      const one = first[token] ?? 0;
      const two = second[token] ?? 0;
      low = (Math.imul(low ^ one, 0x01000193) + (low >>> 17)) | 0;
      high = Math.imul(high + two, 0x5bd1e995) ^ (high >>> 13);
      const word = wordHash(one, two);
      const place = MAX_NGRAM + token;
      recent[place] = word;
      shingle = (Math.imul(shingle, SHINGLE_BASE) + word - Math.imul(recent[place - ngram] ?? 0, leaving)) | 0;
      words++;
      if (words >= ngram) minhash.add(shingleHash(shingle));
    }
    // What is behind stays as it is: the words of this block, which the passages take.
    recent.copyWithin(0, count, count + MAX_NGRAM);
    this.words = words;
    this.#low = low;
    this.#high = high;
    this.#shingle = shingle;
  }
}
