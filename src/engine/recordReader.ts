import { closeSync, openSync, readSync } from 'node:fs';
import { identity } from '../measures/order.ts';

/** Where records are: for each the place of its file in a list of paths, its offset and its length in bytes. */
export interface RecordPlaces {
  readonly source: ArrayLike<number>;
  readonly offset: ArrayLike<number>;
  readonly bytes: ArrayLike<number>;
}

/** Ours: reading over a page that nobody asked for costs less than another read. */
const LARGEST_GAP = 4096;

/** Records of one file that lie close together, and the bytes they span. */
interface Run {
  readonly source: number;
  readonly start: number;
  end: number;
  readonly records: number[];
}

/**
 * The bytes of each record, in the order of `places`. Neighbours in a file come out of one read, in whatever order they
 * are asked for. A record is shorter than asked for when its file has become shorter.
 */
export function recordsAt(paths: readonly string[], places: RecordPlaces): Buffer[] {
  const found = Array.from<Buffer>({ length: places.offset.length });
  const reader = new FileReader(paths);
  try {
    for (const { source, start, end, records } of runsOf(places)) {
      const bytes = reader.read(source, start, end - start);
      for (const record of records) {
        const from = (places.offset[record] ?? 0) - start;
        found[record] = bytes.subarray(from, from + (places.bytes[record] ?? 0));
      }
    }
  } finally {
    reader.close();
  }
  return found;
}

function runsOf({ source, offset, bytes }: RecordPlaces): Run[] {
  const sourceOf = (record: number): number => source[record] ?? 0;
  const startOf = (record: number): number => offset[record] ?? 0;
  const order = identity(offset.length).sort(
    (one, other) => sourceOf(one) - sourceOf(other) || startOf(one) - startOf(other),
  );
  const runs: Run[] = [];
  for (const record of order) {
    const start = startOf(record);
    const end = start + (bytes[record] ?? 0);
    const last = runs.at(-1);
    if (last !== undefined && last.source === sourceOf(record) && start - last.end <= LARGEST_GAP) {
      last.records.push(record);
      last.end = Math.max(last.end, end);
    } else {
      runs.push({ source: sourceOf(record), start, end, records: [record] });
    }
  }
  return runs;
}

/** Has one file open at a time. */
class FileReader {
  readonly #paths: readonly string[];
  #source = -1;
  #descriptor = -1;

  constructor(paths: readonly string[]) {
    this.#paths = paths;
  }

  read(source: number, offset: number, bytes: number): Buffer {
    if (source !== this.#source) this.#open(source);
    const buffer = Buffer.allocUnsafe(bytes);
    let length = 0;
    while (length < bytes) {
      const more = readSync(this.#descriptor, buffer, length, bytes - length, offset + length);
      if (more === 0) break;
      length += more;
    }
    return buffer.subarray(0, length);
  }

  close(): void {
    if (this.#descriptor !== -1) closeSync(this.#descriptor);
    this.#descriptor = -1;
  }

  #open(source: number): void {
    this.close();
    this.#descriptor = openSync(this.#paths[source] ?? '', 'r');
    this.#source = source;
  }
}
