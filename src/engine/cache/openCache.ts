import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Plans } from '../plans.ts';
import { codeVersion } from './codeVersion.ts';
import { DigestCache } from './digestCache.ts';
import { JoinsCache } from './joinsCache.ts';

/** Where the digests of a data folder are kept. */
export function cacheFolder(data: string): string {
  return join(data, '.curate', 'cache');
}

/** What is kept from run to run. */
export interface Cache {
  readonly digests: DigestCache;
  readonly joins: JoinsCache;
}

/** The cache of a data folder, for these settings of reading and of the record stages; those of decide do not matter. */
export function openCache(data: string, { read, survey }: Plans, writes: boolean): Cache {
  const settings = createHash('sha256').update(JSON.stringify({ read, survey })).digest('hex');
  const keys = { code: codeVersion(), settings };
  const folder = cacheFolder(data);
  return { digests: new DigestCache(folder, keys, writes), joins: new JoinsCache(folder, keys, writes) };
}
