import { summarize } from '../../measures/statistics.ts';
import type { TokenizerPlan } from '../../pipeline/recordPlan.ts';
import type { TokenSummary, ValidateReport } from '../../report/types.ts';
import { checkColumns, compareColumns, type TellOfFile } from '../../validate/columnProblems.ts';
import { addColumn, type ColumnNode, newColumn } from '../../validate/columns.ts';
import type { Layout } from '../../validate/layout.ts';
import { rangesOf } from '../fileWork.ts';
import { inOrder, type Pool } from '../pool.ts';
import type { ScanPlan } from '../scan/scanPlan.ts';
import { checkFile } from './checkFile.ts';
import type { DataSet, ReadyFile } from './dataSet.ts';
import { findRepeats } from './leaks.ts';
import { checkLimits } from './limits.ts';
import { type Prints, PrintsBuilder } from './prints.ts';
import { ProblemTable } from './problemTable.ts';
import type { ValidateResult } from './recordChecker.ts';
import type { ValidatePlan } from './validatePlan.ts';

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

/** What the rows of a file gave. */
interface CheckedFile {
  readonly file: string;
  readonly listed: string;
  readonly split: ReadyFile['file']['split'];
  lines: number;
  rows: number;
  readonly layout: Layout;
  readonly columns: ColumnNode;
  readonly csv: boolean;
  readonly printed: PrintsBuilder;
  readonly labels: [number, number];
}

/** As `dedup.ngram` of the config by default. */
const NGRAM = 3;

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
  const checked = new Map<ReadyFile, CheckedFile>();
  const parts = partsOf(readable, { ...settings, signatures, set });
  const total = readable.reduce((sum, { file }) => sum + file.bytes, 0);
  let done = 0;
  let lines = 0;
  const run = async (part: Part) => ({ part, result: await pool.validate({ kind: 'validate', ...part.task }) });
  for await (const { part, result } of inOrder(pool, parts, run)) {
    add(checkedFileOf(checked, part), result, table, set);
    done += part.task.range.end - part.task.range.start;
    lines += result.lines;
    listener.update({ phase: 'validate', done, total, lines, bytes: done });
  }
  await compareWithManifest(set, pool, table);
  const files = [...checked.values()];
  checkTogether(files, set, table);
  return report(set, settings, files, table);
}

interface Part {
  readonly ready: ReadyFile;
  readonly layout: Layout;
  readonly task: {
    readonly file: ReadyFile['file'];
    readonly range: { start: number; end: number };
    readonly plan: ValidatePlan;
  };
}

interface PartSettings extends ValidateSettings {
  readonly signatures: boolean;
  readonly set: DataSet;
}

function* partsOf(files: readonly ReadyFile[], settings: PartSettings): Generator<Part> {
  const { set, scan, max_tokens, tokenizer, max_line_bytes, signatures } = settings;
  for (const ready of files) {
    const { file, head, layout } = ready;
    if (layout === undefined) continue;
    const plan: ValidatePlan = {
      layout,
      rules: set.rules,
      target: set.target,
      shape: head.shape,
      scan,
      signatures,
      ngram: NGRAM,
      max_tokens,
      tokenizer,
      max_line_bytes,
    };
    const whole = head.shape !== 'lines' || file.gzip;
    const ranges = whole ? [{ start: 0, end: file.bytes }] : rangesOf({ ...file, array: false }, 0, file.bytes);
    for (const range of ranges) yield { ready, layout, task: { file, range, plan } };
  }
}

function checkedFileOf(checked: Map<ReadyFile, CheckedFile>, { ready, layout, task }: Part): CheckedFile {
  const known = checked.get(ready);
  if (known !== undefined) return known;
  const { name, listed, split } = ready.file;
  const file: CheckedFile = {
    file: name,
    listed,
    split,
    lines: 0,
    rows: 0,
    layout,
    columns: newColumn(),
    csv: task.plan.shape === 'csv',
    printed: new PrintsBuilder(task.plan.signatures),
    labels: [0, 0],
  };
  checked.set(ready, file);
  return file;
}

function add(file: CheckedFile, result: ValidateResult, table: ProblemTable, { rules }: DataSet): void {
  table.addGroups(result.groups, file.file, file.lines, rules);
  addColumn(file.columns, result.columns, file.lines);
  file.printed.append(result.prints, file.lines);
  file.labels[0] += result.labels[0];
  file.labels[1] += result.labels[1];
  file.rows += result.rows;
  file.lines += result.lines;
}

/** Files of an export are as they were written, unless someone wrote to them. */
async function compareWithManifest(
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
function checkTogether(files: readonly CheckedFile[], set: DataSet, table: ProblemTable): void {
  const { rules, facts } = set;
  const tell: TellOfFile = (problem, file, line, key, note) =>
    table.add(problem, { file, line, key, ...(note !== undefined && { note }) }, rules);
  for (const file of files) {
    checkColumns(file, new Set(file.layout.parts.map(({ key }) => key.split('.')[0] ?? '')), tell);
    if (set.info?.layouts.has(file.listed)) checkListed(file, tell);
    const [wanted, unwanted] = file.labels;
    if (wanted + unwanted > 1 && wanted * unwanted === 0) tell('one_label_only', file.file, 0, '');
  }
  compareFiles(files, set, tell);
  const printed = files.map(({ file, split, printed: rows }) => ({ file, split, prints: rows.finish() }));
  findRepeats(printed, tell);
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

/** Files of splits are loaded as one data set; those that dataset_info.json lists, each by itself. */
function compareFiles(files: readonly CheckedFile[], { info }: DataSet, tell: TellOfFile): void {
  const [first, ...others] = files;
  if (first === undefined || info !== undefined) return;
  for (const other of others) {
    if (other.layout.format === first.layout.format) compareColumns(first, other, tell);
    else tell('formats_differ', other.file, 1, '', `${other.layout.format}, ${first.layout.format} in ${first.file}`);
  }
}

function report(
  set: DataSet,
  { scan, tokenizer }: ValidateSettings,
  checked: readonly CheckedFile[],
  table: ProblemTable,
): Omit<ValidateReport, 'seconds'> {
  const problems = table.problems();
  const byName = new Map(checked.map((file) => [file.file, file] as const));
  const formats = new Set(set.files.map(({ layout }) => layout?.format ?? null));
  const [format = null] = formats;
  const errors = table.countOf('error');
  const wanted = checked.reduce((sum, file) => sum + file.labels[0], 0);
  const unwanted = checked.reduce((sum, file) => sum + file.labels[1], 0);
  return {
    command: 'validate',
    path: set.path,
    format: formats.size === 1 ? format : null,
    guessed: set.guessed,
    target: set.target ?? null,
    reader: set.reader,
    ok: errors === 0,
    files: set.files.map(({ file, layout }) => ({
      file: file.name,
      split: file.split ?? null,
      format: layout?.format ?? null,
      bytes: file.bytes,
      lines: byName.get(file.name)?.lines ?? 0,
      rows: byName.get(file.name)?.rows ?? 0,
    })),
    rows: checked.reduce((sum, { rows }) => sum + rows, 0),
    errors,
    warnings: table.countOf('warning'),
    notes: table.countOf('note'),
    problems,
    tokens: tokenSummary(
      checked.map(({ printed }) => printed.finish()),
      tokenizer,
    ),
    personal_data:
      scan === undefined
        ? null
        : Object.fromEntries(
            problems.flatMap(({ problem, detail, count }) => (problem === 'personal_data' ? [[detail, count]] : [])),
          ),
    labels: wanted + unwanted === 0 ? null : { wanted, unwanted },
  };
}

function tokenSummary(files: readonly Prints[], tokenizer: TokenizerPlan | undefined): TokenSummary | null {
  const all = new Float64Array(files.reduce((sum, { tokens }) => sum + tokens.length, 0));
  let at = 0;
  for (const { tokens } of files) {
    all.set(tokens, at);
    at += tokens.length;
  }
  if (all.length === 0) return null;
  return { tokenizer: tokenizer?.name ?? null, total: all.reduce((sum, tokens) => sum + tokens, 0), ...summarize(all) };
}
