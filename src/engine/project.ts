import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load.ts';
import { CurateError } from '../errors.ts';
import { FORMATS } from '../formats/index.ts';
import { findFiles, type InputFile } from '../inputs/files.ts';
import { parseTimestamp } from '../inputs/timestamp.ts';
import { decide } from '../pipeline/decide.ts';
import type { Decisions } from '../pipeline/decisions.ts';
import { recordReasons } from '../pipeline/recordPipeline.ts';
import type { DigestCache } from './cache/digestCache.ts';
import { openCache } from './cache/openCache.ts';
import { type Plans, plansOf } from './plans.ts';
import { defaultWorkers, openPool, type Pool } from './pool.ts';
import { type ProgressListener, type Survey, surveyLogs } from './surveyLogs.ts';

/** What every command is told on the command line. */
export interface ProjectOptions {
  readonly config?: string | undefined;
  /** The folder that holds `training_logs/` and `curated/`. */
  readonly data: string;
  /** Days, `YYYY-MM-DD`, both included. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** What to do with the digests of earlier runs: use and keep them (the default), only use them, or neither. */
  readonly cache?: 'use' | 'read' | 'off' | undefined;
}

/** A team's folder with its config: where everything is, and what is to be done. */
export interface Project {
  readonly config: Config;
  readonly configFile: string | undefined;
  readonly data: string;
  readonly logs: string;
  readonly curated: string;
  readonly plans: Plans;
  readonly cache: DigestCache | undefined;
}

export interface Inputs {
  readonly conversations: readonly InputFile[];
  readonly feedback: readonly InputFile[];
}

/** What the first two phases gave. */
export interface Decided {
  readonly survey: Survey;
  readonly decisions: Decisions;
}

const DAY = 86_400_000;

/** @throws CurateError for a config with mistakes or a day that is none */
export function openProject(options: ProjectOptions): Project {
  const { config, file } = loadConfig(
    options.config,
    FORMATS.map(({ name }) => name),
  );
  const data = resolve(options.data);
  const since = dayOf('--since', options.since);
  const until = dayOf('--until', options.until);
  if (since !== undefined && until !== undefined && since > until) {
    throw new CurateError(`--since ${options.since} is later than --until ${options.until}; no day is left.`);
  }
  const period = { since, until: until === undefined ? undefined : until + DAY };
  const plans = plansOf(config, period);
  return {
    config,
    configFile: file,
    data,
    logs: join(data, 'training_logs'),
    curated: join(data, 'curated'),
    plans,
    cache: options.cache === 'off' ? undefined : openCache(data, plans, options.cache !== 'read'),
  };
}

/** @throws CurateError when there is no conversation file, with a hint how to start */
export async function findInputs(project: Project): Promise<Inputs> {
  const { conversations, feedback } = project.config.inputs;
  if (!isFolder(project.logs) && !conversations.some((glob) => glob.startsWith('/'))) {
    throw new CurateError(
      `${project.logs}: there is no such folder. Put your logs there (conversations_YYYY-MM-DD.jsonl), name another folder with --data, or let \`curate init\` make one.`,
    );
  }
  const found = await findFiles(conversations, project.logs);
  if (found.length === 0) {
    throw new CurateError(
      `${project.logs}: no file fits ${conversations.join(', ')}. Put your daily logs there (conversations_YYYY-MM-DD.jsonl), or say in \`inputs.conversations\` what they are called.`,
    );
  }
  return { conversations: found, feedback: await findFiles(feedback, project.logs) };
}

/** Survey and decide. */
export async function decideProject(
  project: Project,
  inputs: Inputs,
  pool: Pool,
  listener: ProgressListener,
): Promise<Decided> {
  const survey = await surveyLogs(inputs, project.plans, pool, listener, project.cache);
  project.cache?.tidy(Date.now());
  const decisions = decide(survey.digest, survey.feedback, recordReasons(project.plans.survey), project.plans.decide);
  return { survey, decisions };
}

/** Small logs are through before a thread has started. */
const THREADS_FROM_BYTES = 2 * 1024 * 1024;

/** Opens a pool for these inputs, gives it to `use`, and closes it whatever happens. */
export async function withPool<Result>(
  inputs: Inputs,
  workers: number | undefined,
  use: (pool: Pool) => Promise<Result>,
): Promise<Result> {
  const bytes = inputs.conversations.reduce((sum, file) => sum + file.bytes * (file.gzip ? 5 : 1), 0);
  const pool = openPool(workers ?? (bytes < THREADS_FROM_BYTES ? 0 : defaultWorkers()));
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

function dayOf(flag: string, day: string | undefined): number | undefined {
  if (day === undefined) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? parseTimestamp(day) : undefined;
  if (time === undefined)
    throw new CurateError(`${flag} needs a day such as 2026-09-30, not ${JSON.stringify(day.slice(0, 40))}.`);
  return time;
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
