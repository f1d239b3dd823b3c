import { join } from 'node:path';
import { bandsFor } from '../../pipeline/dedup/bands.ts';
import { findCandidates } from '../../pipeline/dedup/candidates.ts';
import { fewestWords, firstOfContent, keptInTimeOrder } from '../../pipeline/dedup/contents.ts';
import { floorOf } from '../../pipeline/dedup/nearFloor.ts';
import { NearPairs } from '../../pipeline/dedup/nearPairs.ts';
import { PairWishes } from '../../pipeline/dedup/pairWishes.ts';
import type { RowPairs } from '../../pipeline/dedup/rowPairs.ts';
import { openScratch } from '../export/scratch.ts';
import { pathsOf } from '../export/unpack.ts';
import { inOrder, type Pool } from '../pool.ts';
import type { Project } from '../project.ts';
import type { Survey } from '../surveyLogs.ts';
import { compareTasks, type PlacedCompareTask, type Reread } from './compareTasks.ts';

/**
 * Finds near duplicates: candidates by their signatures, and of these, whose texts are read again, those that are at least
 * as similar as the threshold.
 */
export class NearSearch {
  readonly #project: Pick<Project, 'plans' | 'data'>;
  readonly #survey: Survey;
  readonly #pool: Pool;
  readonly #order: Uint32Array;
  readonly #first: Uint32Array;
  readonly #wishes: PairWishes;

  constructor(project: Pick<Project, 'plans' | 'data'>, survey: Survey, pool: Pool) {
    this.#project = project;
    this.#survey = survey;
    this.#pool = pool;
    const { digest } = survey;
    this.#order = keptInTimeOrder(digest);
    this.#first = firstOfContent(digest, this.#order);
    this.#wishes = new PairWishes(
      (row) => this.#isCompared(row),
      digest.rows.signatures,
      floorOf(this.#dedup.near.threshold),
    );
  }

  /** What resembles what. Who asks it for pairs that were not compared leaves a wish. */
  async pairs(): Promise<NearPairs> {
    const { threshold } = this.#dedup.near;
    const options = { bands: bandsFor(threshold), floor: floorOf(threshold), threshold };
    const rows = this.#order.filter((row) => this.#isCompared(row));
    const { pairs } = findCandidates(rows, this.#survey.digest.rows.signatures, options);
    const verified = await this.#compared(pairs);
    return new NearPairs(this.#first, verified, threshold, this.#wishes.judge);
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

  /** Reads the texts of pairs again, and says how similar they are. */
  async #compared({ one, other }: Pick<RowPairs, 'one' | 'other'>): Promise<RowPairs> {
    const similarity = new Float64Array(one.length);
    if (one.length === 0) return { one, other, similarity };
    const scratch = openScratchFor(this.#survey, this.#project.data);
    try {
      const wanted = new Set([...placesOf(this.#survey, one), ...placesOf(this.#survey, other)]);
      const target = join(scratch.folder, 'compared');
      const paths = await pathsOf(this.#survey.files, (place) => wanted.has(place), target, this.#pool);
      const reread: Reread = { survey: this.#survey, plans: this.#project.plans, paths, canned: new Uint32Array(0) };
      const run = async ({ task, places }: PlacedCompareTask) => ({ places, found: await this.#pool.compare(task) });
      for await (const { places, found } of inOrder(this.#pool, compareTasks(reread, one, other), run))
        for (let at = 0; at < places.length; at++) similarity[places[at] ?? 0] = found[at] ?? 0;
    } finally {
      scratch.close();
    }
    return { one, other, similarity };
  }
}

/** The places of the compressed files that have any of these rows. */
function placesOf({ files, firstRow }: Survey, rows: Uint32Array): Set<number> {
  const places = new Set<number>();
  for (const [place, { file }] of files.entries()) {
    if (!file.gzip) continue;
    const [begin, end] = [firstRow[place] ?? 0, firstRow[place + 1] ?? 0];
    if (rows.some((row) => row >= begin && row < end)) places.add(place);
  }
  return places;
}

/** Only where something has to be unpacked. */
function openScratchFor({ files }: Survey, data: string): ReturnType<typeof openScratch> {
  return files.some(({ file }) => file.gzip) ? openScratch(data) : { folder: '', close() {} };
}
