import { dirname } from 'node:path';
import { checkColumns, compareColumns, type TellOfFile } from '../../validate/columnProblems.ts';
import type { Pool } from '../pool.ts';
import type { AllRows } from './allRows.ts';
import type { CheckedFile } from './checkedFile.ts';
import type { DataSet } from './dataSet.ts';
import { findRepeats } from './leaks.ts';
import { checkLimits } from './limits.ts';
import type { RowPair } from './nearRows.ts';
import type { ProblemTable } from './problemTable.ts';

/** Files of an export are as they were written, unless someone wrote to them. */
export async function compareWithManifest(
  { exported, files, rules }: DataSet,
  pool: Pool,
  table: ProblemTable,
): Promise<void> {
  for (const { file } of files) {
    const written = exported?.sha256.get(file.listed);
    if (written === undefined || (await pool.hash({ kind: 'hash', file })) === written) continue;
    table.add('edited_by_hand', { file: file.name, line: 0, key: '' }, rules);
  }
}

/** What only many rows show. */
export function checkTogether(
  files: readonly CheckedFile[],
  { all, near }: { readonly all: AllRows; readonly near: readonly RowPair[] },
  set: DataSet,
  table: ProblemTable,
): void {
  const { rules, facts } = set;
  const tell: TellOfFile = (problem, file, line, key, note) =>
    table.add(problem, { file, line, key, ...(note !== undefined && { note }) }, rules);
  for (const file of files) {
    checkColumns(file, new Set(file.layout.parts.map(({ key }) => key.split('.')[0] ?? '')), tell);
    if (set.info?.layouts.has(file.listed)) checkListed(file, tell);
    const { wanted, unwanted } = file;
    const learned = file.split !== 'val' && file.split !== 'test';
    if (learned && wanted + unwanted > 1 && wanted * unwanted === 0) tell('one_label_only', file.file, 0, '');
  }
  compareFiles(files, set, tell);
  findRepeats(all, near, tell);
  const counted = files.map(({ file, split, rows }) => ({ name: file, split, rows }));
  if (facts !== undefined) checkLimits(counted, facts.limits, table, rules);
}

/** Columns that dataset_info.json names are there; those that a row must have are told by the row. */
function checkListed({ file, layout, columns, rows }: CheckedFile, tell: TellOfFile): void {
  if (rows === 0) return;
  for (const { key, required } of layout.parts) {
    if (!required && !columns.keys.has(key)) tell('missing_column', file, 1, key);
  }
}

/** Files of splits are loaded as one data set; those that dataset_info.json lists, or `configs:` tells apart, each by itself. */
function compareFiles(files: readonly CheckedFile[], { info, configs }: DataSet, tell: TellOfFile): void {
  if (info !== undefined) return;
  for (const [place, other] of files.entries()) {
    const first = files.find(({ listed }) => !configs || dirname(listed) === dirname(other.listed));
    if (first === undefined || files.indexOf(first) >= place) continue;
    if (other.layout.format === first.layout.format) compareColumns(first, other, tell);
    else tell('formats_differ', other.file, 1, '', `${other.layout.format}, ${first.layout.format} in ${first.file}`);
  }
}
