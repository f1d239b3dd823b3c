import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const LOGS = new URL('../data/training_logs/', import.meta.url);

/** Every text in the logs of the bundled sample: questions, answers, ids, and whatever is in its broken lines. */
export function textsOfTheSample(): string[] {
  return readdirSync(LOGS).flatMap((name) => {
    const bytes = readFileSync(new URL(name, LOGS));
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replaceAll('\ufeff', '');
    return text.split('\n').flatMap((line) => stringsIn(valueIn(line)));
  });
}

function valueIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
