import { decide } from '../pipeline/decide.ts';
import type { Decisions } from '../pipeline/decisions.ts';
import { defaultWorkers, openPool, type Pool } from './pool.ts';
import type { Inputs, Project } from './project.ts';
import { type ProgressListener, type Survey, surveyLogs } from './surveyLogs.ts';

/** What the first two phases gave. */
export interface Decided {
  readonly survey: Survey;
  readonly decisions: Decisions;
}

/** Survey and decide. */
export async function decideProject(
  project: Project,
  inputs: Inputs,
  pool: Pool,
  listener: ProgressListener,
): Promise<Decided> {
  const { plans, cache, timer } = project;
  timer?.begin();
  const survey = await surveyLogs(inputs, plans, pool, listener, cache?.digests, timer?.clock);
  timer?.end('survey');
  cache?.digests.tidy(Date.now());
  project.keptConfig?.keep(project);
  const decisions = decide(survey.digest, survey.feedback, project.reasons, plans.decide);
  timer?.end('decide');
  return { survey, decisions };
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
