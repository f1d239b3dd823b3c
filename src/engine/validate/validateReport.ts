import { summarize } from '../../measures/statistics.ts';
import type { TokenizerPlan } from '../../pipeline/recordPlan.ts';
import type { TokenSummary, ValidateReport } from '../../report/types.ts';
import type { CheckedFile } from './checkedFile.ts';
import type { DataSet } from './dataSet.ts';
import type { Prints } from './prints.ts';
import type { ProblemTable } from './problemTable.ts';
import type { ValidateSettings } from './validateData.ts';

/** What is told of a data set in the end. */
export function validateReport(
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
  const wanted = checked.reduce((sum, file) => sum + file.wanted, 0);
  const unwanted = checked.reduce((sum, file) => sum + file.unwanted, 0);
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
