import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Plans } from '../plans.ts';
import { codeVersion } from './codeVersion.ts';
import { DigestCache } from './digestCache.ts';

/** Where the digests of a data folder are kept. */
export function cacheFolder(data: string): string {
  return join(data, '.curate', 'cache');
}

/** The cache of a data folder, for these settings of reading and of the record stages; those of decide do not matter. */
export function openCache(data: string, { read, survey }: Plans, writes: boolean): DigestCache {
  const settings = createHash('sha256').update(JSON.stringify({ read, survey })).digest('hex');
  return new DigestCache(cacheFolder(data), { code: codeVersion(), settings }, writes);
}
