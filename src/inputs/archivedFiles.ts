import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join, sep } from 'node:path';
import { CurateError } from '../errors.ts';
import { type InputFile, inputFile } from './files.ts';

/** The folder, beside the raw logs, of what `curate prune` keeps of logs that it removed. */
export const ARCHIVE = 'archive';

/** Stands for the root of paths outside the folder of the logs. */
const ROOT = '_root';

/** What a line of the archive is; it says so first of all. */
const KINDS = ['conversation', 'feedback'] as const;
type Kind = (typeof KINDS)[number];
const headOf = (kind: Kind): string => `{"archived":"${kind}"`;
const LONGEST_HEAD = Math.max(...KINDS.map((kind) => headOf(kind).length));

/** What the archive holds in the place of logs that are gone. */
export interface ArchivedFiles {
  readonly conversations: readonly InputFile[];
  readonly feedback: readonly InputFile[];
}

/** The only dot of the name is that of `.jsonl`. */
const PLAIN = /(?:^|\/)[^./]*\.jsonl$/;

/**
 * The name, in the archive, of what is kept of a raw log: the log's own where that is as plain as `conversations_2026-01-01.jsonl`,
 * else with `.jsonl` behind it, so that `a.json`, `a.json.gz` and `a.json.jsonl` have names of their own there.
 * @param logged as in `InputFile.name`
 */
export function archivedNameOf(logged: string): string {
  const below =
    logged.startsWith('/') || /^[A-Za-z]:/.test(logged) ? `${ROOT}/${logged.replace(/^\/|:/g, '')}` : logged;
  return PLAIN.test(below) ? below : `${below}.jsonl`;
}

/** The name of the raw log that an archived file stands for, by which inputs are ordered; that of any other file is its own. */
export function loggedNameOf({ name, archive }: InputFile): string {
  if (archive !== true) return name;
  const below = name.slice(ARCHIVE.length + 1);
  const logged = PLAIN.test(below) ? below : below.slice(0, -'.jsonl'.length);
  return logged.startsWith(`${ROOT}/`) ? logged.slice(ROOT.length) : logged;
}

/** Whether a file lies in the archive of a data folder, where no glob of raw logs may reach. */
export function isInArchive(path: string, data: string): boolean {
  return path.startsWith(join(data, ARCHIVE) + sep);
}

/**
 * The archived files of a data folder, but for those whose raw log is there: a run that was killed before it removed the log, or
 * a log that was restored. The raw one counts then.
 * @throws CurateError when a file there is none that a prune wrote
 */
export function findArchived(data: string, raw: readonly InputFile[]): ArchivedFiles {
  const shadowed = new Set(raw.map(({ name }) => `${ARCHIVE}/${archivedNameOf(name)}`));
  const found: Record<Kind, InputFile[]> = { conversation: [], feedback: [] };
  for (const path of pathsBelow(join(data, ARCHIVE))) {
    const file: InputFile = { ...inputFile(path, data), archive: true };
    const kind = shadowed.has(file.name) ? undefined : kindOf(path);
    if (kind !== undefined) found[kind].push(file);
  }
  return { conversations: found.conversation, feedback: found.feedback };
}

/** Raw and archived files in the order in which the raw logs would stand, so that a prune changes no row's place. */
export function inLoggedOrder(raw: readonly InputFile[], archived: readonly InputFile[]): readonly InputFile[] {
  if (archived.length === 0) return raw;
  const named = [...raw, ...archived].map((file) => ({ file, name: loggedNameOf(file) }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ file }) => file);
}

/** @throws the error of the file system when it cannot be looked into: an export without it would lose what it holds */
function pathsBelow(folder: string): string[] {
  if (!existsSync(folder)) return []; // nothing was ever pruned
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const isHidden = (name: string): boolean => name.split(sep).some((part) => part.startsWith('.'));
  return names.filter((name) => name.endsWith('.jsonl') && !isHidden(name)).map((name) => join(folder, name));
}

/**
 * By its first line that is not blank; `undefined` of a file without one.
 * @throws CurateError of a file that no prune wrote
 */
function kindOf(path: string): Kind | undefined {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(4096);
    for (let position = 0; ; ) {
      const length = readSync(descriptor, buffer, 0, buffer.length, position);
      if (length === 0) return undefined;
      const text = buffer.toString('latin1', 0, length).trimStart();
      if (text.length >= LONGEST_HEAD || text.length === length) return kindIn(text, path);
      position += length - text.length; // lines that were blanked out when somebody was forgotten
    }
  } finally {
    closeSync(descriptor);
  }
}

function kindIn(text: string, path: string): Kind {
  const kind = KINDS.find((one) => text.startsWith(headOf(one)));
  if (kind !== undefined) return kind;
  throw new CurateError(
    `${path}: the first line is none that \`curate prune\` writes, so what the file holds cannot be used. Restore it from a backup, or move it out of the archive.`,
  );
}
