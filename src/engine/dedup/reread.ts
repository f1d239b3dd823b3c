import type { Digest } from '../../pipeline/digest.ts';
import { recordColumns } from '../export/taskColumns.ts';
import type { Plans } from '../plans.ts';
import type { Survey } from '../surveyLogs.ts';
import type { CompareTask } from '../tasks.ts';

/** Raw bytes that one task reads again: what a worker has in memory at a time, and some more where two rows have more. */
export const TASK_BYTES = 512 * 1024;

/** Where records are read again, and how. */
export interface Reread {
  readonly survey: Pick<Survey, 'files' | 'firstRow'> & { readonly digest: Digest };
  readonly plans: Pick<Plans, 'read' | 'survey'>;
  /** Where the plain bytes of each raw file are. */
  readonly paths: readonly string[];
}

/** What a task is told of the rows that it reads again. */
export function rereadColumns(
  { survey, plans, paths }: Reread,
  rows: readonly number[],
): Pick<CompareTask, 'sources' | 'records' | 'read' | 'plan'> {
  const exchanges = (place: number): number => survey.digest.rows.exchanges[rows[place] ?? 0] ?? 0;
  const columns = recordColumns(survey, { digest: survey.digest }, rows, exchanges, paths);
  return { ...columns, read: plans.read, plan: plans.survey };
}

/** Rows one after the other until they have `TASK_BYTES`. */
export function* rowBatches({ survey }: Reread, rows: Uint32Array): Generator<Uint32Array> {
  const { bytes } = survey.digest.rows;
  let from = 0;
  let size = 0;
  for (let at = 0; at < rows.length; at++) {
    size += bytes[rows[at] ?? 0] ?? 0;
    if (size < TASK_BYTES && at < rows.length - 1) continue;
    yield rows.subarray(from, at + 1);
    from = at + 1;
    size = 0;
  }
}
