import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../export/staging.ts';
import { writeAll } from '../writeAll.ts';
import { asideOf } from './logFiles.ts';

/**
 * Writes a file aside, waits for the disk, and puts it in place. Folders are made with it.
 * @param settle is told its inode before that
 */
export function writeWhole(path: string, text: string, mode: number, settle?: (inode: number) => void): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = asideOf(path);
  const descriptor = openSync(draft, 'w', mode);
  try {
    writeAll(descriptor, Buffer.from(text));
    fsyncSync(descriptor);
    settle?.(fstatSync(descriptor).ino);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, path);
  syncFolder(dirname(path));
}
