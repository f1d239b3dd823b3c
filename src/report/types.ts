/**
 * The results that commands hand to the report layer. The keys are what `--json` prints, so they are a contract with
 * people's scripts. No value holds text of a log, but `ExplainReport`, which was asked for one conversation.
 * A rate or mean of nothing is `null`, never 0. Dates are UTC, `YYYY-MM-DD`.
 */

export type * from './diffTypes.ts';
export type * from './forgetTypes.ts';
export type * from './gapsTypes.ts';
export type * from './importTypes.ts';
export type * from './inspectTypes.ts';
export type * from './pageTypes.ts';
export type * from './progressTypes.ts';
export type * from './pruneTypes.ts';
export type * from './recipeTypes.ts';
export type * from './sampleTypes.ts';
export type * from './scanTypes.ts';
export type * from './statsTypes.ts';
export type * from './targetTypes.ts';
export type * from './timingTypes.ts';
export type * from './validateTypes.ts';
export type * from './whatIfTypes.ts';

import type { Balance } from '../pipeline/signals/balance.ts';
import type { Counts, DroppedReport, FeedbackJoin, FunnelStep, LineCounts } from './statsTypes.ts';
import type { TimingsReport } from './timingTypes.ts';

export type { Balance };

/** What rows of different splits have in common, found after they were written. */
export interface Leaks {
  /** Examples that were compared, by split. */
  readonly compared: Counts;
  /** Those that say the same as one in another split, or nearly, by the n-grams of both. */
  readonly exact: number;
  readonly near: number;
  /** Examples of val and test that share so many words in a row with another split, words that at most ten of them have; one n-gram in `ngram_one_in` is looked at. */
  readonly ngram: number;
  readonly ngram_words: number;
  readonly ngram_one_in: number;
  /** Examples of val and test whose first question is also asked in another split. */
  readonly same_question: number;
}

export interface ExportReport extends LineCounts {
  readonly command: 'export';
  readonly format: string;
  /** The trainer it was made for, by name, if any. */
  readonly target?: string;
  /** The folder or file that was written, `-` for standard output. */
  readonly out: string;
  readonly kept: number;
  /** Examples after exchanges are joined to sessions, and rows of formats of ratings; absent where each is one record. */
  readonly examples?: number;
  /** Of formats of ratings. */
  readonly balance?: Balance;
  readonly dropped: DroppedReport;
  readonly feedback: FeedbackJoin;
  readonly splits: { readonly train: number; readonly val: number; readonly test: number };
  /** Of an export into a folder. */
  readonly leaks?: Leaks;
  readonly seconds: number;
  readonly funnel?: readonly FunnelStep[];
  /** What the trainer would say of the files; of an export into a folder for one. */
  readonly problems?: readonly TargetProblem[];
  /** With `--timings`. */
  readonly timings?: TimingsReport;
}

/** `error`: the trainer refuses the file; `warning`: it takes it, and something is missing. */
export interface TargetProblem {
  readonly level: 'error' | 'warning';
  readonly text: string;
}

/** An export in several formats; each has its own account. */
export interface ExportsReport {
  readonly command: 'export';
  readonly formats: readonly ExportReport[];
  /** Formats of ratings that `all` was asked to write, and that have not one row; absent where there are none. */
  readonly left_out?: readonly string[];
  readonly seconds: number;
  readonly timings?: TimingsReport;
}
