import { CurateError } from '../../errors.ts';
import { inputFile } from '../../inputs/files.ts';
import { decode } from '../../inputs/parseRecord.ts';
import { readRecords } from '../../inputs/readRecords.ts';
import { hash53 } from '../../measures/hash.ts';
import { isObject, type JsonObject } from '../../measures/jsonObject.ts';
import { recordsAt } from '../recordReader.ts';
import type { ExportedSet } from './exportedSet.ts';

/** Ours: a line of provenance names the exchanges of a session; longer ones there are not. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;
/** Hexadecimal digits that a double holds exactly: 52 bits. */
const HASH_DIGITS = 13;
const FIRST_ROOM = 1024;

/** The rows of an export as their provenance has them, in columns: 41 bytes a row, whatever the rows are. */
export class RowTable {
  count = 0;
  /** Hash of the id, as digests have it. */
  id = new Float64Array(FIRST_ROOM);
  /** The beginning of the hash of the content. */
  content = new Float64Array(FIRST_ROOM);
  /** Place in `SPLITS`. */
  split = new Uint8Array(FIRST_ROOM);
  /** Place in `files`, and line: where the row comes from. */
  file = new Uint32Array(FIRST_ROOM);
  line = new Uint32Array(FIRST_ROOM);
  clusterSize = new Uint32Array(FIRST_ROOM);
  readonly files: string[] = [];
  /** Where its line of provenance is. */
  offset = new Float64Array(FIRST_ROOM);
  bytes = new Uint32Array(FIRST_ROOM);
  readonly #set: ExportedSet;
  readonly #places = new Map<string, number>();

  constructor(set: ExportedSet) {
    this.#set = set;
  }

  /** @throws CurateError for a line of provenance that is none */
  static async of(set: ExportedSet): Promise<RowTable> {
    const table = new RowTable(set);
    for (const [split, path] of set.provenance.entries()) if (path !== undefined) await table.#read(path, split);
    return table;
  }

  /** The ids of some rows, read again. */
  idsOf(rows: readonly number[]): string[] {
    const paths = this.#set.provenance.map((path) => path ?? '');
    const places = {
      source: rows.map((row) => this.split[row] ?? 0),
      offset: rows.map((row) => this.offset[row] ?? 0),
      bytes: rows.map((row) => this.bytes[row] ?? 0),
    };
    return recordsAt(paths, places).map((bytes, place) => {
      const path = paths[places.source[place] ?? 0] ?? '';
      return String(lineIn(bytes, path).id);
    });
  }

  async #read(path: string, split: number): Promise<void> {
    const file = inputFile(path, '.');
    await readRecords(file, { start: 0, end: file.bytes }, MAX_LINE_BYTES, {
      record: (bytes, offset) => {
        if (bytes.length > 0) this.#add(lineIn(bytes, path), split, offset, bytes.length);
      },
      broken: () => {
        throw broken(path);
      },
    });
  }

  #add(line: JsonObject, split: number, offset: number, bytes: number): void {
    if (this.count === this.id.length) this.#grow();
    const row = this.count++;
    this.id[row] = hash53(String(line.id));
    this.content[row] = Number.parseInt(String(line.hash).slice(0, HASH_DIGITS), 16);
    this.split[row] = split;
    this.file[row] = this.#placeOf(String(line.file));
    this.line[row] = Number(line.line);
    this.clusterSize[row] = Number(line.cluster_size);
    this.offset[row] = offset;
    this.bytes[row] = bytes;
  }

  #placeOf(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.files.length);
    return this.files.push(name) - 1;
  }

  #grow(): void {
    const room = this.id.length * 2;
    const doubles = (from: Float64Array): Float64Array<ArrayBuffer> => {
      const column = new Float64Array(room);
      column.set(from);
      return column;
    };
    const integers = (from: Uint32Array): Uint32Array<ArrayBuffer> => {
      const column = new Uint32Array(room);
      column.set(from);
      return column;
    };
    const split = new Uint8Array(room);
    split.set(this.split);
    this.split = split;
    this.id = doubles(this.id);
    this.content = doubles(this.content);
    this.offset = doubles(this.offset);
    this.file = integers(this.file);
    this.line = integers(this.line);
    this.clusterSize = integers(this.clusterSize);
    this.bytes = integers(this.bytes);
  }
}

function lineIn(bytes: Buffer, path: string): JsonObject {
  try {
    const line: unknown = JSON.parse(decode(bytes) ?? '');
    if (isObject(line) && typeof line.id === 'string' && typeof line.hash === 'string') return line;
  } catch {
    // it is none
  }
  throw broken(path);
}

function broken(path: string): CurateError {
  return new CurateError(`${path}: this is not provenance as curate writes it; export the data set again.`);
}
