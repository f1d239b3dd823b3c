import {
  chmodSync,
  chownSync,
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { onInterrupt } from '../../cleanup.ts';
import { syncFolder } from '../export/staging.ts';
import { type CopyHashes, copyGzip, copyPlain } from './blankedCopy.ts';
import { carryLines, carryRest } from './carryOver.ts';
import { changedFile } from './changedFile.ts';
import { asideOf } from './logFiles.ts';
import type { Removal } from './search.ts';

/** A file that was written anew and is whole, but not in its place yet. */
export interface Rewritten extends CopyHashes {
  readonly inode: number;
}

/**
 * Writes a file aside with blanks in the place of what goes, hands that to `settle`, which notes it, and puts it in the
 * place of the old one. What is appended to the old one meanwhile is carried over; whoever looks at the path behind his write
 * (`AppendFile`) and finds the old file there knows that his line will be.
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
    const fresh = openSync(aside, 'a+'); // before the rights: nobody but root opens a log of mode 0444 for writing
    try {
      keepRights(aside, old);
      const grows = !file.gzip && !file.array;
      let end = grows ? carryLines(old, fresh, file.bytes) : file.bytes;
      fsyncSync(fresh);
      const { size } = fstatSync(fresh);
      const rewritten = { inode: fstatSync(fresh).ino, ...written };
      refuseChanged(removal, old);
      settle(rewritten);
      renameSync(aside, path);
      if (grows) end = carryRest(old, fresh, end, size);
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

/** Ours: between its new time and its new size a write of a few KB takes microseconds, unless its process has to wait for a processor. */
const LOOKS = 50;
const BETWEEN_MS = 2;

/** @throws CurateError unless the file is still the one that was looked at, or has only grown if it may */
function refuseChanged(removal: Removal, old: number): void {
  const { file } = removal;
  const mayGrow = !file.gzip && !file.array;
  for (let look = 1; ; look++) {
    const here = statSync(file.path, { throwIfNoEntry: false });
    const opened = fstatSync(old);
    const isSame = opened.size === file.bytes && opened.mtimeMs === file.modified;
    const isThere = here?.ino === opened.ino && opened.ino === file.inode;
    if (isThere && (isSame || (mayGrow && opened.size > file.bytes))) return;
    // Of an append that is under way the time may be told before the size.
    const isGrowing = isThere && mayGrow && opened.size === file.bytes;
    if (!isGrowing || look === LOOKS) throw changedFile(file.name);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BETWEEN_MS);
  }
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
