import { SIGNATURE_BYTES } from '../../measures/minhash.ts';
import { bandsFor } from '../../pipeline/dedup/bands.ts';
import { findCandidates } from '../../pipeline/dedup/candidates.ts';
import { cannedSamples } from '../../pipeline/dedup/canned.ts';
import { fewestWords, firstOfContent, keptInTimeOrder } from '../../pipeline/dedup/contents.ts';
import { floorOf } from '../../pipeline/dedup/nearFloor.ts';
import { NearPairs } from '../../pipeline/dedup/nearPairs.ts';
import { PairWishes } from '../../pipeline/dedup/pairWishes.ts';
import type { RowPairs } from '../../pipeline/dedup/rowPairs.ts';
import { inOrder, type Pool } from '../pool.ts';
import type { Project } from '../project.ts';
import type { Survey } from '../surveyLogs.ts';
import { readCannedTexts, type SignedRows, signAgain } from './cannedTexts.ts';
import { compareTasks, type PlacedCompareTask } from './compareTasks.ts';
import { withPlainFiles } from './plainFiles.ts';

type Surroundings = Pick<Project, 'plans' | 'data'>;

/**
 * Ours: where less of a row is canned, its signature is near enough to that of the rest (0.05 less at a similarity of 0.8);
 * where more is, thousands of rows would be candidates for what is canned alone.
 */
const MOST_CANNED_IN_SIGNATURE = 0.1;

/**
 * Finds near duplicates: candidates by their signatures, and of these, whose texts are read again, those that are at least
 * as similar as the threshold. What is canned, in more conversations than `max_canned_share`, does not count.
 */
export class NearSearch {
  readonly #project: Surroundings;
  readonly #survey: Survey;
  readonly #pool: Pool;
  /** By row: the first row of equal content. */
  readonly #first: Uint32Array;
  /** One row for each content, the earliest first. */
  readonly #contents: Uint32Array;
  readonly #wishes: PairWishes;
  #canned = new Uint32Array(0);

  constructor(project: Surroundings, survey: Survey, pool: Pool) {
    this.#project = project;
    this.#survey = survey;
    this.#pool = pool;
    const { digest } = survey;
    const order = keptInTimeOrder(digest);
    const first = firstOfContent(digest, order);
    this.#first = first;
    this.#contents = order.filter((row) => first[row] === row);
    const { signatures } = digest.rows;
    this.#wishes = new PairWishes((row) => this.#isCompared(row), signatures, floorOf(this.#dedup.near.threshold));
  }

  /** What resembles what. Who asks it for pairs that were not compared leaves a wish. */
  async pairs(): Promise<NearPairs> {
    const { threshold, bands } = this.#dedup.near;
    await this.#leaveOutCanned();
    const rows = this.#contents.filter((row) => this.#isCompared(row));
    const options = { bands: bands ?? bandsFor(threshold), floor: floorOf(threshold), threshold };
    const { pairs } = findCandidates(rows, this.#survey.digest.rows.signatures, options);
    return new NearPairs(this.#first, await this.#compared(pairs), threshold, this.#wishes.judge);
  }

  /** Compares the pairs that were wished for; says whether there were any. */
  async grantWishes(): Promise<boolean> {
    const wanted = this.#wishes.take();
    if (wanted.one.length === 0) return false;
    this.#wishes.grant(await this.#compared(wanted));
    return true;
  }

  get #dedup() {
    return this.#project.plans.decide.dedup;
  }

  #isCompared(row: number): boolean {
    return this.#first[row] === row && (this.#survey.digest.rows.words[row] ?? 0) >= fewestWords(this.#dedup);
  }

  /** Finds what is canned, and signs the rows anew of which it is much. */
  async #leaveOutCanned(): Promise<void> {
    const { digest } = this.#survey;
    const { words } = digest.rows;
    const samples = cannedSamples(digest, this.#contents, this.#dedup.near.max_canned_share);
    if (samples.length === 0) return;
    const sampled = samples.map(({ rows }) => Uint32Array.from(rows));
    const { shingles, wordsOf } = await this.#reading(sampled, (paths) =>
      readCannedTexts({ survey: this.#survey, plans: this.#project.plans, paths }, samples, this.#pool),
    );
    this.#canned = new Uint32Array(shingles);
    const rows = this.#contents.filter((row) => wordsOf(row) > MOST_CANNED_IN_SIGNATURE * (words[row] ?? 0));
    const signed = await this.#reading([rows], (paths) =>
      signAgain({ survey: this.#survey, plans: this.#project.plans, paths }, rows, this.#canned, this.#pool),
    );
    this.#take(signed);
  }

  /** From here on the digest has the signatures of what is left of these rows. */
  #take({ rows, words, signatures }: SignedRows): void {
    const { rows: columns } = this.#survey.digest;
    for (const [place, row] of rows.entries()) {
      columns.words[row] = words[place] ?? 0;
      const signature = signatures.subarray(place * SIGNATURE_BYTES, (place + 1) * SIGNATURE_BYTES);
      columns.signatures.set(signature, row * SIGNATURE_BYTES);
    }
  }

  /** Reads the texts of pairs again, and says how similar they are. */
  async #compared(pairs: Pick<RowPairs, 'one' | 'other'>): Promise<RowPairs> {
    const { one, other } = pairs;
    const similarity = new Float64Array(one.length);
    if (one.length === 0) return { one, other, similarity };
    await this.#reading([one, other], async (paths) => {
      const reread = { survey: this.#survey, plans: this.#project.plans, paths };
      const run = async ({ task, places }: PlacedCompareTask) => ({ places, found: await this.#pool.compare(task) });
      for await (const { places, found } of inOrder(this.#pool, compareTasks(reread, this.#canned, pairs), run))
        for (let at = 0; at < places.length; at++) similarity[places[at] ?? 0] = found[at] ?? 0;
    });
    return { one, other, similarity };
  }

  #reading<Result>(rows: readonly Uint32Array[], use: (paths: readonly string[]) => Promise<Result>): Promise<Result> {
    return withPlainFiles(this.#survey, this.#project.data, rows, this.#pool, use);
  }
}
