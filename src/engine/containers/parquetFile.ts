import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { JsonObject } from '../../measures/jsonObject.ts';
import type { ByteSink } from './openContainer.ts';

/** A Parquet file that grows by row groups; only their places are kept in memory. */
export class ParquetFile {
  readonly #columns: readonly string[];
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  readonly #write: ByteSink;

  /** @param columns names of the columns at the top of the schema */
  constructor(schema: SchemaElement[], columns: readonly string[], write: ByteSink) {
    this.#columns = columns;
    this.#write = write;
    // No statistics: nobody looks for rows by the first letters of a text, and they would cost a third of the time.
    this.#writer = new ParquetWriter({ writer: this.#bytes, schema, statistics: false, createdBy: 'curate' });
  }

  /** Writes these rows as one row group; whole numbers of type int64 must be `bigint`. */
  async addGroup(rows: readonly JsonObject[]): Promise<void> {
    if (rows.length === 0) return;
    const columnData = this.#columns.map((name) => ({ name, data: rows.map((row) => row[name]), offsetIndex: false }));
    await this.#writer.write({ columnData, rowGroupSize: rows.length });
    await this.#flush();
  }

  async end(): Promise<void> {
    await this.#writer.finish();
    await this.#flush();
  }

  async #flush(): Promise<void> {
    await this.#write(this.#bytes.getBytes());
    this.#bytes.index = 0;
  }
}
