import type { Survey } from './surveyLogs.ts';

/** The place in `survey.files` of the file that a row comes from. */
export function fileOfRow({ firstRow }: Pick<Survey, 'firstRow'>, row: number): number {
  let low = 0;
  let high = firstRow.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((firstRow[middle] ?? 0) <= row) low = middle;
    else high = middle;
  }
  return low;
}
