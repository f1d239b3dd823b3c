import type { SplitName } from '../../pipeline/split/assign.ts';
import type { TargetProblem } from '../../report/types.ts';
import type { Target } from '../../targets/target.ts';

/** A file of rows as it was written. */
export interface WrittenSize {
  readonly split: SplitName;
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
}

/** What a trainer would say of the sizes of an export's files: errors where it refuses them, warnings where it takes less than all. */
export function targetProblems({ limits, title }: Target, files: readonly WrittenSize[]): TargetProblem[] {
  const rows = (split: SplitName) => files.find((file) => file.split === split)?.rows ?? 0;
  const [train, val] = [rows('train'), rows('val')];
  const problems: TargetProblem[] = [];
  const error = (text: string) => problems.push({ level: 'error', text });
  if (train === 0) error(`there is nothing to train on: the split train is empty`);
  else if (train < (limits.min_train ?? 0))
    error(`train has ${rowsIn(train)}, and ${title} refuses fewer than ${limits.min_train}`);
  if (train > (limits.max_train ?? Number.POSITIVE_INFINITY))
    error(`train has ${train} rows, and ${title} takes ${limits.max_train} at most`);
  if (val > 0 && val < (limits.min_val ?? 0))
    error(`val has ${rowsIn(val)}, and ${title} refuses fewer than ${limits.min_val}`);
  if (val > (limits.max_val ?? Number.POSITIVE_INFINITY))
    error(`val has ${val} rows, and ${title} takes ${limits.max_val} at most`);
  if (train + val > (limits.max_total ?? Number.POSITIVE_INFINITY))
    error(`train and val have ${train + val} rows together, and ${title} takes ${limits.max_total} at most`);
  for (const { file, bytes } of files) {
    if (bytes > (limits.max_bytes ?? Number.POSITIVE_INFINITY))
      error(`${file} has ${bytes} bytes, and ${title} takes ${limits.max_bytes} at most`);
  }
  if (val === 0 && train > 0)
    problems.push({ level: 'warning', text: 'the split val is empty: nothing watches the training' });
  return problems;
}

function rowsIn(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`;
}
