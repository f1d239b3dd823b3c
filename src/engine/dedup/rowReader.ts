import type { CannedSample } from '../../pipeline/dedup/canned.ts';
import type { RowPairs } from '../../pipeline/dedup/rowPairs.ts';
import { inOrder, type Pool } from '../pool.ts';
import type { Project } from '../project.ts';
import type { Survey } from '../surveyLogs.ts';
import { NOTHING_CANNED, readCannedTexts, type SignedRows, signAgain } from './cannedTexts.ts';
import { compareTasks, type PlacedCompareTask } from './compareTasks.ts';
import type { Canned } from './foundNear.ts';
import { withPlainFiles } from './plainFiles.ts';
import type { Reread } from './reread.ts';

/** Reads surveyed rows again in workers, and gets numbers of them. */
export class RowReader {
  readonly #project: Pick<Project, 'plans' | 'data'>;
  readonly #survey: Survey;
  readonly #pool: Pool;

  constructor(project: Pick<Project, 'plans' | 'data'>, survey: Survey, pool: Pool) {
    this.#project = project;
    this.#survey = survey;
    this.#pool = pool;
  }

  async canned(samples: readonly CannedSample[]): Promise<Canned> {
    if (samples.length === 0) return NOTHING_CANNED;
    const rows = samples.map((sample) => Uint32Array.from(sample.rows));
    return this.#reading(rows, (reread) => readCannedTexts(reread, samples, this.#pool));
  }

  /** Signatures of rows without what is canned. */
  signed(rows: Uint32Array, { shingles }: Canned): Promise<SignedRows> {
    return this.#reading([rows], (reread) => signAgain(reread, rows, shingles, this.#pool));
  }

  /** How similar the texts of pairs are without what is canned. */
  async compared(pairs: Pick<RowPairs, 'one' | 'other'>, { shingles }: Canned): Promise<RowPairs> {
    const { one, other } = pairs;
    const similarity = new Float64Array(one.length);
    if (one.length === 0) return { one, other, similarity };
    await this.#reading([one, other], async (reread) => {
      const run = async ({ task, places }: PlacedCompareTask) => ({ places, found: await this.#pool.compare(task) });
      for await (const { places, found } of inOrder(this.#pool, compareTasks(reread, shingles, pairs), run))
        for (let at = 0; at < places.length; at++) similarity[places[at] ?? 0] = found[at] ?? 0;
    });
    return { one, other, similarity };
  }

  #reading<Result>(rows: readonly Uint32Array[], use: (reread: Reread) => Promise<Result>): Promise<Result> {
    return withPlainFiles(this.#survey, this.#project.data, rows, this.#pool, (paths) =>
      use({ survey: this.#survey, plans: this.#project.plans, paths }),
    );
  }
}
