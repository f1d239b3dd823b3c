/**
 * The results that commands hand to the report layer. The keys are what `--json` prints, so they are a contract with
 * people's scripts. No value holds text of a log, but `ExplainReport`, which was asked for one conversation.
 * A rate or mean of nothing is `null`, never 0. Dates are UTC, `YYYY-MM-DD`.
 */

import type { TokenHistogram } from '../pipeline/tokens/tokenHistogram.ts';

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
export type * from './targetTypes.ts';
export type * from './timingTypes.ts';
export type * from './validateTypes.ts';
export type * from './whatIfTypes.ts';

import type { Balance } from '../pipeline/signals/balance.ts';
import type { TimingsReport } from './timingTypes.ts';

export type { Balance };

/** Occurrences by name. */
export type Counts = Readonly<Record<string, number>>;

/** `by_reason` is keyed `stage.reason`. */
export interface DroppedReport {
  readonly total: number;
  readonly by_reason: Counts;
}

/** One stage of the pipeline, in its order: what came to it and what it dropped, by reason. */
export interface FunnelStep {
  readonly stage: string;
  readonly in: number;
  readonly dropped: number;
  readonly reasons: Counts;
}

/** `lines = blank + pending + malformed + records`. */
export interface LineCounts {
  readonly lines: number;
  readonly blank: number;
  /** Last lines that are still being written: left for the next run. */
  readonly pending: number;
  readonly malformed: number;
  readonly records: number;
}

/** Lengths in characters. */
export interface LengthReport {
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Tokens of the examples that are kept, with those of a chat template. */
export interface TokensReport extends TokenHistogram {
  /** `tokenizer` of the config. */
  readonly tokenizer: string;
}

export interface FeedbackJoin {
  readonly entries: number;
  readonly joined: number;
  /** Entries whose conversation has not arrived. */
  readonly orphans: number;
  /** Lines of feedback that could not be used; they are in the quarantine, not among the entries. */
  readonly malformed: number;
}

export interface FeedbackReport extends FeedbackJoin {
  /** Records with a rating. */
  readonly rated: number;
  /** Rated records as a share of all, 0 to 1. */
  readonly rate: number | null;
  /** Positively rated records as a share of the rated ones, 0 to 1. */
  readonly positive_rate: number | null;
  readonly mean_stars: number | null;
  /** Rated records by their mean, rounded to whole stars; keys `1` to `5`. */
  readonly stars: Counts;
  readonly comments: number;
  readonly corrections: number;
}

export interface StatsDay {
  readonly date: string;
  readonly records: number;
  readonly kept: number;
}

export interface StatsReport extends LineCounts {
  readonly kept: number;
  /** Examples after exchanges are joined to sessions; absent when they are not. */
  readonly examples?: number;
  readonly sessions: number;
  readonly users: number;
  /** Ascending; days without records may be absent, as are records without a time. */
  readonly days: readonly StatsDay[];
  /** Kept as a share of the records, 0 to 1. */
  readonly quality_rate: number | null;
  readonly feedback: FeedbackReport;
  readonly languages: Counts;
  readonly intents: Counts;
  readonly frameworks: Counts;
  readonly complexity: Counts;
  readonly lengths: { readonly user: LengthReport; readonly assistant: LengthReport };
  /** Where the config names a tokenizer. */
  readonly tokens?: TokensReport;
  readonly dropped: DroppedReport;
  /** Malformed lines by reason. */
  readonly quarantine: Counts;
  /** Conversations that each clean and scrub stage changed. */
  readonly changed: Counts;
  readonly funnel: readonly FunnelStep[];
  /** With `--timings`. */
  readonly timings?: TimingsReport;
}

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
