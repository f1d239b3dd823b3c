import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Range {
  readonly file: string;
  /** The lines that begin in [start, end). */
  readonly start: number;
  readonly end: number;
}

const READ_BYTES = 4 * 1024 * 1024;
const RANGE_BYTES = 32 * 1024 * 1024;

/** The conversation files of a folder, in ranges of at most 32 MiB. */
export function rangesOf(folder: string, rangeBytes = RANGE_BYTES): Range[] {
  const names = readdirSync(folder).filter((name) => /^conversations.*\.jsonl$/.test(name));
  return names.sort().flatMap((name) => {
    const file = join(folder, name);
    const { size } = statSync(file);
    return Array.from({ length: Math.ceil(size / rangeBytes) }, (_, at) => ({
      file,
      start: at * rangeBytes,
      end: Math.min(size, (at + 1) * rangeBytes),
    }));
  });
}

/** The lines that begin in a range, without the blank ones; the last one may end after it. */
export function* linesIn({ file, start, end }: Range): Generator<string> {
  const handle = openSync(file, 'r');
  // One byte earlier: a line begins at `start` when the byte before it ends a line.
  let position = Math.max(0, start - 1);
  let skipping = start > 0;
  let rest: Buffer = Buffer.alloc(0);
  let read = 0;
  do {
    const chunk = Buffer.allocUnsafe(READ_BYTES);
    read = readSync(handle, chunk, 0, READ_BYTES, position + rest.length);
    const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
    let from = 0;
    let to = bytes.indexOf(0x0a);
    while (to >= 0 && (skipping || position + from < end)) {
      if (!skipping && to > from) yield bytes.toString('utf8', from, to);
      skipping = false;
      from = to + 1;
      to = bytes.indexOf(0x0a, from);
    }
    position += from;
    rest = bytes.subarray(from);
  } while (read > 0 && (skipping || position < end));
  if (!skipping && position < end && rest.length > 0) yield rest.toString('utf8');
  closeSync(handle);
}
