import type { TokenHistogram } from '../pipeline/tokens/tokenHistogramTypes.ts';
import type { TimingsReport } from './timingTypes.ts';

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
