import { decide } from '../pipeline/decide.ts';
import type { Decisions } from '../pipeline/decisions.ts';
import type { Ledger } from '../pipeline/split/ledger.ts';
import { NearSearch } from './dedup/nearSearch.ts';
import { RowReader } from './dedup/rowReader.ts';
import { type OpenedLedger, openLedger } from './ledger/openLedger.ts';
import { defaultWorkers, openPool, type Pool } from './pool.ts';
import type { Inputs, Project } from './project.ts';
import { type ProgressListener, type Survey, surveyLogs } from './surveyLogs.ts';

/** What the first two phases gave. */
export interface Decided {
  readonly survey: Survey;
  readonly decisions: Decisions;
  readonly opened: OpenedLedger;
}

/**
 * Survey and decide.
 * @param resetSplits deal all splits anew, whatever was published
 * @throws CurateError when the ledger of the splits cannot be relied on
 */
export async function decideProject(
  project: Project,
  inputs: Inputs,
  pool: Pool,
  listener: ProgressListener,
  resetSplits = false,
): Promise<Decided> {
  const { plans, cache, timer } = project;
  const opened = openLedger(project.curated, resetSplits);
  timer?.begin();
  const survey = await surveyLogs(inputs, plans, pool, listener, cache?.digests, timer?.clock);
  timer?.end('survey');
  cache?.digests.tidy(Date.now());
  project.keptConfig?.keep(project);
  const decisions = await decideSurveyed(project, survey, pool, opened.ledger);
  timer?.end('decide');
  return { survey, decisions, opened };
}

/**
 * Ours: which of a cluster stays may hang on pairs that nobody compared yet, and what was found of these on others. Every
 * round settles those of one choice more, and three were the most that were seen.
 */
const MOST_ROUNDS = 20;

/** Decides upon what a survey left; reads the texts of what may be near duplicates again. */
export async function decideSurveyed(
  project: Project,
  survey: Survey,
  pool: Pool,
  ledger: Ledger | undefined,
): Promise<Decisions> {
  const { plans, reasons } = project;
  const { digest, feedback } = survey;
  const { dedup } = plans.decide;
  if (!dedup.near.enabled) return decide(digest, feedback, reasons, plans.decide, undefined, ledger);
  const joins = project.cache?.joins;
  const reader = new RowReader(project, survey, pool);
  const search = new NearSearch(digest, dedup, reader, joins?.find(survey, dedup));
  try {
    let near = await search.pairs();
    let decisions = decide(digest, feedback, reasons, plans.decide, near, ledger);
    for (let round = 1; round < MOST_ROUNDS; round++) {
      if (!(await search.grantWishes())) {
        const more = await search.crossing(decisions, near);
        if (more === undefined) break;
        near = more;
      }
      decisions = decide(digest, feedback, reasons, plans.decide, near, ledger);
    }
    decisions.signed = search.signed;
    const found = search.found();
    if (found !== undefined) joins?.keep(survey, dedup, found);
    return decisions;
  } finally {
    search.close();
  }
}

/** So much is through before a thread has started: small logs, and a day that is new. */
const THREADS_FROM_BYTES = 3 * 1024 * 1024;

/** Opens a pool for these inputs, gives it to `use`, and closes it whatever happens. */
export async function withPool<Result>(
  inputs: Inputs,
  workers: number | undefined,
  use: (pool: Pool) => Promise<Result>,
  young?: number,
): Promise<Result> {
  const bytes = inputs.conversations.reduce((sum, file) => sum + file.bytes * (file.gzip ? 5 : 1), 0);
  const pool = openPool(
    workers ?? (bytes < THREADS_FROM_BYTES ? 0 : defaultWorkers()),
    workers === undefined ? THREADS_FROM_BYTES : 0,
    young,
  );
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}
