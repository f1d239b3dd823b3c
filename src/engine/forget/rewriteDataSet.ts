import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ManifestOutput } from '../export/manifest.ts';
import type { WrittenFile } from '../export/outputFile.ts';
import type { Staging } from '../export/staging.ts';
import { writeText } from '../export/writeText.ts';
import { sha256Of } from '../hashFile.ts';
import type { SplitPlan } from './dataSetPlan.ts';
import type { DataSet } from './dataSets.ts';
import { filterRows } from './filterRows.ts';
import { type ChangedInputs, manifestAfter } from './manifestAfter.ts';
import type { Places } from './places.ts';
import { rewriteCard } from './rewriteCard.ts';
import { isGone, quarantineLines } from './setFiles.ts';
import { takeOver } from './takeOver.ts';

/** What is to become of a data set. */
export interface DataSetPlan {
  readonly set: DataSet;
  readonly splits: readonly SplitPlan[];
  /** Lines that went from the logs: the quarantine names them no more. */
  readonly gone: Places;
  readonly inputs: ChangedInputs;
  readonly since: { readonly at: string; readonly receipt: string };
}

/** A file of a data set before and after. */
export interface FileChange {
  readonly file: string;
  readonly removed: number;
  readonly of: number;
  readonly before: string;
  /** `undefined` where nothing was left. */
  readonly after: WrittenFile | undefined;
}

/**
 * Builds the data set without what goes beside it, hands what it will be to `settle`, and puts it in the place of the old
 * one, all of it at once.
 * @throws CannotTell when rows and provenance do not fit together; the old data set stays then
 */
export async function rewriteDataSet(
  plan: DataSetPlan,
  staging: Staging,
  settle: (changes: readonly FileChange[], manifest_sha256: string) => void,
): Promise<void> {
  const { folder, manifest } = plan.set;
  const name = basename(folder);
  const target = join(staging.folder, name);
  rmSync(target, { recursive: true, force: true }); // of one that could not be told
  // Here, as most erasures touch no data set, and the formats' schemas take longer to load than all of `forget`.
  const { formatNamed } = await import('../../formats/index.ts');
  const { targetNamed } = await import('../../targets/index.ts');
  const { rewriteBeside } = await import('./rewriteBeside.ts');
  const format = formatNamed(manifest.format);
  const trainer = manifest.target === undefined ? undefined : targetNamed(manifest.target);
  mkdirSync(target);
  const changes: FileChange[] = [];
  for (const split of plan.splits) {
    if (split.removed.size > 0) changes.push(...(await rewriteSplit(folder, target, split)));
  }
  changes.push(...(await rewriteQuarantine(plan, target)));
  changes.push(
    ...(await rewriteBeside(plan.set, target, outputsAfter(manifest.outputs, changes), { format, trainer })),
  );
  const outputs = outputsAfter(manifest.outputs, changes);
  const lighter = manifestAfter(manifest, plan.splits, outputs, plan.inputs, plan.since);
  const card = await rewriteCard(plan, target, lighter);
  const final = card === undefined ? lighter : { ...lighter, outputs: outputsAfter(outputs, [card]) };
  const written = await writeText(join(target, 'manifest.json'), `${JSON.stringify(final, null, 2)}\n`);
  takeOver(
    folder,
    target,
    new Set(['manifest.json', ...changes.map(({ file }) => file), ...(card === undefined ? [] : [card.file])]),
  );
  settle(changes, written.sha256);
  staging.replaceFolder(name, folder);
}

async function rewriteSplit(folder: string, target: string, split: SplitPlan): Promise<FileChange[]> {
  const left = split.rows - split.removed.size;
  const files = [split.file, split.provenance];
  if (left === 0) {
    return files.map((file) => ({ ...countsOf(split), file, before: sha256Of(join(folder, file)), after: undefined }));
  }
  const changes: FileChange[] = [];
  for (const file of files) {
    const after = await filterRows(join(folder, file), join(target, file), split);
    changes.push({ ...countsOf(split), file, before: sha256Of(join(folder, file)), after });
  }
  return changes;
}

function countsOf({ removed, rows }: SplitPlan): Pick<FileChange, 'removed' | 'of'> {
  return { removed: removed.size, of: rows };
}

async function rewriteQuarantine(
  { set: { folder, manifest }, gone }: DataSetPlan,
  target: string,
): Promise<FileChange[]> {
  const output = manifest.outputs.find(({ file }) => file === 'quarantine.jsonl');
  if (output === undefined) return [];
  const path = join(folder, output.file);
  const lines = quarantineLines(path);
  const left = lines.filter((line) => !isGone(line, gone));
  const removed = lines.length - left.length;
  if (removed === 0) return [];
  const change = { file: output.file, removed, of: lines.length, before: sha256Of(path) };
  if (left.length === 0) return [{ ...change, after: undefined }];
  return [{ ...change, after: await writeText(join(target, output.file), left.map((line) => `${line}\n`).join('')) }];
}

function outputsAfter(outputs: readonly ManifestOutput[], changes: readonly FileChange[]): ManifestOutput[] {
  return outputs.flatMap((output) => {
    const change = changes.find(({ file }) => file === output.file);
    if (change === undefined) return [output];
    return change.after === undefined ? [] : [{ ...output, rows: output.rows - change.removed, ...change.after }];
  });
}
