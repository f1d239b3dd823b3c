import { PairHeap } from './pairHeap.ts';
import { bytesOf, isAscii, NEVER, PairRanks, type RankedTokens } from './pairRanks.ts';
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

/** Ours: ten thousand exchanges have 75,000 different pieces; twice so many are known at most, and take some 10 MB. */
const MOST_KNOWN = 50_000;

/**
 * Counts the tokens of a byte-pair encoding as tiktoken makes them: a pattern divides the text into pieces, and of each
 * piece neighbours are joined, those of the lowest rank first and of these the first. Here by a heap, in O(n log n) for a
 * piece of n bytes, where a search through all pairs for each join takes n²; the count is the same.
 */
export class BytePairs {
  readonly #pattern: RegExp;
  readonly #ranks: PairRanks;
  /** Pieces and their tokens; those that were not met since `MOST_KNOWN` others are forgotten. */
  #known = new Map<string, number>();
  #knownBefore = new Map<string, number>();
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
   * @param pattern global, and matching every character of a text in one piece or another
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
    pattern.lastIndex = 0;
    let tokens = 0;
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) tokens += this.#ofPiece(found[0]);
    return tokens;
  }

  #ofPiece(piece: string): number {
    const known = this.#known.get(piece);
    if (known !== undefined) return known;
    const tokens = this.#knownBefore.get(piece) ?? this.#ofNewPiece(piece);
    if (piece.length > this.#ranks.longest) return tokens;
    if (this.#known.size >= MOST_KNOWN) {
      this.#knownBefore = this.#known;
      this.#known = new Map();
    }
    this.#known.set(copyOf(piece), tokens);
    return tokens;
  }

  #ofNewPiece(piece: string): number {
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

/** The same text in memory of its own: as a part of another it would keep all of that. Of 12 units V8 makes a copy itself. */
function copyOf(piece: string): string {
  if (piece.length <= 12) return piece;
  const encoding = isAscii(piece) ? 'latin1' : 'utf16le';
  return Buffer.from(piece, encoding).toString(encoding);
}

/** `place`, or where the character begins that it lies in. */
function characterBefore(bytes: string, place: number): number {
  let at = place;
  while ((bytes.charCodeAt(at) & 0xc0) === 0x80) at--; // no number beyond the end, and so none that continues
  return at;
}
