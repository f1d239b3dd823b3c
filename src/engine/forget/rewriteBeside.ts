import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_OPTIONS, type Format } from '../../formats/format.ts';
import type { Target } from '../../targets/target.ts';
import { besideFiles, datasetOf } from '../export/besideFiles.ts';
import type { ManifestOutput } from '../export/manifest.ts';
import { writeText } from '../export/writeText.ts';
import { sha256Of } from '../hashFile.ts';
import type { DataSet } from './dataSets.ts';
import type { FileChange } from './rewriteDataSet.ts';

/** How a data set was written. */
export interface Kind {
  readonly format: Format;
  readonly trainer: Target | undefined;
}

/**
 * The files for the trainer as they are for what is left: they name the splits, and one of them may be gone.
 * @param target the folder of the new data set
 * @param outputs what is left
 */
export async function rewriteBeside(
  { folder, manifest: { shape, outputs: before } }: DataSet,
  target: string,
  outputs: readonly ManifestOutput[],
  { format, trainer }: Kind,
): Promise<FileChange[]> {
  if (trainer === undefined) return [];
  const { columns } = format.open(shape, { ...DEFAULT_OPTIONS, ...trainer.options });
  const changes: FileChange[] = [];
  for (const [file, text] of besideFiles(trainer, datasetOf(format.name, shape, columns, outputs))) {
    const path = join(folder, file);
    if (!before.some((output) => output.file === file) || readFileSync(path, 'utf8') === text) continue;
    const after = await writeText(join(target, file), text);
    changes.push({ file, removed: 0, of: 0, before: sha256Of(path), after });
  }
  return changes;
}
