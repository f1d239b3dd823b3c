import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';

/** The text of a file of the corpora, unpacked. */
export function textIn(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The records of a file of JSON lines. */
export function linesIn<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema>[] {
  const lines = textIn(path).split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => schema.parse(JSON.parse(line)));
}

/** All files below a folder, sorted; the folder itself when it is a file. */
export function filesBelow(folder: string): string[] {
  if (statSync(folder).isFile()) return [folder];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

/** Every text in a file: the strings of its JSON, whole or line by line, or its lines as they are. */
export function textsIn(path: string): string[] {
  const text = textIn(path);
  const whole = parsed(text);
  if (whole !== undefined) return stringsIn(whole.value);
  return text.split('\n').flatMap((line) => {
    const record = parsed(line);
    return record === undefined ? [line] : stringsIn(record.value);
  });
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** The place in UTF-16 units of each of a text's code points, and of its end: the corpora count as Python does. */
export function unitOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const sign of text) {
    offsets.push(at);
    at += sign.length;
  }
  return [...offsets, at];
}
