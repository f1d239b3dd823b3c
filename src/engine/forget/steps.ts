import { statSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../hashFile.ts';
import type { Beginning } from './blankedCopy.ts';
import type { FileRecord, Step } from './journal.ts';
import type { ChangedInputs } from './manifestAfter.ts';

/** Whether a step that was announced was taken before the run ended. */
export function isTaken(step: Step): boolean {
  if (step.step === 'log') return statSync(step.path, { throwIfNoEntry: false })?.ino === step.inode;
  const manifest = join(step.path, 'manifest.json');
  const isThere = statSync(manifest, { throwIfNoEntry: false }) !== undefined;
  return isThere && sha256Of(manifest) === step.manifest_sha256;
}

/** What manifests have to say differently of the files that were written anew. */
export function changedInputs(steps: readonly Step[]): ChangedInputs {
  const changed = new Map<string, Beginning[]>();
  for (const step of steps) {
    if (step.step !== 'log') continue;
    changed.set(step.name, [...(changed.get(step.name) ?? []), ...step.beginnings]);
  }
  return changed;
}

/** One record a file, however often it was written anew: what it was at first, and what it is now. */
export function recordsOf(steps: readonly Step[]): FileRecord[] {
  const records = new Map<string, FileRecord>();
  for (const step of steps) {
    for (const record of step.step === 'log' ? [step.record] : step.records) {
      const before = records.get(record.file);
      records.set(record.file, before === undefined ? record : merged(before, record));
    }
  }
  return [...records.values()];
}

function merged(one: FileRecord, other: FileRecord): FileRecord {
  return {
    ...other,
    removed: one.removed + other.removed,
    of: Math.max(one.of, other.of),
    sha256_before: one.sha256_before,
  };
}
