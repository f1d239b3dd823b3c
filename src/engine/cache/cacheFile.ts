import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeAll } from '../writeAll.ts';
import { type ColumnFile, openColumnFile } from './columnFile.ts';

/** Files that help the next run: what cannot be read is made anew, what cannot be written is not kept. Nothing here throws. */

const DAY_MS = 86_400_000;

/** The file at `path` if it is there and sound as far as its header tells. */
export function findCacheFile(path: string): ColumnFile | undefined {
  try {
    return openColumnFile(path);
  } catch {
    return undefined;
  }
}

/** Writes a file aside and renames it into place. A full disk or a read-only folder costs time, not the run. */
export function keepCacheFile(path: string, pieces: readonly Uint8Array[]): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeWhole(path, pieces);
  } catch {
    // not kept
  }
}

/** Notes that a file was used, at most once a day; what no run uses for long is removed (`DigestCache.tidy`). */
export function touch(path: string): void {
  const now = Date.now();
  try {
    if (now - statSync(path).mtimeMs > DAY_MS) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // another run cleared the cache
  }
}

function writeWhole(path: string, pieces: readonly Uint8Array[]): void {
  const draft = `${path}.${process.pid}`;
  try {
    const descriptor = openSync(draft, 'w', 0o600);
    try {
      for (const piece of pieces) writeAll(descriptor, piece);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
