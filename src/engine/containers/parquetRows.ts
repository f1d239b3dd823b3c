import { type Column, type ColumnType, isList, isStruct } from '../../formats/columnType.ts';
import { isObject, type JsonObject } from '../../measures/jsonObject.ts';
import type { WrittenRows } from '../tasks.ts';
import type { ByteSink, ContainerWriter } from './openContainer.ts';
import { ParquetFile } from './parquetFile.ts';
import { parquetSchemaOf } from './parquetSchema.ts';

const NEWLINE = 0x0a;

/**
 * Bytes of JSON that make a row group. Ours: a few thousand rows, enough for columns to pay; some sixty files may be open at
 * a time, one for each format and split, and each holds as much. Groups end at the same rows however rows come.
 */
const GROUP_BYTES = 8 * 1024 * 1024;

/** Puts JSON lines into a Parquet file. */
export class ParquetRows implements ContainerWriter {
  rows = 0;
  readonly #columns: readonly Column[];
  readonly #file: ParquetFile;
  #pieces: Buffer[] = [];
  #bytes = 0;

  constructor(columns: readonly Column[], write: ByteSink) {
    this.#columns = columns;
    this.#file = new ParquetFile(
      parquetSchemaOf(columns),
      columns.map(({ name }) => name),
      write,
    );
  }

  async add({ rows, text }: Pick<WrittenRows, 'rows' | 'text'>): Promise<void> {
    this.rows += rows;
    let from = 0;
    // Each row stands behind a line feed.
    for (let at = 0; at < text.length; ) {
      const next = text.indexOf(NEWLINE, at + 1);
      const end = next === -1 ? text.length : next;
      this.#bytes += end - at;
      at = end;
      if (this.#bytes < GROUP_BYTES) continue;
      this.#pieces.push(Buffer.from(text.subarray(from, end)));
      from = end;
      await this.#endGroup();
    }
    if (from < text.length) this.#pieces.push(Buffer.from(text.subarray(from)));
  }

  /** A file without rows is one that says so. */
  async end(): Promise<void> {
    await this.#endGroup();
    await this.#file.end();
  }

  async #endGroup(): Promise<void> {
    const lines = Buffer.concat(this.#pieces).toString('utf8').split('\n').slice(1);
    this.#pieces = [];
    this.#bytes = 0;
    await this.#file.addGroup(lines.map((line) => this.#rowOf(line)));
  }

  #rowOf(line: string): JsonObject {
    const row: JsonObject = JSON.parse(line);
    return Object.fromEntries(this.#columns.map(({ name, type }) => [name, parquetValue(row[name], type)]));
  }
}

/** The value with whole numbers as Parquet wants them. */
function parquetValue(value: unknown, type: ColumnType): unknown {
  if (type === 'int64') return typeof value === 'number' ? BigInt(value) : value;
  if (isList(type)) return Array.isArray(value) ? value.map((inner) => parquetValue(inner, type.list)) : value;
  if (!isStruct(type) || !isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(type.struct).map(([name, inner]) => [name, parquetValue(value[name], inner)]),
  );
}
