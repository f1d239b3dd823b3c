import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CurateError } from '../../errors.ts';
import { hash53 } from '../../measures/hash.ts';
import { hasPseudonymForm } from '../../measures/pseudonym.ts';

/** Who opted out. A line that has the form of a pseudonym counts as one and as a raw id, as it may be either. */
export interface OptedOut {
  /** As the file has them. */
  readonly ids: readonly string[];
  /** Hashes (`hash53`) of raw ids, ascending. */
  readonly hashes: readonly number[];
  /** Ascending. */
  readonly pseudonyms: readonly string[];
}

const NOBODY: OptedOut = { ids: [], hashes: [], pseudonyms: [] };

/** Where the file of `privacy.opt_out` is. */
export function optOutFile(data: string, name: string): string {
  return resolve(data, name);
}

/**
 * Reads the file of users who opted out: one id or pseudonym a line, blank lines and comments (a `#` at the beginning or behind a space) left out.
 * @param name as the config has it, relative to the data folder; `null` for none
 * @throws CurateError when it cannot be read: without it nobody would be left out
 */
export function readOptOut(data: string, name: string | null): OptedOut {
  if (name === null) return NOBODY;
  const path = optOutFile(data, name);
  const text = textOf(path);
  if (text.includes('\0'))
    throw new CurateError(
      `${path}: it is no text in UTF-8, so nobody can tell who is left out. Save it as UTF-8, one id a line.`,
    );
  const ids = idsIn(text, path);
  return {
    ids,
    hashes: [...new Set(ids.map(hash53))].sort((one, other) => one - other),
    pseudonyms: [...new Set(ids.filter(hasPseudonymForm))].sort(),
  };
}

/** The lines of the file, each with its end. */
export function optOutEntries(text: string): string[] {
  return text.split(/(?<=\n|\r(?!\n))/);
}

/**
 * The id that a line of the file names, out of its quotation marks or from behind the `-` of a list; nothing in blank lines and
 * comments. A comment may stand behind the id.
 */
export function idIn(line: string): string | undefined {
  const entry = entryIn(line);
  const id = QUOTED.exec(entry)?.[2] ?? entry;
  return id === '' ? undefined : id;
}

const QUOTED = /^(["'])(.*)\1$/;

function entryIn(line: string): string {
  const bare = line.replace(/^\uFEFF/, '').replace(/(?:^|\s)#.*$/s, '');
  return bare.replace(/^\s*- /, '').trim();
}

/** Several ids in a line would be taken for one that nobody has, and let all of them in. */
function hasSeveral(line: string): boolean {
  const entry = entryIn(line);
  return !QUOTED.test(entry) && /[,;\s]/.test(entry);
}

function idsIn(text: string, path: string): string[] {
  const lines = optOutEntries(text);
  const several = lines.findIndex(hasSeveral);
  if (several === -1) return lines.flatMap((line) => idIn(line) ?? []);
  throw new CurateError(
    `${path}, line ${several + 1}: one id a line, without commas or spaces (or in quotation marks); else nobody can tell who is left out.`,
  );
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new CurateError(
      `${path}: ${why}. \`privacy.opt_out\` names it as the list of users who are left out; put it there, or set \`opt_out: null\` when nobody opted out.`,
    );
  }
}
