import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { AsyncBuffer, Compressors, FileMetaData } from 'hyparquet';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { CurateError } from '../../errors.ts';
import type { JsonObject } from '../../measures/jsonObject.ts';
import { fileProblem } from '../fileProblem.ts';
import type { RowSink } from './rowSink.ts';

/** Beside SNAPPY, which the reader has: what Node can do. */
const COMPRESSORS: Compressors = {
  GZIP: (input) => gunzipSync(input),
  BROTLI: (input) => brotliDecompressSync(input),
};

/** A mark at the beginning of a text is a part of it; decoders take it away unless told. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const PARSERS = {
  stringFromBytes: (bytes: Uint8Array | undefined) => bytes && decoder.decode(bytes),
  jsonFromBytes: (bytes: Uint8Array | undefined): unknown => bytes && JSON.parse(decoder.decode(bytes)),
};

/** Reads a Parquet file, a row group at a time; see `readRows`. */
export async function readParquetRows(path: string, sink: Pick<RowSink, 'row'>): Promise<void> {
  let row = 0;
  for await (const rows of parquetRowGroups(path, await openParquet(path))) {
    for (const values of rows) sink.row(plainRow(values), { row: ++row, line: undefined }, undefined);
  }
}

/** A Parquet file whose table of contents is read. */
export interface OpenParquet {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
}

/** The rows of one row group after the other, with values as Parquet has them: whole numbers of 64 bits are `bigint`. */
export async function* parquetRowGroups(path: string, { file, metadata }: OpenParquet): AsyncGenerator<JsonObject[]> {
  let rowStart = 0;
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows);
    const range = { file, metadata, rowStart, rowEnd, compressors: COMPRESSORS, parsers: PARSERS };
    yield await parquetReadObjects(range).catch((error: unknown) => cannotRead(path, error));
    rowStart = rowEnd;
  }
}

/** @throws CurateError when the file is not Parquet */
export async function openParquet(path: string): Promise<OpenParquet> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file).catch((error: unknown) => cannotRead(path, error));
  return { file, metadata };
}

function cannotRead(path: string, error: unknown): never {
  const ofTheSystem = fileProblem(error);
  if (ofTheSystem !== undefined) throw ofTheSystem;
  const codec = error instanceof Error ? /compression codec: (\w+)/.exec(error.message)?.[1] : undefined;
  throw new CurateError(
    codec === undefined
      ? `${path}: this is not Parquet, or it is damaged; write the file anew.`
      : `${path}: it is compressed by ${codec}, which cannot be read here; write it with SNAPPY, GZIP or BROTLI.`,
  );
}

/** A row with values as JSON has them. */
export function plainRow(row: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
}

/** A value as JSON has it. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value))
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) return plainRow(Object.fromEntries(Object.entries(value)));
  return value ?? null;
}
