/** What a scan found of one entity. */
export interface ScanEntity {
  readonly entity: string;
  readonly findings: number;
  /** Lines and files that hold at least one. */
  readonly lines: number;
  readonly files: number;
  /** The first places, `file:line`. */
  readonly examples: readonly string[];
}

/** What a scan found in all; `curate scan --json` prints the findings themselves instead. */
export interface ScanReport {
  /** Files and streams that were scanned. */
  readonly files: number;
  readonly lines: number;
  /** Lines of files of JSON that are none, or not UTF-8: they were scanned as plain text. */
  readonly unreadable: number;
  /** Stretches that could not be scanned. */
  readonly unscanned: number;
  /** Files in folders that are no text. */
  readonly passed_over: readonly string[];
  /** Entities that the config keeps, and that are therefore not told. */
  readonly left_out: readonly string[];
  readonly findings: number;
  /** Those that were found, most findings first. */
  readonly entities: readonly ScanEntity[];
}
