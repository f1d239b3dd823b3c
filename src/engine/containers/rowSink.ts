import type { RecordProblem } from '../../inputs/parseRecord.ts';
import type { StructureProblem } from '../../inputs/recordSplitter.ts';
import type { JsonObject } from '../../measures/jsonObject.ts';

/** Where a row stands. */
export interface RowPlace {
  /** Counted from 1 over what should be rows, blank lines and the header aside. */
  readonly row: number;
  /** The line that it begins in, counted from 1; files without lines have none. */
  readonly line: number | undefined;
}

/**
 * What keeps a stretch of a file from being a row. Beside those of records: a line without anything in it, a byte-order mark
 * at the beginning (the row behind it is read all the same), more or fewer cells than the header of CSV has names.
 */
export type RowProblem = RecordProblem | StructureProblem | 'blank_line' | 'byte_order_mark' | 'cells_unlike_header';

/** Receives the rows of a file in order. */
export interface RowSink {
  /**
   * One row. Of CSV all values are texts. Of Parquet whole numbers that a double cannot hold are texts, times are
   * ISO 8601, and what is missing is `null`.
   * @param bytes of the record as it stands, without its line feed; they hold during the call. Parquet has none.
   */
  row(row: JsonObject, place: RowPlace, bytes: Buffer | undefined): void;
  /** `bytes` as for `row`, where there are any. */
  problem(problem: RowProblem, place: RowPlace, bytes: Buffer | undefined): void;
}
