import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { z } from 'zod';
import { chatmlRow, type exportReport, manifest, provenanceLine, stagesReport } from './contracts.ts';
import type { Workdir } from './workdir.ts';

export const SPLITS = ['train', 'val', 'test'] as const;

export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Names of all files below `folder`, sorted. */
export function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
}

/** Locks and temporary folders that a run left: they have names that begin with a dot, as the cache has, which is to stay. */
export function leftovers(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.split('/').some((part) => part.startsWith('.') && part !== '.curate'));
}

/** What is wrong with an export: files that its manifest does not have, or has with other bytes. Whole means none. */
export function damage(folder: string): string[] {
  if (!existsSync(join(folder, 'manifest.json'))) return [`${folder} has no manifest.json`];
  const { outputs } = manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const named = new Set(['manifest.json', ...outputs.map(({ file }) => file)]);
  const strange = filesBelow(folder).filter((file) => !named.has(file));
  const wrong = outputs.filter(({ file, bytes, sha256: hash }) => {
    if (!existsSync(join(folder, file))) return true;
    const content = readFileSync(join(folder, file));
    return content.length !== bytes || sha256(content) !== hash;
  });
  return [...strange.map((file) => `${file} is not in the manifest`), ...wrong.map(({ file }) => `${file} differs`)];
}

/** Lines of JSON, each in the shape of `schema`; the last one must be ended too. A name in `.gz` is unpacked. */
export function readLines<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema>[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  expect(text.endsWith('\n'), `${path} ends with a line end`).toBe(true);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));
}

/** The rows of a chatml export with their provenance, of all splits; fails unless both have the same number of lines. */
export function chatmlRows(folder: string) {
  return SPLITS.flatMap((split) => {
    if (!existsSync(join(folder, `${split}.jsonl`))) return [];
    const rows = readLines(join(folder, `${split}.jsonl`), chatmlRow);
    const provenance = readLines(join(folder, `provenance/${split}.jsonl`), provenanceLine);
    expect(provenance.length, split).toBe(rows.length);
    return rows.flatMap((row, place) => provenance.slice(place, place + 1).map((from) => ({ split, row, from })));
  });
}

/** Ids of the examples of an export, sorted. */
export function keptIds(folder: string): string[] {
  return chatmlRows(folder)
    .map(({ from }) => from.id)
    .sort();
}

/** Nothing is lost: every line is counted once, and every record is kept or dropped. */
export function expectAccounted(report: z.output<typeof exportReport>): void {
  const { lines, blank, pending, malformed, records, kept, dropped } = report;
  expect(blank + pending + malformed + records).toBe(lines);
  expect(kept + dropped.total).toBe(records);
  expect(Object.values(dropped.by_reason).reduce((sum, count) => sum + count, 0)).toBe(dropped.total);
}

/** Every `stage.reason` that `curate stages` lists; those of formats as `format.reason`. */
export async function declaredReasons(folder: Workdir): Promise<ReadonlySet<string>> {
  const { stdout } = await folder.run(['stages', '--json']);
  const { stages, formats } = stagesReport.parse(JSON.parse(stdout));
  const all = [...stages, ...formats.map(({ reasons }) => ({ name: 'format', reasons }))];
  return new Set(all.flatMap(({ name, reasons }) => Object.keys(reasons).map((reason) => `${name}.${reason}`)));
}
