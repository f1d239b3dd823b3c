import { existsSync, readFileSync, statSync } from 'node:fs';
import { type ForgottenEntry, forgottenFile, readForgotten } from '../privacy/forgottenList.ts';
import type { Person } from './person.ts';
import { writeWhole } from './writeWhole.ts';

/** What the list has to say of a subject and does not say yet. */
export function missingEntries(data: string, person: Person, at: string): ForgottenEntry[] {
  const nameOf = ({ kind, pseudonym }: ForgottenEntry): string => `${kind} ${pseudonym}`;
  const known = new Set(readForgotten(data).map(nameOf));
  return person.entries(at).filter((entry) => !known.has(nameOf(entry)));
}

/** Adds entries to the list; they are on the disk when this returns. */
export function addEntries(data: string, entries: readonly ForgottenEntry[]): void {
  if (entries.length === 0) return;
  const path = forgottenFile(data);
  const [before, mode] = existsSync(path) ? [readFileSync(path, 'utf8'), statSync(path).mode & 0o777] : ['', 0o644];
  const ended = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  writeWhole(path, ended + entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''), mode);
}
