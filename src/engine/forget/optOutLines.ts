import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { sha256Of } from '../hashFile.ts';
import { idIn, optOutEntries, optOutFile } from '../privacy/optOut.ts';
import type { Project } from '../project.ts';
import type { Person } from './person.ts';

/** The file of `privacy.opt_out` without the user who is forgotten, whom the list of the forgotten keeps out from now on. */
export interface OptOutLines {
  readonly path: string;
  readonly text: string;
  readonly removed: number;
  /** Lines that name somebody. */
  readonly of: number;
  readonly sha256_before: string;
  readonly sha256_after: string;
}

/** Nothing when the file does not name the user, or there is none. */
export function optOutLines({ data, config }: Project, person: Person): OptOutLines | undefined {
  const name = config.privacy.opt_out;
  if (name === null || person.subject.kind !== 'user') return undefined;
  const path = realpathSync(optOutFile(data, name));
  const lines = optOutEntries(readFileSync(path, 'utf8'));
  const left = lines.filter((line) => !person.is(idIn(line)));
  const removed = lines.length - left.length;
  if (removed === 0) return undefined;
  const of = lines.filter((line) => idIn(line) !== undefined).length;
  const text = left.join('');
  const sha256_after = createHash('sha256').update(text).digest('hex');
  return { path, text, removed, of, sha256_before: sha256Of(path), sha256_after };
}
