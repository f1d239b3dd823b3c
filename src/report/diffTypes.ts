/** The result of `curate diff`: two exports, row by row. */

/** What may become of a row from one export to the next. */
export type RowChange = 'added' | 'gone' | 'changed' | 'moved';

/**
 * What two runs may differ in: their logs, their feedback, the config, files that it names (benchmarks, a tokenizer), the
 * days asked for, that the new one dealt all splits anew, the version of `curate`.
 */
export type RunInput = 'logs' | 'feedback' | 'config' | 'files' | 'period' | 'reset' | 'version';

export interface DiffedExport {
  readonly folder: string;
  readonly created: string;
  readonly rows: number;
}

export interface SplitDiff {
  readonly old: number;
  readonly new: number;
  readonly added: number;
  readonly gone: number;
  /** Rows that are in both, with other text. */
  readonly changed: number;
  /** From and to other splits. */
  readonly moved_in: number;
  readonly moved_out: number;
}

/** Rows of which the same is to be said. */
export interface DiffReason {
  readonly change: RowChange;
  /**
   * Of what is gone, where decide tells, the `stage.reason` for which it is dropped now. Else `new_log`, `new_line`,
   * `log_gone`, `line_gone`, `other_id`, `format`, `cluster`, one of `RunInput` where nothing else differs that could be
   * it, or `unknown`.
   */
  readonly why: string;
  readonly sentence: string;
  readonly rows: number;
  /** The first of them. */
  readonly ids: readonly string[];
}

export interface FilesDiff {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly changed: readonly string[];
}

/** What is different about the two runs. */
export interface RunsDiff {
  /** Keys of the config whose values differ. */
  readonly config: readonly string[];
  readonly logs: FilesDiff;
  readonly feedback: FilesDiff;
  /** Files that the config names are others than they were. */
  readonly files: boolean;
  readonly period: boolean;
  /** The new one was made with `--reset-splits`. */
  readonly reset: boolean;
  /** Old and new, where they differ. */
  readonly version: readonly [string, string] | null;
}

export interface ExportDiffReport {
  readonly command: 'diff';
  readonly format: string;
  readonly old: DiffedExport;
  readonly new: DiffedExport;
  /** `old.rows = same + changed + moved - both + gone`, and the like with `added` for `new.rows`. */
  readonly same: number;
  readonly added: number;
  readonly gone: number;
  readonly changed: number;
  readonly moved: number;
  /** Rows that are changed and moved. */
  readonly both: number;
  readonly splits: Readonly<Record<string, SplitDiff>>;
  /** Rows that moved, by `from > to`. */
  readonly moves: Readonly<Record<string, number>>;
  readonly runs: RunsDiff;
  /** Whether NEW is what the logs of the data folder make today, so that its verdicts could be asked. */
  readonly verdicts: boolean;
  /** In the order of `RowChange`, the most first. */
  readonly why: readonly DiffReason[];
}
