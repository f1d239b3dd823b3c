import { openParquet, parquetRowGroups, plainRow } from './readParquetRows.ts';

/** Ours: some hundred kilobytes of ordinary rows. */
const ROWS = 100;

/** The rows of a Parquet file as JSON lines, a few at a time. @throws CurateError when it cannot be read */
export async function* parquetLines(path: string): AsyncGenerator<Buffer> {
  for await (const rows of parquetRowGroups(path, await openParquet(path))) {
    for (let from = 0; from < rows.length; from += ROWS) {
      const lines = rows.slice(from, from + ROWS).map((row) => `${JSON.stringify(plainRow(row))}\n`);
      yield Buffer.from(lines.join(''));
    }
  }
}
