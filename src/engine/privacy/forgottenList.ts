import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CurateError } from '../../errors.ts';
import { hasPseudonymForm, keyMark } from '../../measures/pseudonym.ts';
import { isEither, isFlag, isObjectOf, isText, isWord } from '../cache/guards.ts';

/** What may be forgotten. */
export type ForgottenKind = 'user' | 'session' | 'conversation';

/** A line of the list: what no later or restored line brings back. It names nobody but by pseudonym. */
export interface ForgottenEntry {
  /** `session of user`: a session of a forgotten user, of which lines that name no user are kept out. */
  readonly kind: ForgottenKind | 'session of user';
  readonly pseudonym: string;
  /** The pseudonym was made with a key. */
  readonly keyed: boolean;
  /** Which key that was (`keyMark`); empty without one, and where only the pseudonym was known. */
  readonly key: string;
  /** When it was added, ISO 8601 in UTC. */
  readonly at: string;
}

const isKind = isEither(
  isEither(isWord('user'), isWord('session')),
  isEither(isWord('conversation'), isWord('session of user')),
);
const isEntry = isObjectOf<ForgottenEntry>({ kind: isKind, pseudonym: isText, keyed: isFlag, key: isText, at: isText });

/** Where lists, receipts and what is under way of an erasure are kept. */
export function privacyFolder(data: string): string {
  return join(data, 'privacy');
}

/** What an erasure under way goes by; gone when it is through. */
export function journalFile(data: string): string {
  return join(privacyFolder(data), 'forget.journal');
}

export function forgottenFile(data: string): string {
  return join(privacyFolder(data), 'forgotten.jsonl');
}

/**
 * The list of a data folder; empty where nobody was forgotten yet.
 * @throws CurateError when a line cannot be understood: whoever it names would come back unseen
 */
export function readForgotten(data: string): ForgottenEntry[] {
  const path = forgottenFile(data);
  const lines = textOf(path).split('\n');
  return lines.flatMap((line, place) => {
    if (line.trim() === '') return [];
    const entry = parsed(line);
    if (entry !== undefined) return [entry];
    throw new CurateError(
      `${path}, line ${place + 1}: this is no entry of \`curate forget\`, so nobody can tell who is to be kept out. Restore the file, or take the line out.`,
    );
  });
}

/** When the newest entry was added, in milliseconds since the epoch; nothing for an empty list. */
export function newestEntry(entries: readonly ForgottenEntry[]): number | undefined {
  const times = entries.map(({ at }) => Date.parse(at));
  return times.length === 0 ? undefined : times.reduce((one, other) => Math.max(one, other));
}

/** How many entries cannot be compared with raw ids, since they were made with another key than this. */
export function unknowable(entries: readonly ForgottenEntry[], key: string | undefined): number {
  const mark = keyMark(key) ?? '';
  return entries.filter((entry) => entry.keyed && entry.key !== '' && entry.key !== mark).length;
}

function parsed(line: string): ForgottenEntry | undefined {
  try {
    const found: unknown = JSON.parse(line);
    return isEntry(found) && hasPseudonymForm(found.pseudonym) && !Number.isNaN(Date.parse(found.at))
      ? found
      : undefined;
  } catch {
    return undefined;
  }
}

/** Most folders have no list; to ask costs less than to fail at opening it. */
function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
