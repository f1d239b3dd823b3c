import { stringify } from 'csv-stringify/sync';
import type { Column } from '../../formats/columnType.ts';
import type { JsonObject } from '../../measures/jsonObject.ts';

/**
 * A row as RFC 4180 has it, but for lines that end in LF: every reader takes it, and files stay the same on every system.
 * Line breaks inside a cell stand raw between quotes. No byte-order mark: it would become part of the first column's name.
 * @param json of a row that has these columns, all of them flat
 * @param escape_formulas puts a quote mark before texts that a spreadsheet would run; numbers stay
 */
export function csvRow(json: string, columns: readonly Column[], escape_formulas: boolean): string {
  const row: JsonObject = JSON.parse(json);
  const cells = columns.map(({ name }) => cellOf(row[name]));
  // Without `quote_record_delimiter` a lone CR stays unquoted, and pandas ends the row there; an empty text that is all of a
  // row would be a blank line, which readers pass over.
  const quoted_empty = columns.length === 1;
  return stringify([cells], { ...FORM, quoted_empty, escape_formulas });
}

const FORM = { eof: false, record_delimiter: '\n', quote_record_delimiter: true } as const;

/** Truth as a word, which pandas and polars read; the writer of CSV would leave nothing of `false`. */
function cellOf(value: unknown): unknown {
  return typeof value === 'boolean' ? String(value) : value;
}
