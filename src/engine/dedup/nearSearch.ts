import { placesWhere } from '../../measures/repeats.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import { bandsFor } from '../../pipeline/dedup/bands.ts';
import { type CandidateOptions, findCandidates } from '../../pipeline/dedup/candidates.ts';
import { CannedWords, cannedSamples } from '../../pipeline/dedup/canned.ts';
import { fewestWords, firstOfContent, keptInTimeOrder } from '../../pipeline/dedup/contents.ts';
import { crossingCandidates } from '../../pipeline/dedup/crossing.ts';
import { KnownPairs } from '../../pipeline/dedup/knownPairs.ts';
import { floorOf } from '../../pipeline/dedup/nearFloor.ts';
import { NearPairs } from '../../pipeline/dedup/nearPairs.ts';
import { PairWishes } from '../../pipeline/dedup/pairWishes.ts';
import { joinedPairs, NO_PAIRS, type RowPairs } from '../../pipeline/dedup/rowPairs.ts';
import type { Digest } from '../../pipeline/digest.ts';
import type { DecidePlan } from '../../pipeline/setStage.ts';
import { NO_SPLIT } from '../../pipeline/split/assign.ts';
import {
  areSame,
  joinedSigned,
  NOTHING_CANNED,
  NOTHING_SIGNED,
  replaceSigned,
  type SignedRows,
  sourceOf,
} from './cannedTexts.ts';
import type { Canned, EarlierNear, FoundNear } from './foundNear.ts';
import type { RowReader } from './rowReader.ts';

/**
 * Ours: where less of a row is canned, its signature is near enough to that of the rest (0.05 less at a similarity of 0.8);
 * where more is, thousands of rows would be candidates for what is canned alone.
 */
const MOST_CANNED_IN_SIGNATURE = 0.1;

/**
 * Finds near duplicates: candidates by their signatures, and of these, whose texts are read again, those that are at least
 * as similar as the threshold. What is canned, in more conversations than `max_canned_share`, does not count. What an
 * earlier run found is taken from there; what is found is the same without.
 *
 * From `pairs` to `close` the digest has other signatures for rows of which much is canned.
 */
export class NearSearch {
  readonly #digest: Digest;
  readonly #dedup: DecidePlan['dedup'];
  readonly #reader: Pick<RowReader, 'canned' | 'signed' | 'compared'>;
  /** By row: the first row of equal content. */
  readonly #first: Uint32Array;
  /** One row for each content, the earliest first. */
  readonly #contents: Uint32Array;
  readonly #wishes: PairWishes;
  #earlier: EarlierNear | undefined;
  #canned: Canned = NOTHING_CANNED;
  #signed: SignedRows = NOTHING_SIGNED;
  /** What stood in the digest in the place of that. */
  #replaced: SignedRows = NOTHING_SIGNED;
  #pairs: RowPairs | undefined;
  #covered: Uint32Array = new Uint32Array(0);
  #isNew = true;
  #isLimited = false;
  /** Pairs across splits that were found besides. */
  #crossing: RowPairs = NO_PAIRS;

  constructor(
    digest: Digest,
    dedup: DecidePlan['dedup'],
    reader: Pick<RowReader, 'canned' | 'signed' | 'compared'>,
    earlier?: EarlierNear,
  ) {
    this.#digest = digest;
    this.#dedup = dedup;
    this.#reader = reader;
    this.#earlier = earlier;
    const order = keptInTimeOrder(digest);
    const first = firstOfContent(digest, order);
    this.#first = first;
    this.#contents = order.filter((row) => first[row] === row);
    this.#wishes = new PairWishes(
      (row) => this.#isCompared(row),
      digest.rows.signatures,
      floorOf(dedup.near.threshold),
    );
  }

  /** What resembles what. Who asks it for pairs that were not compared leaves a wish. */
  async pairs(): Promise<NearPairs> {
    this.#isNew = this.#earlier?.known.includes(0) !== false;
    await this.#leaveOutCanned();
    const pairs = await this.#findPairs();
    this.#pairs = pairs;
    return this.#nearPairs(pairs);
  }

  #nearPairs(pairs: RowPairs): NearPairs {
    const canned = new Uint32Array(this.#canned.shingles);
    return new NearPairs(this.#first, pairs, this.#dedup.near.threshold, this.#wishes.judge, canned);
  }

  /**
   * Looks, where not every pair was looked at, whether anything that is kept resembles what is kept in another split.
   * @param near what is known so far
   * @returns that and what is new; nothing when nothing is
   */
  async crossing(decisions: Decisions, near: NearPairs): Promise<NearPairs | undefined> {
    if (!this.#isLimited || this.#pairs === undefined) return undefined;
    const { rows, splits } = this.#keptContents(decisions);
    const { one, other } = crossingCandidates(rows, splits, this.#digest.rows.signatures, this.#options);
    const known = (at: number): number | undefined =>
      near.compared(one[at] ?? 0, other[at] ?? 0) ?? this.#wishes.known.of(one[at] ?? 0, other[at] ?? 0);
    const open = placesWhere(one.length, (at) => known(at) === undefined);
    if (open.length > 0) {
      const wanted = { one: open.map((at) => one[at] ?? 0), other: open.map((at) => other[at] ?? 0) };
      this.#wishes.known.add(await this.#reader.compared(wanted, this.#canned));
      this.#isNew = true;
    }
    const { threshold } = this.#dedup.near;
    const similarity = Float64Array.from(one, (_, at) => known(at) ?? 0);
    const alike = placesWhere(one.length, (at) => (similarity[at] ?? 0) >= threshold);
    if (alike.length === 0) return undefined;
    const found = {
      one: alike.map((at) => one[at] ?? 0),
      other: alike.map((at) => other[at] ?? 0),
      similarity: Float64Array.from(alike, (at) => similarity[at] ?? 0),
    };
    this.#crossing = joinedPairs(this.#crossing, found);
    return this.#nearPairs(joinedPairs(this.#pairs, this.#crossing));
  }

  /** Of all rows that go out one of each content, and where. */
  #keptContents(decisions: Decisions): { readonly rows: Uint32Array; readonly splits: Uint8Array } {
    const rows: number[] = [];
    const splits: number[] = [];
    for (let item = 0; item < decisions.itemCount; item++) {
      const split = decisions.split[item] ?? NO_SPLIT;
      if (split === NO_SPLIT || !decisions.isKept(item)) continue;
      for (const row of decisions.rowsOf(item)) {
        const first = this.#first[row] ?? row;
        if (!this.#isCompared(first)) continue;
        rows.push(first);
        splits.push(split);
      }
    }
    return { rows: Uint32Array.from(rows), splits: Uint8Array.from(splits) };
  }

  get #options(): CandidateOptions {
    const { threshold, bands } = this.#dedup.near;
    return { bands: bands ?? bandsFor(threshold), floor: floorOf(threshold), threshold };
  }

  /** Compares the pairs that were wished for; says whether there were any. */
  async grantWishes(): Promise<boolean> {
    const wanted = this.#wishes.take();
    if (wanted.one.length === 0) return false;
    this.#wishes.known.add(await this.#reader.compared(wanted, this.#canned));
    this.#isNew = true;
    return true;
  }

  /** All that was found; nothing when it was known before. */
  found(): FoundNear | undefined {
    if (!this.#isNew || this.#pairs === undefined) return undefined;
    return {
      pairs: this.#pairs,
      isLimited: this.#isLimited,
      asked: this.#wishes.known.all(),
      covered: this.#covered,
      canned: this.#canned,
      signed: this.#signed,
    };
  }

  /** The signatures that the digest has of rows of which much is canned, until `close`. */
  get signed(): SignedRows {
    return this.#signed;
  }

  /** Gives the digest back the signatures that it came with. */
  close(): void {
    replaceSigned(this.#digest, this.#replaced);
    this.#replaced = NOTHING_SIGNED;
  }

  #isCompared(row: number): boolean {
    return this.#first[row] === row && (this.#digest.rows.words[row] ?? 0) >= fewestWords(this.#dedup);
  }

  /** Finds what is canned, and gives the rows of which it is much the signatures of the rest. */
  async #leaveOutCanned(): Promise<void> {
    this.#canned = await this.#findCanned();
    if (this.#earlier !== undefined && !areSame(this.#canned, this.#earlier.canned)) this.#earlier = undefined;
    this.#signed = await this.#sign();
    this.#replaced = replaceSigned(this.#digest, this.#signed);
  }

  async #findCanned(): Promise<Canned> {
    if (!this.#isNew && this.#earlier !== undefined) return this.#earlier.canned;
    const samples = cannedSamples(this.#digest, this.#contents, this.#dedup.near.max_canned_share);
    const isKnown = this.#earlier?.canned.source === sourceOf(this.#digest, samples);
    return isKnown && this.#earlier !== undefined ? this.#earlier.canned : this.#reader.canned(samples);
  }

  async #sign(): Promise<SignedRows> {
    const known = this.#earlier?.signed ?? NOTHING_SIGNED;
    if (!this.#isNew || this.#canned.passages.length === 0) return known;
    const canned = new CannedWords(this.#digest, this.#canned.passages);
    const isSigned = new Uint8Array(this.#digest.count);
    for (const row of known.rows) isSigned[row] = 1;
    const { words } = this.#digest.rows;
    const rows = this.#contents.filter(
      (row) => isSigned[row] === 0 && canned.of(row) > MOST_CANNED_IN_SIGNATURE * (words[row] ?? 0),
    );
    return rows.length === 0 ? known : joinedSigned(known, await this.#reader.signed(rows, this.#canned));
  }

  /** Candidate pairs and how similar they are: those of an earlier run, and what is new. */
  async #findPairs(): Promise<RowPairs> {
    const earlier = this.#earlier;
    this.#isLimited = earlier?.isLimited ?? false;
    if (earlier !== undefined) this.#wishes.known.add(earlier.asked);
    if (!this.#isNew && earlier !== undefined) {
      this.#covered = earlier.covered;
      return earlier.pairs;
    }
    const rows = this.#contents.filter((row) => this.#isCompared(row));
    const isSettled = new Uint8Array(this.#digest.count);
    let settled = 0;
    while (settled < rows.length && earlier?.known[rows[settled] ?? 0] === 1) isSettled[rows[settled++] ?? 0] = 1;
    const covered = earlier?.covered.filter((row) => isSettled[row] === 1) ?? new Uint32Array(0);
    const { signatures } = this.#digest.rows;
    const fresh = findCandidates(rows, signatures, this.#options, { settled, covered: new Set(covered) });
    this.#isLimited ||= fresh.isLimited;
    this.#covered = Uint32Array.from([...covered, ...fresh.covered]);
    const still = earlier === undefined ? undefined : between(earlier.pairs, isSettled);
    const found = await this.#compared(fresh.pairs);
    return still === undefined ? found : joinedPairs(still, found);
  }

  /** Reads only rows of pairs that no earlier run compared. */
  async #compared({ one, other }: RowPairs): Promise<RowPairs> {
    const known = new KnownPairs();
    if (this.#earlier !== undefined) for (const pairs of [this.#earlier.pairs, this.#earlier.asked]) known.add(pairs);
    const similarity = Float64Array.from(one, (row, pair) => known.of(row, other[pair] ?? 0) ?? Number.NaN);
    const open = placesWhere(one.length, (pair) => Number.isNaN(similarity[pair]));
    const wanted = { one: open.map((pair) => one[pair] ?? 0), other: open.map((pair) => other[pair] ?? 0) };
    const found = await this.#reader.compared(wanted, this.#canned);
    for (let place = 0; place < open.length; place++) similarity[open[place] ?? 0] = found.similarity[place] ?? 0;
    return { one, other, similarity };
  }
}

/** The pairs of which both rows are among these. */
function between({ one, other, similarity }: RowPairs, isAmong: Uint8Array): RowPairs {
  const places = placesWhere(one.length, (at) => isAmong[one[at] ?? 0] === 1 && isAmong[other[at] ?? 0] === 1);
  return {
    one: places.map((at) => one[at] ?? 0),
    other: places.map((at) => other[at] ?? 0),
    similarity: Float64Array.from(places, (at) => similarity[at] ?? 0),
  };
}
