import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CacheReport } from '../../report/types.ts';
import { cacheEntries, remove } from './cacheEntries.ts';
import { keptConfigFile } from './keptConfig.ts';
import { cacheFolder } from './openCache.ts';

/** What the cache of a data folder holds: the answer to `curate cache`. */
export function cacheReport(data: string, now: Date): CacheReport {
  const folder = cacheFolder(resolve(data));
  const entries = cacheEntries(folder);
  const age = (used: number): number => Math.max(0, Math.round((now.getTime() - used) / 1000));
  const ages = entries.map(({ used }) => age(used));
  return {
    folder,
    files: entries.length,
    bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0),
    oldest_seconds: ages.length === 0 ? null : ages.reduce((a, b) => Math.max(a, b)),
    newest_seconds: ages.length === 0 ? null : ages.reduce((a, b) => Math.min(a, b)),
  };
}

/** Removes every kept digest, and the kept config. A run that is under way goes on: it keeps what it makes, or does without. */
export function clearCache(data: string): void {
  remove(keptConfigFile(resolve(data)));
  // A run that keeps a digest meanwhile would make the folder "not empty" for an instant.
  rmSync(cacheFolder(resolve(data)), { recursive: true, force: true, maxRetries: 5 });
}
