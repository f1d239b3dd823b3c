/** Why a raw log that is due stays. */
export type StayReason =
  | 'not_exported'
  | 'exported_in_part'
  | 'other_settings'
  | 'name_used_before'
  | 'link'
  | 'changed';

/** A raw log that is older than it may be; counts are 0 where it stays. `records = archived + dropped`. */
export interface PrunedFile {
  readonly file: string;
  readonly kind: 'conversations' | 'feedback';
  /** The day by which it is due. */
  readonly day: string;
  readonly bytes: number;
  readonly records: number;
  readonly archived: number;
  readonly dropped: number;
  /** Lines that could not be used, of which nothing is kept. */
  readonly malformed: number;
  /** What is kept of it, below the data folder; `null` when nothing is. */
  readonly archive: string | null;
  /** Less what the archived file takes. */
  readonly bytes_freed: number;
  /** `null` when it was removed, or would be. */
  readonly reason: StayReason | null;
}

/** `due = pruned + stayed`. */
export interface PruneReport {
  readonly command: 'prune';
  /** Nothing was done. */
  readonly dry_run: boolean;
  readonly older_than_days: number;
  /** The first day that is not older. */
  readonly before: string;
  readonly due: number;
  readonly pruned: number;
  readonly stayed: number;
  readonly bytes_freed: number;
  readonly files: readonly PrunedFile[];
}
