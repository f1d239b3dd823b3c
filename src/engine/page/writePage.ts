import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CurateError } from '../../errors.ts';
import { isFolder } from '../project.ts';
import { writeAll } from '../writeAll.ts';

/**
 * Writes a page aside, waits for the disk, and puts it in the place of an earlier one. Folders are made with it.
 * @returns its size in bytes
 * @throws CurateError when the place is a folder; the error of the file system, with the path in it
 */
export function writePage(path: string, text: string): number {
  if (isFolder(path))
    throw new CurateError(`${path}: this is a folder. Name a file with -o, such as ${join(path, 'report.html')}.`);
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
