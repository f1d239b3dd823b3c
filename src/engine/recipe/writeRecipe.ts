import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CurateError } from '../../errors.ts';
import type { RecipeFile } from '../../recipes/recipe.ts';
import { writeWhole } from '../forget/writeWhole.ts';

/** What was written here last, and with which bytes; by it a file that somebody changed is known. */
const RECORD = 'recipe.json';
const FILE_MODE = 0o644;

const recordSchema = z.object({ files: z.record(z.string(), z.string()) });

/**
 * Writes a recipe into a folder.
 * @param facts what stands in the record beside the hashes
 * @param force files that were changed by hand are replaced all the same
 * @throws CurateError when a file was changed by hand; none is written then
 */
export function writeRecipe(folder: string, files: readonly RecipeFile[], facts: object, force: boolean): void {
  const before = recordedIn(folder);
  const changed = files.filter(({ name, text }) => isOthers(join(folder, name), text, before[name]));
  if (changed.length > 0 && !force) {
    const names = changed.map(({ name }) => join(folder, name)).join(', ');
    throw new CurateError(
      `${names}: changed since curate wrote it, so nothing is written. Keep it and write elsewhere with -o DIR, or replace it with --force.`,
    );
  }
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeWhole(join(folder, name), text, FILE_MODE);
  const hashes = Object.fromEntries(files.map(({ name, text }) => [name, sha256Of(text)]));
  writeWhole(join(folder, RECORD), `${JSON.stringify({ ...facts, files: hashes }, null, 2)}\n`, FILE_MODE);
}

/** Whether what stands there is neither what was written last nor what is to be written. */
function isOthers(path: string, text: string, recorded: string | undefined): boolean {
  if (!existsSync(path)) return false;
  const there = sha256Of(readFileSync(path));
  return there !== recorded && there !== sha256Of(text);
}

function recordedIn(folder: string): Readonly<Record<string, string>> {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(join(folder, RECORD), 'utf8'))).files;
  } catch {
    return {};
  }
}

function sha256Of(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
