import {
  chmodSync,
  chownSync,
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { onInterrupt } from '../../cleanup.ts';
import { syncFolder } from '../export/staging.ts';
import { writeAll } from '../writeAll.ts';
import { type CopyHashes, copyGzip, copyPlain } from './blankedCopy.ts';
import { changedFile } from './changedFile.ts';
import { asideOf } from './logFiles.ts';
import type { Removal } from './search.ts';

/** A file that was written anew and is whole, but not in its place yet. */
export interface Rewritten extends CopyHashes {
  readonly inode: number;
}

/**
 * Writes a file aside with blanks in the place of what goes, hands that to `settle`, which notes it, and puts it in the
 * place of the old one. What is appended to the old one meanwhile is carried over.
 * @param lengths whose beginnings are to be hashed: those that manifests know
 * @returns how many bytes were carried over
 * @throws CurateError when somebody else writes the file anew, or the disk is full; the old file stays then
 */
export async function rewriteLog(
  removal: Removal,
  lengths: readonly number[],
  settle: (rewritten: Rewritten) => void,
): Promise<number> {
  const { file } = removal;
  const path = realpathSync(file.path); // a link stays one
  const aside = asideOf(path);
  const forget = onInterrupt(() => rmSync(aside, { force: true }));
  const old = openSync(file.path, 'r');
  try {
    refuseChanged(removal, old);
    const written = file.gzip ? await copyGzip(removal, aside) : copyPlain(removal, aside, old, lengths);
    const fresh = openSync(aside, 'a'); // before the rights: nobody but root opens a log of mode 0444 for writing
    try {
      keepRights(aside, old);
      let end = file.gzip ? file.bytes : carryOver(removal, old, fresh, file.bytes);
      fsyncSync(fresh);
      const rewritten = { inode: fstatSync(fresh).ino, ...written };
      refuseChanged(removal, old);
      settle(rewritten);
      renameSync(aside, path);
      end = file.gzip ? end : carryOver(removal, old, fresh, end);
      fsyncSync(fresh);
      syncFolder(dirname(path));
      return end - file.bytes;
    } finally {
      closeSync(fresh);
    }
  } finally {
    closeSync(old);
    forget();
    rmSync(aside, { force: true });
  }
}

/** Copies what was appended to a log of lines since it had `from` bytes. @returns how many it has now */
function carryOver({ file }: Removal, old: number, fresh: number, from: number): number {
  if (file.array) return from;
  const buffer = Buffer.allocUnsafe(64 * 1024);
  for (let at = from; ; ) {
    const length = readSync(old, buffer, 0, buffer.length, at);
    if (length === 0) return at;
    writeAll(fresh, buffer.subarray(0, length));
    at += length;
  }
}

/** @throws CurateError unless the file is still the one that was looked at, or has only grown if it may */
function refuseChanged({ file }: Removal, old: number): void {
  const here = statSync(file.path, { throwIfNoEntry: false });
  const opened = fstatSync(old);
  const mayGrow = !file.gzip && !file.array;
  const isSame = opened.size === file.bytes && opened.mtimeMs === file.modified;
  const fits = isSame || (mayGrow && opened.size > file.bytes);
  if (here?.ino === opened.ino && opened.ino === file.inode && fits) return;
  throw changedFile(file.name);
}

/** Whoever could read and write the file before can do it again. */
function keepRights(aside: string, old: number): void {
  const { mode, uid, gid } = fstatSync(old);
  chmodSync(aside, mode & 0o7777);
  try {
    chownSync(aside, uid, gid);
  } catch {
    // only root may give a file away
  }
}
