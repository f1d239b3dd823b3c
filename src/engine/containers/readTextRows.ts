import { csvCells } from '../../inputs/csvCells.ts';
import { isBlank, parseAsIs } from '../../inputs/parseRecord.ts';
import { isZlibError } from '../../inputs/readRecords.ts';
import type { RecordSink, StructureProblem } from '../../inputs/recordSplitter.ts';
import type { JsonObject } from '../../measures/jsonObject.ts';
import { bytesOf } from '../forget/readBytes.ts';
import { type Shape, splitterFor } from '../scan/shape.ts';
import { LineCounter } from './lineCounter.ts';
import type { RowPlace, RowProblem, RowSink } from './rowSink.ts';

/** Ours: longer rows are none; an answer of 200 KB fits 300 times, and memory stays bounded whatever the file is. */
const MOST_ROW_BYTES = 64 * 1024 * 1024;

const RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Reads a file of text, compressed or not, row by row; see `readRows`. */
export async function readTextRows(path: string, shape: Shape, sink: RowSink): Promise<void> {
  const reader = new TextRows(shape, sink);
  const splitter = splitterFor(shape, MOST_ROW_BYTES, reader);
  try {
    for await (const chunk of bytesOf(path)) {
      reader.lines.begin(chunk);
      if (!splitter.push(chunk)) break;
      reader.lines.end();
    }
    splitter.end();
  } catch (error) {
    if (!isZlibError(error)) throw error;
    reader.broken('bad_gzip', 0);
  }
}

class TextRows implements RecordSink {
  readonly lines = new LineCounter();
  readonly #shape: Shape;
  readonly #sink: RowSink;
  #row = 0;
  #header: readonly string[] | undefined;

  constructor(shape: Shape, sink: RowSink) {
    this.#shape = shape;
    this.#sink = sink;
  }

  record(bytes: Buffer, offset: number): void {
    const line = this.lines.lineOf(offset, bytes);
    if (offset === 0 && BYTE_ORDER_MARK.equals(bytes.subarray(0, 3)))
      this.#sink.problem('byte_order_mark', { row: 1, line }, undefined);
    if (isBlank(bytes)) {
      this.#sink.problem('blank_line', { row: this.#row + 1, line }, bytes);
      return;
    }
    if (this.#shape === 'csv' && this.#header === undefined) {
      this.#header = cellsOf(bytes);
      return;
    }
    const place = { row: ++this.#row, line };
    const row = this.#header === undefined ? parseAsIs(bytes) : byHeader(this.#header, cellsOf(bytes));
    if (typeof row === 'string') this.#sink.problem(row, place, bytes);
    else this.#sink.row(row, place, bytes);
  }

  broken(reason: StructureProblem, offset: number): void {
    const place: RowPlace = { row: ++this.#row, line: reason === 'bad_gzip' ? undefined : this.lines.lineOf(offset) };
    this.#sink.problem(reason, place, undefined);
  }
}

/** Without the carriage return that ends it in files from Windows. */
function cellsOf(bytes: Buffer): string[] {
  const end = bytes.at(-1) === RETURN ? bytes.length - 1 : bytes.length;
  return csvCells(bytes.toString('utf8', 0, end).replace(/^\uFEFF/, ''));
}

function byHeader(header: readonly string[], cells: readonly string[]): JsonObject | RowProblem {
  if (cells.length !== header.length) return 'cells_unlike_header';
  return Object.fromEntries(header.map((name, place) => [name, cells[place] ?? '']));
}
