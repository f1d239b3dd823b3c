import { PairHeap } from './pairHeap.ts';
import { countInParts } from './tokenCounter.ts';

/**
 * Tokens of a byte-pair vocabulary by their rank, as tiktoken has them: text, or bytes that are no text by themselves.
 * The rank says both what the token is called and when it is put together: the lowest first.
 */
export type RankedTokens = readonly (string | readonly number[] | undefined)[];

/**
 * Longer texts are counted in parts: where a run of letters that are not Latin fills millions of characters, V8 gives up
 * on the pattern (16 million; 1 million it takes).
 */
const LONGEST_TEXT = 1_048_576;

/**
 * Pieces of more bytes are cut there, so that memory does not grow with a line of one character. Each cut may cost a
 * token or save one. Ours: no piece of writing without a space, a comma or a digit is as long (20,000 Chinese
 * characters), and its arrays take 2 MB.
 */
const LONGEST_PIECE = 65_536;

/** Ours: the words of a log that are no token themselves; they take some 10 MB, and then are forgotten together. */
const MOST_KNOWN = 50_000;

/**
 * Counts the tokens of a byte-pair encoding as tiktoken makes them: a pattern divides the text into pieces, and of each
 * piece neighbours are joined, those of the lowest rank first and of these the first. Here by a heap, in O(n log n) for a
 * piece of n bytes, where a search through all pairs for each join takes n²; the count is the same.
 */
export class BytePairs {
  readonly #pattern: RegExp;
  /** By the bytes of a token, each as one character; text in ASCII is its own bytes. */
  readonly #ranks = new Map<string, number>();
  readonly #longest: number;
  readonly #known = new Map<string, number>();
  readonly #longestPiece: number;
  readonly #heap = new PairHeap();
  /** By the byte at which a token begins: where the next and the previous one do. */
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  /** Of the pair that begins here: its rank; `NEVER` for none, or where the byte is inside a token by now. */
  readonly #rank: Int32Array;

  /**
   * @param pattern global, and matching every character of a text in one piece or another
   * @param longestPiece in bytes
   */
  constructor(tokens: RankedTokens, pattern: RegExp, longestPiece = LONGEST_PIECE) {
    this.#pattern = pattern;
    this.#longestPiece = longestPiece;
    this.#next = new Int32Array(longestPiece + 1);
    this.#previous = new Int32Array(longestPiece + 1);
    this.#rank = new Int32Array(longestPiece + 1);
    let longest = 0;
    for (const [rank, token] of tokens.entries()) {
      if (token === undefined) continue;
      const bytes = typeof token === 'string' ? bytesOf(token) : String.fromCharCode(...token);
      longest = Math.max(longest, bytes.length);
      this.#ranks.set(bytes, rank);
    }
    this.#longest = longest;
  }

  /** Well-defined for any text; of one with more than `LONGEST_TEXT` units a token or two off at each end of a part. */
  count(text: string): number {
    return countInParts(text, LONGEST_TEXT, (part) => this.#ofPart(part));
  }

  #ofPart(text: string): number {
    const pattern = this.#pattern;
    pattern.lastIndex = 0;
    let tokens = 0;
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) tokens += this.#ofPiece(found[0]);
    return tokens;
  }

  #ofPiece(piece: string): number {
    const known = this.#known.get(piece);
    if (known !== undefined) return known;
    const bytes = bytesOf(piece);
    const tokens = this.#ranks.has(bytes) ? 1 : this.#ofBytes(bytes);
    if (bytes.length > this.#longest) return tokens;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(piece, tokens);
    return tokens;
  }

  #ofBytes(bytes: string): number {
    let tokens = 0;
    for (let start = 0; start < bytes.length; ) {
      const end = characterBefore(bytes, start + this.#longestPiece);
      tokens += this.#merge(bytes.slice(start, end));
      start = end;
    }
    return tokens;
  }

  #merge(bytes: string): number {
    const length = bytes.length;
    for (let at = 0; at < length; at++) {
      this.#next[at] = at + 1;
      this.#previous[at] = at - 1;
    }
    this.#next[length] = length;
    for (let at = 0; at < length; at++) this.#rankPair(bytes, at);
    let tokens = length;
    while (this.#heap.size > 0) {
      const { rank, place } = this.#heap.pop();
      // The pair may be another one by now, or have gone into a token.
      if (this.#rank[place] !== rank) continue;
      const joined = this.#next[place] ?? length;
      const next = this.#next[joined] ?? length;
      this.#next[place] = next;
      this.#previous[next] = place;
      this.#rank[joined] = NEVER;
      tokens--;
      this.#rankPair(bytes, place);
      const previous = this.#previous[place] ?? -1;
      if (previous >= 0) this.#rankPair(bytes, previous);
    }
    return tokens;
  }

  /** Looks whether the token at `at` and the one behind it make a token. */
  #rankPair(bytes: string, at: number): void {
    const second = this.#next[at] ?? bytes.length;
    const end = this.#next[second] ?? bytes.length;
    const isPair = second < bytes.length && end - at <= this.#longest;
    const rank = isPair ? (this.#ranks.get(bytes.slice(at, end)) ?? NEVER) : NEVER;
    this.#rank[at] = rank;
    if (rank !== NEVER) this.#heap.push(rank, at);
  }
}

const NEVER = -1;

/** The bytes of a text in UTF-8, each as one character; what is not well-formed becomes U+FFFD, as in every encoder. */
function bytesOf(text: string): string {
  return ASCII.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}

/** `place`, or where the character begins that it lies in. */
function characterBefore(bytes: string, place: number): number {
  let at = place;
  while ((bytes.charCodeAt(at) & 0xc0) === 0x80) at--; // no number beyond the end, and so none that continues
  return at;
}

const ASCII = /^[\0-\x7f]*$/;
