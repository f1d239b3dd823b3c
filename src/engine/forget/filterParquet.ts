import { parquetSchema } from 'hyparquet';
import { ParquetFile } from '../containers/parquetFile.ts';
import { openParquet, parquetRowGroups } from '../containers/readParquetRows.ts';
import { OutputFile, type WrittenFile } from '../export/outputFile.ts';

/**
 * Copies the rows of a Parquet file that stay, group by group, into one with the same schema.
 * @param removed places of the rows that go, counted from 0
 * @returns how many rows there were, and what was written
 */
export async function filterParquet(
  from: string,
  to: string,
  removed: ReadonlySet<number>,
): Promise<{ readonly rows: number; readonly written: WrittenFile }> {
  const opened = await openParquet(from);
  const { schema } = opened.metadata;
  const columns = parquetSchema(opened.metadata).children.map(({ element }) => element.name);
  const output = new OutputFile(to, 'none');
  const file = new ParquetFile(schema, columns, (piece) => output.write(piece));
  let rows = 0;
  for await (const group of parquetRowGroups(from, opened))
    await file.addGroup(group.filter(() => !removed.has(rows++)));
  await file.end();
  return { rows, written: await output.close() };
}
