import { PairHeap } from './pairHeap.ts';
import { bytesOf, NEVER, PairRanks, type RankedTokens } from './pairRanks.ts';
import { PieceCounts } from './pieceCounts.ts';
import { countInParts } from './tokenCounter.ts';

/**
 * Longer texts are counted in parts: where a run of letters that are not Latin fills millions of characters, V8 gives up
 * on the pattern (16 million; 1 million it takes).
 */
const LONGEST_TEXT = 1_048_576;

/**
 * Pieces of more bytes are cut there, so that memory does not grow with a line of one character. Each cut may cost a
 * token or two, or save them. Ours: no piece of writing without a space, a comma or a digit is as long (20,000 Chinese
 * characters), and its arrays take 2 MB.
 */
const LONGEST_PIECE = 65_536;

/**
 * Counts the tokens of a byte-pair encoding as tiktoken makes them: a pattern divides the text into pieces, and of each
 * piece neighbours are joined, those of the lowest rank first and of these the first. Here by a heap, in O(n log n) for a
 * piece of n bytes, where a search through all pairs for each join takes n²; the count is the same.
 */
export class BytePairs {
  readonly #pattern: RegExp;
  readonly #ranks: PairRanks;
  readonly #known = new PieceCounts();
  readonly #longestPiece: number;
  readonly #heap = new PairHeap();
  /** By the byte at which a token begins: where the next and the previous one do. */
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  /** The token that begins here, by its rank. */
  readonly #token: Int32Array;
  /** The rank of the pair that begins here; `NEVER` for none, or where the byte is inside a token by now. */
  readonly #rank: Int32Array;

  /**
   * @param pattern global, and matching every character of a text in one piece or another, none of them empty
   * @param longestPiece in bytes
   */
  constructor(tokens: RankedTokens, pattern: RegExp, longestPiece = LONGEST_PIECE) {
    this.#pattern = pattern;
    this.#ranks = new PairRanks(tokens);
    this.#longestPiece = longestPiece;
    this.#next = new Int32Array(longestPiece + 1);
    this.#previous = new Int32Array(longestPiece + 1);
    this.#token = new Int32Array(longestPiece + 1);
    this.#rank = new Int32Array(longestPiece + 1);
  }

  /** Any text will do; of one with more than `LONGEST_TEXT` units a token or two off at the ends of its parts. */
  count(text: string): number {
    return countInParts(text, LONGEST_TEXT, (part) => this.#ofPart(part));
  }

  #ofPart(text: string): number {
    const pattern = this.#pattern;
    const { longest } = this.#ranks;
    pattern.lastIndex = 0;
    let tokens = 0;
    // One piece begins where the one before it ends; `test` makes no string of it.
    for (let start = 0; pattern.test(text); ) {
      const end = pattern.lastIndex;
      if (end - start > longest) tokens += this.#ofPiece(text.slice(start, end));
      else tokens += this.#known.find(text, start, end) || this.#learn(text.slice(start, end));
      start = end;
    }
    return tokens;
  }

  /** Counts a piece that is not known, and remembers it. */
  #learn(piece: string): number {
    const tokens = this.#ofPiece(piece);
    this.#known.keep(tokens);
    return tokens;
  }

  #ofPiece(piece: string): number {
    const bytes = bytesOf(piece);
    if (this.#ranks.isToken(bytes)) return 1;
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
      this.#token[at] = this.#ranks.ofByte(bytes.charCodeAt(at));
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
      this.#token[place] = rank;
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
    const isPair = second < bytes.length;
    const rank = isPair ? this.#ranks.ofPair(this.#token[at] ?? 0, this.#token[second] ?? 0, bytes, at, end) : NEVER;
    this.#rank[at] = rank;
    if (rank !== NEVER) this.#heap.push(rank, at);
  }
}

/** `place`, or where the character begins that it lies in. */
function characterBefore(bytes: string, place: number): number {
  let at = place;
  while ((bytes.charCodeAt(at) & 0xc0) === 0x80) at--; // no number beyond the end, and so none that continues
  return at;
}
