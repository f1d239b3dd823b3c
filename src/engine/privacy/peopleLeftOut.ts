import { existsSync } from 'node:fs';
import { hash53 } from '../../measures/hash.ts';
import { type LeftOut, pseudonymizers } from '../../pipeline/privacy/leftOut.ts';
import { type ForgottenEntry, journalFile, newestEntry, readForgotten, unknowable } from './forgottenList.ts';
import { type OptedOut, readOptOut } from './optOut.ts';

/** Who is left out of a data folder. */
export interface PeopleLeftOut {
  readonly left_out: LeftOut | undefined;
  /** Hashes (`hash53`) of the raw ids of users who opted out, and of the pseudonyms that logs may have instead. */
  readonly opted_out: readonly number[];
  /** When somebody was last forgotten, in milliseconds since the epoch: what was kept before is not to be trusted. */
  readonly forgotten_until: number | undefined;
  /** What should not go unseen: one sentence each. */
  readonly warnings: readonly string[];
}

/**
 * Reads who was forgotten and who opted out.
 * @param optOut the file of `privacy.opt_out`, relative to the data folder
 * @throws CurateError when a list is there, or should be, and cannot be read
 */
export function peopleLeftOut(data: string, optOut: string | null, id_key: string | undefined): PeopleLeftOut {
  const optedOut = readOptOut(data, optOut);
  const entries = readForgotten(data);
  const nobody = entries.length + optedOut.pseudonyms.length === 0;
  const of = (kind: ForgottenEntry['kind']): string[] => [
    ...new Set(entries.flatMap((entry) => (entry.kind === kind ? [entry.pseudonym] : []))),
  ];
  return {
    left_out: nobody
      ? undefined
      : {
          id_key,
          users: of('user'),
          sessions: of('session'),
          conversations: of('conversation'),
          sessions_of_users: of('session of user'),
          opted_out: optedOut.pseudonyms,
        },
    opted_out: hashesOf(optedOut, id_key),
    forgotten_until: newestEntry(entries),
    warnings: [...keyWarnings(unknowable(entries, id_key)), ...(existsSync(journalFile(data)) ? [INTERRUPTED] : [])],
  };
}

/** Lines that were stored with pseudonyms (`collect.scrub: at_write`) are those of the same people. */
function hashesOf({ ids, hashes }: OptedOut, key: string | undefined): number[] {
  const made = pseudonymizers(key).flatMap((pseudonym) => ids.map((id) => hash53(pseudonym(id))));
  return [...new Set([...hashes, ...made])].sort((one, other) => one - other);
}

/** Of an erasure that a crash or a signal stopped; whoever finishes it need not be told. */
export const INTERRUPTED =
  'An erasure was interrupted. Call `curate forget` once more with the same id: until then something of it may be left, and privacy/forget.journal holds raw ids.';

function keyWarnings(count: number): string[] {
  if (count === 0) return [];
  const entries =
    count === 1 ? 'An entry of privacy/forgotten.jsonl was' : `${count} entries of privacy/forgotten.jsonl were`;
  return [
    `${entries} made with another CURATE_ID_KEY than that of now: lines of those people would not be known again if they came back. Set the key that was used, or call \`curate forget\` with the new one for them.`,
  ];
}
