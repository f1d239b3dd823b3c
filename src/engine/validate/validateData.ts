import type { TokenizerPlan } from '../../pipeline/recordPlan.ts';
import type { ValidateReport } from '../../report/types.ts';
import { inOrder, type Pool } from '../pool.ts';
import type { ScanPlan } from '../scan/scanPlan.ts';
import { AllRows } from './allRows.ts';
import { CheckedFile } from './checkedFile.ts';
import { checkFile } from './checkFile.ts';
import { checkTogether, compareWithManifest } from './checkTogether.ts';
import type { DataSet } from './dataSet.ts';
import { type FilePart, partsOf } from './fileParts.ts';
import { nearCandidates, nearPairs } from './nearRows.ts';
import { ProblemTable } from './problemTable.ts';
import { type LinesOfPart, readShingles } from './rowShingles.ts';
import { validateReport } from './validateReport.ts';

export interface ValidateSettings {
  /** What is looked for as personal data; nothing without it. */
  readonly scan: ScanPlan | undefined;
  readonly max_tokens: number | undefined;
  /** By which tokens are counted; without it they are estimated. */
  readonly tokenizer: TokenizerPlan | undefined;
  readonly max_line_bytes: number;
}

/** Told how far the work is, in bytes. */
export interface ValidateListener {
  update(progress: {
    readonly phase: 'validate';
    readonly done: number;
    readonly total: number;
    readonly lines: number;
    readonly bytes: number;
  }): void;
}

/** Ours: rows of 500 bytes leave 600 MB of signatures then. */
const MOST_SIGNED_BYTES = 2_000_000_000;

/** Checks every row of a data set, in worker threads. */
export async function validateData(
  set: DataSet,
  settings: ValidateSettings,
  pool: Pool,
  listener: ValidateListener,
): Promise<Omit<ValidateReport, 'seconds'>> {
  const table = new ProblemTable(set.facts?.reasons);
  const readable = set.files.filter((file) => checkFile(file, set, table));
  const several = new Set(readable.map(({ file }) => file.split)).size > 1;
  const signatures = several && readable.reduce((sum, { file }) => sum + file.bytes, 0) <= MOST_SIGNED_BYTES;
  if (several && !signatures) table.add('near_not_checked', { file: set.path, line: 0, key: '' }, set.rules);
  const checked = new Map<string, CheckedFile>();
  const total = readable.reduce((sum, { file }) => sum + file.bytes, 0);
  const parts: LinesOfPart[] = [];
  let done = 0;
  let lines = 0;
  const run = async (part: FilePart) => ({ part, result: await pool.validate({ kind: 'validate', ...part }) });
  for await (const { part, result } of inOrder(pool, partsOf(readable, set, settings, signatures), run)) {
    const { file, range, plan } = part;
    const known = checked.get(file.path) ?? new CheckedFile(file, plan);
    checked.set(file.path, known);
    table.addGroups(result.groups, known.file, known.lines, set.rules);
    parts.push({ part, before: known.lines, lines: result.lines });
    known.add(result);
    done += range.end - range.start;
    lines += result.lines;
    listener.update({ phase: 'validate', done, total, lines, bytes: done });
  }
  const files = [...checked.values()];
  await compareWithManifest(set, pool, table);
  const all = new AllRows(files.map(({ file, split, printed }) => ({ file, split, prints: printed.finish() })));
  const candidates = nearCandidates(all);
  const near = nearPairs(candidates, all, await readShingles(candidates, all, parts, pool));
  checkTogether(files, { all, near }, set, table);
  return validateReport(set, settings, files, table);
}
