/** A place where a problem is. */
export interface ProblemPlace {
  readonly file: string;
  /** On which the row begins, from 1; 0 where it is the whole file. */
  readonly line: number;
  /** Path of the key, such as `messages[3].content`; '' where it is the whole row. */
  readonly key: string;
  /** What is to be said of this place alone. */
  readonly note?: string;
}

/** All problems of one kind. */
export interface ValidateProblem {
  readonly problem: string;
  /** What kind of it: an entity of personal data, a family of control tokens, a trainer's reason; or ''. */
  readonly detail: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly sentence: string;
  readonly cure: string;
  readonly count: number;
  /** The first of them. */
  readonly places: readonly ProblemPlace[];
}

export interface ValidatedFile {
  readonly file: string;
  readonly split: string | null;
  readonly format: string | null;
  readonly bytes: number;
  readonly lines: number;
  /** Lines that are rows, good or bad. */
  readonly rows: number;
}

export interface TokenSummary {
  /** By which they were counted; `null` where they are estimated, four characters each. */
  readonly tokenizer: string | null;
  readonly total: number;
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** What `curate validate --json` prints. */
export interface ValidateReport {
  readonly command: 'validate';
  readonly path: string;
  /** Where all files have one; a file without is told as a problem. */
  readonly format: string | null;
  /** The format was not named, but guessed by the rows. */
  readonly guessed: boolean;
  readonly target: string | null;
  /** By whose rules it was checked: the target's, or `datasets and TRL`, or a service whose format it is. */
  readonly reader: string;
  /** No errors. */
  readonly ok: boolean;
  readonly files: readonly ValidatedFile[];
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly problems: readonly ValidateProblem[];
  readonly tokens: TokenSummary | null;
  /** Findings of personal data by entity; `null` where nobody looked. */
  readonly personal_data: Readonly<Record<string, number>> | null;
  /** Rows of rated answers by label; `null` where there are none. */
  readonly labels: { readonly wanted: number; readonly unwanted: number } | null;
  readonly seconds: number;
}
