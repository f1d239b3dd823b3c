import type { ExportShape, RowWriter } from '../../formats/format.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';
import type { Dataset, Target } from '../../targets/target.ts';
import type { ManifestOutput } from './manifest.ts';

/** The name that files beside the data give to a data set of ours; fixed, so that the same logs give the same bytes. */
const NAME = 'curated';

/** What was written, as a target's files speak of it. */
export function datasetOf(
  format: string,
  shape: ExportShape,
  columns: RowWriter['columns'],
  outputs: readonly ManifestOutput[],
): Dataset {
  const files = SPLITS.flatMap((split) => {
    const output = outputs.find((output) => output.split === split);
    return output === undefined ? [] : [[split, output.file] as const];
  });
  return { name: NAME, format, shape, columns, files: Object.fromEntries(files) };
}

/** The files that a target wants beside the data, name and text. */
export function besideFiles(target: Target | undefined, dataset: Dataset): readonly (readonly [string, string])[] {
  return target === undefined ? [] : Object.entries(target.beside(dataset));
}
