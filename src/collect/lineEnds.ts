import type { FileCalls, OpenFile } from './fileCalls.ts';

const NEWLINE = 10;

/**
 * Milliseconds between looks at a line without an end. Somebody's write that is under way looks torn until it is through, and its writer may
 * lose the processor in the middle of it. Ours: with these, eight processes on two cores at a load of 19 leave no empty line.
 */
const LOOKS_MS = [1, 2, 4, 8, 16];

/** Where a file ends, and whether with a line that somebody has not ended. */
export interface FileEnd {
  readonly size: number;
  readonly torn: boolean;
}

/** Looks at the end of a file. @param clean the size at which it is known to end with a line, if any */
export async function endOf(files: FileCalls, file: OpenFile, clean: number | undefined): Promise<FileEnd> {
  let size = await sizeOf(file);
  for (const pause of LOOKS_MS) {
    if (size === clean || !(await isTorn(file, size))) return { size, torn: false };
    await files.wait(pause);
    size = await sizeOf(file);
  }
  return { size, torn: await isTorn(file, size) };
}

/**
 * Whether `lines` stand in a file between two of its sizes, behind the end of a line. @param lines whole ones; they may begin with a line feed
 */
export async function standsBetween(file: OpenFile, lines: Buffer, from: number, to: number): Promise<boolean> {
  const start = Math.max(0, from - 1);
  const region = Buffer.allocUnsafe(Math.max(0, to - start));
  const length = await file.read(region, start);
  const read = region.subarray(0, length);
  for (let at = read.indexOf(lines); at !== -1; at = read.indexOf(lines, at + 1)) {
    const begins = lines[0] === NEWLINE || (at === 0 ? start === 0 : read[at - 1] === NEWLINE);
    if (begins) return true;
  }
  return false;
}

async function isTorn(file: OpenFile, size: number): Promise<boolean> {
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  const length = await file.read(last, size - 1);
  return length === 1 && last[0] !== NEWLINE;
}

/** Without a turn through the queue of promises where the size is at hand. */
async function sizeOf(file: OpenFile): Promise<number> {
  const size = file.size();
  return typeof size === 'number' ? size : await size;
}
