import { combine53 } from '../measures/hash.ts';
import { identity } from '../measures/order.ts';
import { NO_CLUSTERS } from './dedup/itemPairs.ts';
import { NearPairs } from './dedup/nearPairs.ts';
import type { SnapshotGroups } from './dedup/snapshots.ts';
import type { Digest } from './digest.ts';
import type { FeedbackDigest } from './feedback/feedbackRows.ts';
import { NO_SPLIT } from './split/assign.ts';
import type { Ledger } from './split/ledger.ts';
import { TOKENS_AROUND_EXAMPLE } from './tokens/messageTokens.ts';

export interface ComparedSignatures {
  readonly rows: Uint32Array;
  /** `SIGNATURE_BYTES` a row. */
  readonly signatures: Uint8Array;
}

/**
 * What decide knows and has decided so far, in columns beside those of the digest. Set stages work on items: an item is
 * what becomes one example, a row by itself or, when sessions are joined, the rows of one session in time order.
 */
export class Decisions {
  /** What is decided upon; `leaveOut` and `useFeedback` put another in its place, the survey's own stays as it is. */
  digest: Digest;
  feedback: FeedbackDigest;
  /** Every `stage.reason`; a verdict is a place in this list plus 1. */
  readonly reasons: readonly string[];
  /** By row: 0 for kept. */
  readonly verdict: Uint16Array;
  /** By row, for rows that a set stage dropped: the measured value and the limit, NaN where there is none. */
  readonly measured: Float32Array;
  readonly limit: Float32Array;
  /** By row: how many exchanges go out. */
  readonly exchanges: Uint32Array;
  /** By row: mean of all ratings, 1 to 5, NaN where nobody rated. */
  readonly meanRating: Float32Array;
  /** By row: mean rating of what goes out, 1 to 5, NaN where nobody rated that; and how many ratings it is the mean of. */
  readonly rating: Float32Array;
  readonly ratings: Uint16Array;
  /** By line of feedback: 1 when its conversation is there. */
  joined: Uint8Array;
  /** Rows of item i: `itemRows[itemStart[i]]` up to before `itemStart[i + 1]`. */
  itemRows = new Uint32Array(0);
  itemStart = new Uint32Array(1);
  /**
   * By item: the first of its cluster (itself when it is alone), how many they are, and which of them stays for it. That one
   * was dropped where all that resemble it were, for their rating or their split.
   */
  leader = new Uint32Array(0);
  clusterSize = new Uint32Array(0);
  representative = new Uint32Array(0);
  /** Which items are duplicates of which, once `split` has clustered them. */
  clusters = NO_CLUSTERS;
  /** Lines of chats as they grew; found when they are first asked for (`snapshotsOf`). */
  snapshots: SnapshotGroups | undefined;
  /** Which rows resemble which. */
  readonly near: NearPairs;
  /** By item: what it is never parted from (`split.by`), and the split of that. */
  group = new Float64Array(0);
  groupSplit = new Uint8Array(0);
  /** By item: the split to which its cluster of duplicates belongs. */
  home = new Uint8Array(0);
  /** What earlier exports published; nothing where there is no ledger. */
  readonly ledger: Ledger | undefined;
  /** By item: the splits in which it, or what it is never parted from, ever stood, as bits; and what its split is by (`PLACED_BY`). */
  published = new Uint8Array(0);
  /** Rows that were compared by another signature than the digest has, without what is canned. */
  signed: ComparedSignatures = { rows: new Uint32Array(0), signatures: new Uint8Array(0) };
  /** By item: those of its own text alone. */
  publishedText = new Uint8Array(0);
  placedBy = new Uint8Array(0);
  /** By item: where it goes, a place in `SPLITS`, or `NO_SPLIT`. */
  split = new Uint8Array(0);

  readonly #leftOut = new Set<number>();
  #feedbackLines: Uint32Array | undefined;

  constructor(digest: Digest, feedback: FeedbackDigest, reasons: readonly string[], near?: NearPairs, ledger?: Ledger) {
    this.digest = digest;
    this.feedback = feedback;
    this.reasons = reasons;
    this.near = near ?? NearPairs.none(digest.count);
    this.ledger = ledger;
    this.verdict = digest.rows.verdict.slice(0, digest.count);
    this.measured = new Float32Array(digest.count).fill(Number.NaN);
    this.limit = new Float32Array(digest.count).fill(Number.NaN);
    this.exchanges = digest.rows.exchanges.slice(0, digest.count);
    this.meanRating = new Float32Array(digest.count).fill(Number.NaN);
    this.rating = new Float32Array(digest.count).fill(Number.NaN);
    this.ratings = new Uint16Array(digest.count);
    this.joined = new Uint8Array(feedback.count);
  }

  get itemCount(): number {
    return this.itemStart.length - 1;
  }

  /** Sets which rows make up the items; every row by itself when `starts` is left out. */
  setItems(rows: Uint32Array<ArrayBuffer>, starts?: Uint32Array<ArrayBuffer>): void {
    this.itemRows = rows;
    this.itemStart = starts ?? identity(rows.length + 1);
    const count = this.itemCount;
    this.leader = identity(count);
    this.representative = this.leader.slice();
    this.clusterSize = new Uint32Array(count).fill(1);
    this.group = new Float64Array(count);
    this.groupSplit = new Uint8Array(count).fill(NO_SPLIT);
    this.home = this.groupSplit.slice();
    this.published = new Uint8Array(count);
    this.publishedText = new Uint8Array(count);
    this.placedBy = new Uint8Array(count);
    this.split = this.groupSplit.slice();
  }

  rowsOf(item: number): Uint32Array {
    return this.itemRows.subarray(this.itemStart[item], this.itemStart[item + 1]);
  }

  /** How many rows an item has; most have one, and those are read without a list of rows. */
  sizeOf(item: number): number {
    return (this.itemStart[item + 1] ?? 0) - (this.itemStart[item] ?? 0);
  }

  /** The rows of an item that go out: all, or those before a badly rated one. */
  keptRowsOf(item: number): Uint32Array {
    const rows = this.rowsOf(item);
    return rows.length === 1 ? rows : rows.filter((row) => this.verdict[row] === 0);
  }

  /** The sum of a column over the rows of an item that go out. */
  sumOf(item: number, column: { readonly [row: number]: number }): number {
    if (this.sizeOf(item) === 1) return column[this.firstRow(item)] ?? 0;
    return this.keptRowsOf(item).reduce((sum, row) => sum + (column[row] ?? 0), 0);
  }

  firstRow(item: number): number {
    return this.itemRows[this.itemStart[item] ?? 0] ?? 0;
  }

  /** Something of it goes out. The first rows of a session may be cut, so its last kept one decides. */
  isKept(item: number): boolean {
    return this.verdict[this.firstRow(item)] === 0 || (this.sizeOf(item) > 1 && this.keptRowsOf(item).length > 0);
  }

  /** The first row of an item that goes out; of one that is dropped the first of all. */
  firstKeptRow(item: number): number {
    const first = this.firstRow(item);
    if (this.verdict[first] === 0 || this.sizeOf(item) === 1) return first;
    return this.keptRowsOf(item)[0] ?? first;
  }

  dropRow(row: number, code: number, measured = Number.NaN, limit = Number.NaN): void {
    this.verdict[row] = code;
    this.measured[row] = measured;
    this.limit[row] = limit;
  }

  /**
   * Drops rows as if a record stage had: no later stage counts them among what there is.
   * @param codeOf by row: place in `reasons` plus 1, 0 for rows that stay
   */
  leaveOut(codeOf: (row: number) => number): void {
    let verdict: Uint16Array<ArrayBuffer> | undefined;
    for (let row = 0; row < this.digest.count; row++) {
      const code = codeOf(row);
      if (code === 0) continue;
      verdict ??= this.digest.rows.verdict.slice();
      verdict[row] = code;
      this.verdict[row] = code;
      this.#leftOut.add(code);
    }
    if (verdict !== undefined) this.digest = { ...this.digest, rows: { ...this.digest.rows, verdict } };
  }

  /** The row was taken out with `leaveOut`. */
  isLeftOut(row: number): boolean {
    return this.#leftOut.has(this.verdict[row] ?? 0);
  }

  /** Goes on with less feedback than there is: with these lines of it. */
  useFeedback(feedback: FeedbackDigest, lines: Uint32Array): void {
    this.feedback = feedback;
    this.#feedbackLines = lines;
    this.joined = new Uint8Array(feedback.count);
  }

  /** The number of a line of `feedback` among all lines that were surveyed. */
  surveyedFeedback(line: number): number {
    return this.#feedbackLines?.[line] ?? line;
  }

  /** @param reason `stage.reason` */
  isDroppedFor(row: number, reason: string): boolean {
    return this.reasons[(this.verdict[row] ?? 0) - 1] === reason;
  }

  /** Hash of the turns of a row that go out. */
  contentOfRow(row: number): number {
    const { rows, exchanges } = this.digest;
    const kept = this.exchanges[row] ?? 0;
    if (kept === rows.exchanges[row]) return rows.content[row] ?? 0;
    return exchanges.content[(rows.firstExchange[row] ?? 0) + kept - 1] ?? 0;
  }

  /** Tokens of what goes out of a row. */
  tokensOfRow(row: number): number {
    const { rows, exchanges } = this.digest;
    const kept = this.exchanges[row] ?? 0;
    if (kept === rows.exchanges[row]) return rows.tokens[row] ?? 0;
    return exchanges.tokens[(rows.firstExchange[row] ?? 0) + kept - 1] ?? 0;
  }

  /** Tokens of what goes out of an item: of joined rows the system message and tools of the first alone. */
  tokensOf(item: number): number {
    if (this.sizeOf(item) === 1) return this.tokensOfRow(this.firstRow(item));
    return this.tokensOfRows(this.keptRowsOf(item));
  }

  /** Tokens of rows that are joined. */
  tokensOfRows(rows: Uint32Array): number {
    const { system_tokens } = this.digest.rows;
    return rows.reduce((sum, row, place) => {
      const tokens = this.tokensOfRow(row);
      return sum + (place === 0 ? tokens : tokens - TOKENS_AROUND_EXAMPLE - (system_tokens[row] ?? 0));
    }, 0);
  }

  /** Hash of all that an item says, whatever of it goes out. */
  wholeContentOf(item: number): number {
    const { content } = this.digest.rows;
    if (this.sizeOf(item) === 1) return content[this.firstRow(item)] ?? 0;
    return this.rowsOf(item).reduce((state, row) => combine53(state, content[row] ?? 0), 1);
  }

  /** Hash of that by which an item is told from others (`dedup.by`); of joined sessions of all that they say. */
  comparedContentOf(item: number): number {
    if (this.sizeOf(item) > 1) return this.wholeContentOf(item);
    return this.digest.rows.compared[this.firstRow(item)] ?? 0;
  }

  /** Hash of what goes out of an item. */
  contentOf(item: number): number {
    if (this.sizeOf(item) === 1) return this.contentOfRow(this.firstRow(item));
    const rows = this.keptRowsOf(item);
    if (rows.length === 1) return this.contentOfRow(rows[0] ?? 0);
    return rows.reduce((state, row) => combine53(state, this.contentOfRow(row)), 1);
  }

  /** Mean rating over the rows of an item, NaN where nobody rated. */
  ratingOf(item: number): number {
    if (this.sizeOf(item) === 1) return this.rating[this.firstRow(item)] ?? Number.NaN;
    let sum = 0;
    let rated = 0;
    for (const row of this.keptRowsOf(item)) {
      const rating = this.rating[row] ?? Number.NaN;
      if (Number.isNaN(rating)) continue;
      sum += rating;
      rated++;
    }
    return rated === 0 ? Number.NaN : sum / rated;
  }
}
