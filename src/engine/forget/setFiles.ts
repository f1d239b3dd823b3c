import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SetTraces } from './findTraces.ts';
import { type ChangedInputs, inputsAfter } from './manifestAfter.ts';
import type { Places } from './places.ts';

/** What goes from a file of a data set. */
export interface SetFile {
  readonly file: string;
  readonly removed: number;
  readonly of: number;
}

/** The files of a data set from which something goes. */
export function filesOfSet({ set, splits }: SetTraces, gone: Places): SetFile[] {
  const rows = splits.flatMap(({ file, provenance, removed, rows }) =>
    removed.size === 0 ? [] : [file, provenance].map((name) => ({ file: name, removed: removed.size, of: rows })),
  );
  return [...rows, ...quarantined(set, gone)];
}

/** Whether anything of a data set is to be written anew, if only the hashes of its inputs. */
export function needsWriting(traces: SetTraces, gone: Places, changed: ChangedInputs): boolean {
  if (filesOfSet(traces, gone).length > 0) return true;
  const { inputs } = traces.set.manifest;
  const after = inputsAfter(inputs, changed);
  return inputs.some((input, place) => input !== after[place]);
}

function quarantined({ folder, manifest }: SetTraces['set'], gone: Places): SetFile[] {
  if (!manifest.outputs.some(({ file }) => file === 'quarantine.jsonl')) return [];
  const lines = quarantineLines(join(folder, 'quarantine.jsonl'));
  const removed = lines.filter((line) => isGone(line, gone)).length;
  return removed === 0 ? [] : [{ file: 'quarantine.jsonl', removed, of: lines.length }];
}

/** The lines of a quarantine that are not blank. */
export function quarantineLines(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** Whether a line of a quarantine is about a line that went. */
export function isGone(quarantined: string, gone: Places): boolean {
  const { file, line }: { file: string; line: number } = JSON.parse(quarantined);
  return gone.has(file, line);
}
