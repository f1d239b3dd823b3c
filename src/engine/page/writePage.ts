import { closeSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CurateError } from '../../errors.ts';
import { isFolder } from '../project.ts';
import { writeAll } from '../writeAll.ts';

/**
 * Writes a page aside, waits for the disk, and puts it in the place of an earlier one. Folders are made with it.
 * @returns its size in bytes
 * @throws CurateError when a folder is there, or what is no page; the error of the file system, with the path in it
 */
export function writePage(path: string, text: string): number {
  if (isFolder(path))
    throw new CurateError(`${path}: this is a folder. Name a file with -o, such as ${join(path, 'report.html')}.`);
  if (!isReplaceable(path))
    throw new CurateError(`${path}: what is there is no HTML page, and would be lost. Name another file with -o.`);
  const bytes = Buffer.from(text);
  mkdirSync(dirname(path), { recursive: true });
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    const descriptor = openSync(draft, 'w');
    try {
      writeAll(descriptor, bytes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    if (error instanceof Error && !('path' in error)) Object.assign(error, { path });
    throw error;
  }
  return bytes.length;
}

const PAGE = '<!doctype html';

/** Nothing, an empty file, or a page: a slip of the hand must not cost a log. */
function isReplaceable(path: string): boolean {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there === undefined) return true;
  if (!there.isFile()) return false;
  const start = Buffer.alloc(PAGE.length);
  const descriptor = openSync(path, 'r');
  try {
    const length = readSync(descriptor, start);
    return length === 0 || start.toString('latin1', 0, length).toLowerCase() === PAGE;
  } finally {
    closeSync(descriptor);
  }
}
