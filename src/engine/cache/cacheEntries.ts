import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file in the cache folder. */
export interface CacheEntry {
  readonly path: string;
  readonly bytes: number;
  /** When a run last wrote or used it, in milliseconds since the epoch. */
  readonly used: number;
}

/** Every file in the cache folder; none when there is no folder. */
export function cacheEntries(folder: string): CacheEntry[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.flatMap((name) => entryAt(join(folder, name)));
}

function entryAt(path: string): CacheEntry[] {
  try {
    const facts = statSync(path);
    return facts.isFile() ? [{ path, bytes: facts.size, used: facts.mtimeMs }] : [];
  } catch {
    return []; // another run replaced it, or nobody may look at it
  }
}

/** Removes a file if that can be done. */
export function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // a folder in which nothing may be removed
  }
}
