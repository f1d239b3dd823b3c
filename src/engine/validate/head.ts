import { closeSync, openSync, readSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { csvCells } from '../../inputs/csvCells.ts';
import { decode } from '../../inputs/parseRecord.ts';
import type { RecordSink } from '../../inputs/recordSplitter.ts';
import { splitterFor } from '../scan/shape.ts';
import type { DataFile } from './dataFiles.ts';
import type { ValidatePlan } from './validatePlan.ts';

/** Ours: enough to tell a format, little enough to be read twice. */
const HEAD_BYTES = 1024 * 1024;
/** Ours: so much unpacks to 64 MB at the most. */
const GZIP_HEAD_BYTES = 64 * 1024;
/** As `inputs.max_line_bytes` is unless the config says more: what is longer is not read in any case. */
const MOST_HEAD_BYTES = 16 * 1024 * 1024;
const MOST_ROWS = 200;
const LINE_FEED = 0x0a;

/** What the first bytes of a file say. */
export interface Head {
  readonly shape: ValidatePlan['shape'];
  readonly byte_order_mark: boolean;
  /** There is nothing but white space in the file. */
  readonly empty: boolean;
  /** Rows stretch over lines where each should have its own. */
  readonly pretty_printed: boolean;
  /** The first rows that could be read. */
  readonly rows: readonly unknown[];
  /** Why there are none of these in a file that is not empty. */
  readonly unreadable: 'broken_gzip' | 'line_too_long' | 'not_utf8' | 'not_json' | undefined;
}

type TextShape = Exclude<Head['shape'], 'parquet'>;

export async function headOfData(file: DataFile): Promise<Head> {
  return file.container === 'parquet' ? headOfParquet(file.path) : headOfText(file);
}

/** The rows of the first group. @throws CurateError for what is no Parquet */
async function headOfParquet(path: string): Promise<Head> {
  const { openParquet, parquetRowGroups } = await import('../containers/readParquetRows.ts');
  const open = await openParquet(path);
  const groups = await parquetRowGroups(path, open)[Symbol.asyncIterator]().next();
  const rows = groups.done === true ? [] : groups.value.slice(0, MOST_ROWS);
  return {
    shape: 'parquet',
    byte_order_mark: false,
    empty: rows.length === 0,
    pretty_printed: false,
    rows,
    unreadable: undefined,
  };
}

function headOfText(file: DataFile): Head {
  const bytes = firstBytes(file);
  if (bytes === undefined) return BROKEN_GZIP;
  const byte_order_mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = bytes.toString('utf8', byte_order_mark ? 3 : 0).trimStart();
  const shape: TextShape = file.container === 'csv' ? 'csv' : text.startsWith('[') ? 'array' : 'lines';
  return {
    shape,
    byte_order_mark,
    empty: text === '' || (shape === 'array' && /^\[\s*\]\s*$/.test(text)),
    pretty_printed: shape === 'lines' && isPretty(text),
    ...rowsIn(bytes, shape),
  };
}

const BROKEN_GZIP: Head = {
  shape: 'lines',
  byte_order_mark: false,
  empty: false,
  pretty_printed: false,
  rows: [],
  unreadable: 'broken_gzip',
};

/** As many bytes as hold the first line, within bounds; nothing of what is no gzip. */
function firstBytes({ path, bytes, gzip }: DataFile): Buffer | undefined {
  const descriptor = openSync(path, 'r');
  try {
    for (let size = gzip ? GZIP_HEAD_BYTES : HEAD_BYTES; ; size *= 4) {
      const head = Buffer.alloc(Math.min(size, bytes));
      const read = head.subarray(0, readSync(descriptor, head, 0, head.length, 0));
      if (gzip) return gunzipSync(read, { finishFlush: constants.Z_SYNC_FLUSH });
      if (read.includes(LINE_FEED) || size >= Math.min(bytes, MOST_HEAD_BYTES)) return read;
    }
  } catch (error) {
    if (gzip) return undefined;
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** The first line is no JSON, and ends where an object goes on. */
function isPretty(text: string): boolean {
  const line = text.slice(0, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n')).trimEnd();
  return line.startsWith('{') && /[{[,]$/.test(line) && text.length > line.length;
}

function rowsIn(bytes: Buffer, shape: TextShape): Pick<Head, 'rows' | 'unreadable'> {
  const rows: unknown[] = [];
  let unreadable: Head['unreadable'];
  let names: readonly string[] | undefined;
  const sink: RecordSink = {
    record(record) {
      if (rows.length >= MOST_ROWS) return;
      const text = decode(record)?.replace(/^\uFEFF/, '');
      if (text === undefined) {
        unreadable ??= 'not_utf8';
        return;
      }
      if (shape === 'csv') {
        const cells = csvCells(text.trimEnd());
        if (names === undefined) names = cells;
        else rows.push(Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ''])));
        return;
      }
      try {
        rows.push(JSON.parse(text));
      } catch {
        unreadable ??= 'not_json';
      }
    },
    broken(reason) {
      if (reason === 'too_long') unreadable ??= 'line_too_long';
    },
  };
  const splitter = splitterFor(shape, Math.max(HEAD_BYTES, bytes.length - 1), sink);
  splitter.push(bytes);
  splitter.end(); // a row that the head cuts is none, or is the only one
  return { rows, unreadable: rows.length === 0 ? unreadable : undefined };
}
