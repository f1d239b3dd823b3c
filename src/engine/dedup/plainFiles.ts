import { join } from 'node:path';
import { openScratch } from '../export/scratch.ts';
import { pathsOf } from '../export/unpack.ts';
import { fileOfRow } from '../fileOfRow.ts';
import type { Pool } from '../pool.ts';
import type { Survey } from '../surveyLogs.ts';

/**
 * Gives `use` the paths of the plain bytes of all raw files, in which rows are read again at their offsets. Compressed files
 * with any of `rows` are unpacked beside the data meanwhile.
 */
export async function withPlainFiles<Result>(
  survey: Survey,
  data: string,
  rows: readonly Uint32Array[],
  pool: Pool,
  use: (paths: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const wanted = new Set<number>();
  if (survey.files.some(({ file }) => file.gzip))
    for (const some of rows) for (const row of some) wanted.add(fileOfRow(survey, row));
  const scratch = wanted.size === 0 ? { folder: '', close() {} } : openScratch(data);
  try {
    const target = join(scratch.folder, 'compared');
    return await use(await pathsOf(survey.files, (place) => wanted.has(place), target, pool));
  } finally {
    scratch.close();
  }
}
