import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { keyMark } from '../../measures/pseudonym.ts';
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

/**
 * The cache of a data folder, for these settings of reading and of the record stages; those of decide do not matter.
 *
 * Who was forgotten is not among the settings: `curate forget` clears the cache, and a digest of before is not used, so
 * that neither a log nor a digest that is restored brings back what was forgotten. The key is, as by it they are known;
 * and who opted out by pseudonym. Near duplicates are looked for among who is left, so all of that matters to them.
 * @param forgottenUntil when somebody was last forgotten, in milliseconds since the epoch
 */
export function openCache(data: string, plans: Plans, writes: boolean, forgottenUntil?: number): Cache {
  const { read, survey, decide, left_out } = plans;
  const people = left_out && { key: keyMark(left_out.id_key), opted_out: left_out.opted_out };
  const settings = hashOf({ read, survey, people });
  const { opted_out } = decide.privacy;
  const isAll = opted_out.length === 0 && forgottenUntil === undefined;
  const joinSettings = isAll ? settings : hashOf({ settings, opted_out, forgottenUntil });
  const folder = cacheFolder(data);
  const code = codeVersion();
  return {
    digests: new DigestCache(folder, { code, settings }, writes, forgottenUntil),
    joins: new JoinsCache(folder, { code, settings: joinSettings }, writes),
  };
}

function hashOf(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
