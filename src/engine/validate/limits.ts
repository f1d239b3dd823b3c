import type { Limits } from '../../targets/target.ts';
import type { Rules } from '../../validate/rules.ts';
import type { Split } from './dataFiles.ts';
import type { ProblemTable } from './problemTable.ts';

interface CountedFile {
  readonly name: string;
  readonly split: Split | undefined;
  readonly rows: number;
}

/** Whether there are as many rows as the trainer asks for, and no more than it takes. */
export function checkLimits(files: readonly CountedFile[], limits: Limits, table: ProblemTable, rules: Rules): void {
  const {
    min_train = 0,
    max_train = Number.POSITIVE_INFINITY,
    min_val = 0,
    max_val = Number.POSITIVE_INFINITY,
  } = limits;
  for (const { name, split, rows } of files) {
    if (rows === 0 || split === 'test') continue;
    const [least, most] = split === 'val' ? [min_val, max_val] : [min_train, max_train];
    const place = { file: name, line: 0, key: '' };
    if (rows < least) table.add('too_few_rows', { ...place, note: `${rows} of ${least}` }, rules);
    if (rows > most) table.add('too_many_rows', { ...place, note: `${rows}, at most ${most}` }, rules);
  }
  const all = files.filter(({ split }) => split !== 'test').reduce((sum, { rows }) => sum + rows, 0);
  const [first] = files;
  if (first !== undefined && limits.max_total !== undefined && all > limits.max_total)
    table.add(
      'too_many_rows',
      { file: first.name, line: 0, key: '', note: `${all} in all, at most ${limits.max_total}` },
      rules,
    );
}
