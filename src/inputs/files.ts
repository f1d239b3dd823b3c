import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { glob } from 'tinyglobby';

/** A raw log as it stood when the run began; bytes that are appended later belong to the next run. */
export interface InputFile {
  readonly path: string;
  /** The path that reports and provenance show: relative to the folder of the logs where it lies in it, with `/`. */
  readonly name: string;
  readonly bytes: number;
  /** Modification and status change time in milliseconds since the epoch, and inode: by them a changed file is noticed. */
  readonly modified: number;
  readonly changed: number;
  readonly inode: number;
  readonly gzip: boolean;
  /** The file is one JSON array instead of one record a line. */
  readonly array: boolean;
  /** The newest of its kind: a half-written last line may still be growing. */
  readonly newest: boolean;
  /** Not a raw log, but what `curate prune` keeps of one (`archivedLine.ts`). */
  readonly archive?: true;
}

/**
 * Finds the files that the globs mean, in the order of their names.
 * @param globs relative to `folder`, or absolute; a file that two globs find counts once
 */
export async function findFiles(globs: readonly string[], folder: string): Promise<InputFile[]> {
  const paths = await glob([...globs], {
    cwd: folder,
    absolute: true,
    onlyFiles: true,
    dot: false,
    expandDirectories: false,
  });
  const found = [...new Set(paths.map((path) => resolve(path)))].map((path) => inputFile(path, folder));
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  const newest = newestOf(found);
  return found.map((file) => (file === newest ? { ...file, newest: true } : file));
}

/** A file as it stands now; its name is relative to `folder` where it lies in it. */
export function inputFile(path: string, folder: string): InputFile {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  const below = relative(folder, path);
  const outside = below.startsWith('..') || isAbsolute(below);
  return {
    path,
    name: (outside ? path : below).split(sep).join('/'),
    bytes: size,
    modified: mtimeMs,
    changed: ctimeMs,
    inode: ino,
    gzip: path.endsWith('.gz'),
    array: /\.json(\.gz)?$/.test(path) && firstSign(path) === '[',
    newest: false,
  };
}

/** The date in a daily file's name says more than its time stamp, which a copy or a restore changes. */
function newestOf(files: readonly InputFile[]): InputFile | undefined {
  const age = (file: InputFile): string =>
    /\d{4}-\d{2}-\d{2}/.exec(file.name.slice(file.name.lastIndexOf('/') + 1))?.[0] ?? '';
  return files.reduce<InputFile | undefined>((newest, file) => {
    if (newest === undefined) return file;
    if (age(file) !== age(newest)) return age(file) > age(newest) ? file : newest;
    return file.modified >= newest.modified ? file : newest;
  }, undefined);
}

/** The first sign of the file that is neither white space nor a byte-order mark. */
function firstSign(path: string): string {
  return headOf(path)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 1);
}

/** The first bytes of a file, some 4 KB, unpacked where its name ends in `.gz`; none where they are not gzip. */
export function headOf(path: string): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const head = Buffer.alloc(4096);
    const length = readSync(descriptor, head, 0, head.length, 0);
    const bytes = head.subarray(0, length);
    return path.endsWith('.gz') ? unpackedHead(bytes) : bytes;
  } finally {
    closeSync(descriptor);
  }
}

function unpackedHead(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0); // not gzip at all: reading it will say so, with its place
  }
}
