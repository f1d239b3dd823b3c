import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Imported, Importer } from '../../src/importers/importer.ts';
import { isObject, type JsonObject } from '../../src/measures/jsonObject.ts';

/** Exports shaped like those of the tools, of made-up people; a folder an importer. */
export const FIXTURES = fileURLToPath(new URL('fixtures/', import.meta.url));

/** The files of an importer's folder, without what is expected of them. */
export function fixtureFiles(importer: string): string[] {
  return readdirSync(join(FIXTURES, importer))
    .filter((name) => name !== 'expected.jsonl')
    .map((name) => join(FIXTURES, importer, name));
}

/** The entries of a file: of an array, a document, or of lines. */
export function entriesOf(file: string): JsonObject[] {
  const text = readFileSync(file, 'utf8');
  const values: unknown[] = file.endsWith('.jsonl')
    ? text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [JSON.parse(text)].flat();
  return values.filter(isObject);
}

/** What an importer makes of entries, one after the other, and of what is left over. */
export function readAll(importer: Importer, entries: readonly JsonObject[]): Imported[] {
  const reading = importer.open();
  for (const entry of entries) reading.see?.(entry);
  const read = entries.map((entry) => reading.read(entry));
  return reading.rest === undefined ? read : [...read, reading.rest()];
}
