/** The results of the commands that look into a project: `explain`, `check`, `stages`. */

export interface ExplainMessage {
  readonly role: string;
  /** As it is logged: scrubbed, unless `raw`. */
  readonly before: string;
  /** As it would be written; `null` when it is cut away. */
  readonly after: string | null;
}

export interface ExplainChange {
  /** Position of the message in the log line, counted from 0. */
  readonly message: number;
  readonly before: string;
  readonly after: string;
}

export interface ExplainStep {
  readonly stage: string;
  readonly kind: string;
  readonly outcome: 'kept' | 'changed' | 'dropped' | 'cut';
  readonly reason?: string;
  /** The reason in words. */
  readonly sentence?: string;
  readonly measured?: number;
  readonly limit?: number;
  /** Where the text of a benchmark stands that it shares; the line is from 1, of Parquet it is the row. */
  readonly shares?: { readonly file: string; readonly line: number };
  readonly diff?: readonly ExplainChange[];
}

export interface ExplainReport {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  /** ISO 8601, UTC. */
  readonly timestamp: string | null;
  /** Pseudonyms. */
  readonly user?: string | null;
  readonly session?: string | null;
  readonly facets: Readonly<Record<string, string>>;
  /** The text shown is not scrubbed. */
  readonly raw: boolean;
  readonly messages: readonly ExplainMessage[];
  readonly steps: readonly ExplainStep[];
  readonly feedback: {
    readonly entries: number;
    readonly users: number;
    readonly comments: number;
    readonly corrections: number;
  };
  /** Mean stars, 1 to 5. */
  readonly rating: number | null;
  /** The duplicates it belongs to; `null` when it has none. */
  readonly cluster: {
    readonly size: number;
    /** The one that is kept in its place, itself when it is; `null` where none is that it resembles. */
    readonly kept_id: string | null;
    /** Jaccard similarity to that one, 0 to 1; `null` for the beginning of a longer chat. */
    readonly similarity: number | null;
    readonly members: readonly string[];
  } | null;
  readonly split: string | null;
  /**
   * What its split is by: `group` or `text` as an earlier export had them, what it is `resembling` and is gone from the logs, the first
   * of its `cluster`, or the `deal`; `null` where it has none.
   */
  readonly split_by: 'deal' | 'group' | 'text' | 'resembling' | 'cluster' | null;
  readonly outcome: 'kept' | 'dropped';
  /** The rows of formats of ratings that it is in: as what, and in which split. */
  readonly used_in: readonly { readonly format: string; readonly as: string; readonly split: string }[];
}

export type ProblemLevel = 'error' | 'warning' | 'note';

export interface CheckReport {
  /** The config file, or a word for the defaults. */
  readonly config: string;
  readonly problems: readonly { readonly level: ProblemLevel; readonly message: string }[];
  readonly inputs: readonly { readonly file: string; readonly kind: string; readonly bytes: number }[];
  readonly plan: {
    /** In the order they run. */
    readonly stages: readonly { readonly name: string; readonly kind: string }[];
    readonly formats: readonly string[];
    /** Where the export goes. */
    readonly out: string;
    /** The settings that decide most, by their name in the config. */
    readonly settings: Readonly<Record<string, string | number | boolean | null>>;
  };
}

export interface StageListing {
  readonly name: string;
  readonly kind: string;
  readonly summary: string;
  /** The section of the config that holds its options, where they do not stand in its pipeline entry. */
  readonly section: string | null;
  readonly options: readonly { readonly name: string; readonly default: unknown; readonly description: string }[];
  readonly reasons: Readonly<Record<string, string>>;
}

export interface FormatListing {
  readonly name: string;
  readonly summary: string;
  readonly extension: string;
  readonly reasons: Readonly<Record<string, string>>;
}

export interface StagesReport {
  readonly stages: readonly StageListing[];
  readonly formats: readonly FormatListing[];
}

export interface CacheReport {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  /** Since a run last used the digest that was left longest; `null` when there is none. */
  readonly oldest_seconds: number | null;
  readonly newest_seconds: number | null;
}
