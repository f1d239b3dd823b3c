import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { configSource } from '../config/source.ts';
import { CurateError } from '../errors.ts';
import { findArchived, inLoggedOrder, isInArchive } from '../inputs/archivedFiles.ts';
import { findFiles, type InputFile } from '../inputs/files.ts';
import { parseTimestamp } from '../inputs/timestamp.ts';
import { benchmarkPlan } from './benchmark/benchmarkPlan.ts';
import { KeptConfig } from './cache/keptConfig.ts';
import { type Cache, openCache } from './cache/openCache.ts';
import type { CheckedConfig } from './checkedConfig.ts';
import { type Plans, plansOf } from './plans.ts';
import { peopleLeftOut } from './privacy/peopleLeftOut.ts';
import type { RunTimer } from './runTimer.ts';
import { tokenizerPlan } from './tokenizer/tokenizerPlan.ts';

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
  /** The key of pseudonyms: people who are left out are known by them, and the action `hash` puts some into the text. */
  readonly id_key?: string | undefined;
  /** Take the time of each phase and stage, and report it. */
  readonly timings?: boolean | undefined;
}

/** A team's folder with its config: where everything is, and what is to be done. */
export interface Project extends CheckedConfig {
  readonly configFile: string | undefined;
  readonly data: string;
  readonly logs: string;
  readonly curated: string;
  readonly plans: Plans;
  /** What should not go unseen of who is left out; like `warnings`, but not of the config. */
  readonly peopleWarnings: readonly string[];
  readonly cache: Cache | undefined;
  readonly keptConfig: KeptConfig | undefined;
  /** When the time is to be taken. */
  readonly timer: RunTimer | undefined;
}

export interface Inputs {
  readonly conversations: readonly InputFile[];
  readonly feedback: readonly InputFile[];
}

const DAY = 86_400_000;

/** @throws CurateError for a config with mistakes, a day that is none, a list of people, a tokenizer or a benchmark that cannot be read */
export async function openProject(options: ProjectOptions): Promise<Project> {
  const data = resolve(options.data);
  const writes = options.cache !== 'read';
  const source = configSource(options.config);
  const keptConfig = options.cache === 'off' ? undefined : new KeptConfig(data, source?.text ?? '', writes);
  const checked = keptConfig?.find() ?? (await import('./checkedConfig.ts')).checkConfig(source);
  const since = dayOf('--since', options.since);
  const until = dayOf('--until', options.until);
  if (since !== undefined && until !== undefined && since > until) {
    throw new CurateError(`--since ${options.since} is later than --until ${options.until}; no day is left.`);
  }
  const period = { since, until: until === undefined ? undefined : until + DAY };
  const people = peopleLeftOut(data, checked.config.privacy.opt_out, options.id_key);
  const tokenizer = tokenizerPlan(checked.config.tokenizer, source?.file);
  const curated = join(data, 'curated');
  const benchmark = await benchmarkPlan(checked.config, source?.file, curated);
  const plans = plansOf(checked.config, period, { ...people, id_key: options.id_key, tokenizer, benchmark });
  return {
    ...checked,
    configFile: source?.file,
    data,
    logs: join(data, 'training_logs'),
    curated,
    plans,
    peopleWarnings: people.warnings,
    cache: options.cache === 'off' ? undefined : openCache(data, plans, writes, people.forgotten_until),
    keptConfig,
    timer: options.timings ? new (await import('./runTimer.ts')).RunTimer() : undefined,
  };
}

/**
 * The raw logs, and what the archive holds of those that are gone, in the order of their names.
 * @throws CurateError when there is no conversation file, with a hint how to start
 */
export async function findInputs(project: Project): Promise<Inputs> {
  const { conversations } = project.config.inputs;
  if (!isFolder(project.logs) && !conversations.some((glob) => glob.startsWith('/'))) {
    throw new CurateError(
      `${project.logs}: there is no such folder. Put your logs there (conversations_YYYY-MM-DD.jsonl), name another folder with --data, or let \`curate init\` make one.`,
    );
  }
  const inputs = await inputsThere(project);
  if (inputs.conversations.length === 0) {
    throw new CurateError(
      `${project.logs}: no file fits ${conversations.join(', ')}. Put your daily logs there (conversations_YYYY-MM-DD.jsonl), or say in \`inputs.conversations\` what they are called.`,
    );
  }
  return inputs;
}

/** The same for who may come before the first line was logged: there may be none. */
export async function inputsThere(project: Project): Promise<Inputs> {
  const { conversations, feedback } = project.config.inputs;
  const found = await rawFiles(conversations, project);
  const rated = await rawFiles(feedback, project);
  const archived = findArchived(project.data, [...found, ...rated]);
  return {
    conversations: inLoggedOrder(found, archived.conversations),
    feedback: inLoggedOrder(rated, archived.feedback),
  };
}

async function rawFiles(globs: readonly string[], { logs, data }: Project): Promise<InputFile[]> {
  return (await findFiles(globs, logs)).filter(({ path }) => !isInArchive(path, data));
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
