/**
 * Tokens of a byte-pair vocabulary by their rank, as tiktoken has them: text, or bytes that are no text by themselves.
 * The rank says both what the token is called and when it is put together: the lowest first.
 */
export type RankedTokens = readonly (string | readonly number[] | undefined)[];

/** No token. */
export const NEVER = -1;

const BYTES = 256;
/** Above every rank. */
const TOKENS = 0x20_0000;
/** Ours: 800 KB, in which a page of Japanese finds nearly all of its pairs again. */
const PAIRS = 0x1_0000;
const PAIRS_SHIFT = 16;

/** A byte-pair vocabulary. The bytes of a text or token come as text, too: each as one character (`bytesOf`). */
export class PairRanks {
  /** Bytes of the longest token. */
  readonly longest: number;
  readonly #ranks = new Map<string, number>();
  readonly #tokenOfByte = new Int32Array(BYTES);
  /** What was found of pairs of tokens: each at one place, where the last one stays. */
  readonly #pairs = new Float64Array(PAIRS).fill(NEVER);
  readonly #rankOfPairs = new Int32Array(PAIRS);

  constructor(tokens: RankedTokens) {
    let longest = 0;
    for (const [rank, token] of tokens.entries()) {
      if (token === undefined) continue;
      const bytes = typeof token === 'string' ? bytesOf(token) : String.fromCharCode(...token);
      longest = Math.max(longest, bytes.length);
      this.#ranks.set(bytes, rank);
    }
    this.longest = longest;
    // A vocabulary has every byte; to be sure, one that is not there gets a number that no token has.
    for (let byte = 0; byte < BYTES; byte++)
      this.#tokenOfByte[byte] = this.#ranks.get(String.fromCharCode(byte)) ?? tokens.length + byte;
  }

  isToken(bytes: string): boolean {
    return this.#ranks.has(bytes);
  }

  /** The token that is this byte alone. */
  ofByte(byte: number): number {
    return this.#tokenOfByte[byte] ?? NEVER;
  }

  /**
   * The rank of the tokens `one` and `two` together, which are the bytes from `at` to before `end`. To look it up by their
   * numbers takes a tenth of what it takes by their bytes.
   */
  ofPair(one: number, two: number, bytes: string, at: number, end: number): number {
    if (end - at > this.longest) return NEVER;
    const pair = one * TOKENS + two;
    // Odd numbers with their bits well mixed (Knuth's golden ratio; MurmurHash3's finalizer).
    const place = (Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b)) >>> PAIRS_SHIFT;
    if (this.#pairs[place] === pair) return this.#rankOfPairs[place] ?? NEVER;
    const rank = this.#ranks.get(bytes.slice(at, end)) ?? NEVER;
    this.#pairs[place] = pair;
    this.#rankOfPairs[place] = rank;
    return rank;
  }
}

/** The bytes of a text in UTF-8, each as one character; what is not well-formed becomes U+FFFD, as in every encoder. */
export function bytesOf(text: string): string {
  return ASCII.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}

const ASCII = /^[\0-\x7f]*$/;
