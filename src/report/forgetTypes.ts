/** What `curate forget` took from a file: lines of logs, rows of data sets. */
export interface ForgottenFile {
  /** Relative to the data folder where it lies in it. */
  readonly file: string;
  readonly place: 'conversations' | 'feedback' | 'archive' | 'opt_out' | 'ledger' | 'data set';
  readonly removed: number;
  /** How many lines or rows there were. */
  readonly of: number;
}

/** The answer to `curate forget`. */
export interface ForgetReport {
  readonly command: 'forget';
  readonly dry_run: boolean;
  readonly kind: 'user' | 'session' | 'conversation';
  readonly pseudonym: string;
  /** An earlier run was interrupted, and this one brought it to its end. */
  readonly resumed: boolean;
  readonly files: readonly ForgottenFile[];
  /** Sums over `files`: lines of logs, rows and provenance of data sets. */
  readonly lines: number;
  readonly rows: number;
  /** Entries that are new in the list of those who are kept out. */
  readonly entries: number;
  /** Files that could not be looked at or written anew, and why: they may still hold something. */
  readonly left: readonly { readonly file: string; readonly why: string }[];
  /** What should not go unseen. */
  readonly warnings: readonly string[];
  /** Path of the receipt; `null` when nothing was to be done, and for a dry run. */
  readonly receipt: string | null;
  readonly seconds: number;
}
