import { facts, heading, indented, page, paragraph, section } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { bytes, count, duration, integer, percent, shareOf } from './numbers.ts';
import { table } from './table.ts';
import { cutFront, safe } from './text.ts';
import type { ProblemPlace, ValidateProblem, ValidateReport } from './types.ts';

/** `curate validate` for people: what the data set is, each problem with its places and its cure, and the verdict. */
export function renderValidate(report: ValidateReport, look: Look): string {
  return page(
    section(`${safe(report.path)} ${looksLike(report)}`, fileTable(report, look), look),
    ...report.problems.map((problem) => problemLines(problem, look)),
    [...summary(report, look)],
    [verdict(report, look)],
  );
}

function looksLike({ format, guessed, target, files }: ValidateReport): string {
  const splits = new Set(files.flatMap(({ split }) => split ?? [])).size;
  const parts = [
    format === null ? unnamed(files) : `${guessed ? 'looks like' : 'is'} ${format}`,
    splits === files.length && splits > 1 ? count(splits, 'split') : count(files.length, 'file'),
    target === null ? '' : `for ${target}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function unnamed(files: ValidateReport['files']): string {
  return files.every(({ format }) => format === null) ? 'is of no format that is known' : 'holds several formats';
}

function fileTable({ files }: ValidateReport, look: Look): string[] {
  return table(
    [
      { title: 'file', fill: true },
      { title: 'split' },
      { title: 'format' },
      { title: 'rows', align: 'right' },
      { title: 'size', align: 'right' },
    ],
    files.map((file) => [
      (room: number) => cutFront(safe(file.file), room, signsOf(look).cut),
      file.split ?? '-',
      file.format ?? 'unknown',
      integer(file.rows),
      bytes(file.bytes),
    ]),
    look,
  );
}

function problemLines(
  { problem, detail, severity, count: times, sentence, cure, places }: ValidateProblem,
  look: Look,
): string[] {
  const { paint } = look;
  const signs = signsOf(look);
  const colour = severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.dim;
  const sign = severity === 'error' ? signs.no : severity === 'warning' ? signs.warn : signs.dot;
  const name = detail === '' ? problem : `${problem} ${detail}`;
  const title = `${sign} ${severity} ${safe(name)} (${integer(times)})`;
  return [
    ...heading(title, { ...look, paint: { ...paint, bold: colour } }),
    ...indented(paragraph(`${capital(sentence)}. ${cure}`, look)),
    ...indented(placeLines(places, times, look), 4),
  ];
}

function placeLines(places: readonly ProblemPlace[], times: number, look: Look): string[] {
  const lines = places.map(({ file, line, key, note }) =>
    safe(
      [`${file}${line === 0 ? '' : `:${line}`}`, key, note === undefined ? '' : `(${note})`].filter(Boolean).join(' '),
    ),
  );
  if (times > places.length) lines.push(look.paint.dim(`and ${integer(times - places.length)} more`));
  return lines;
}

function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

function* summary(report: ValidateReport, look: Look): Generator<string> {
  const { tokens, labels, personal_data, rows, seconds } = report;
  yield* facts(
    [
      count(rows, 'row'),
      tokens === null
        ? ''
        : `${integer(tokens.total)} tokens${tokens.tokenizer === null ? ' (estimated)' : ` (${safe(tokens.tokenizer)})`}: median ${integer(tokens.p50)}, 95 % below ${integer(tokens.p95)}, longest ${integer(tokens.max)}`,
      labels === null
        ? ''
        : `labels: ${integer(labels.wanted)} true, ${integer(labels.unwanted)} false (${percent(shareOf(labels.wanted, labels.wanted + labels.unwanted))} true)`,
      personal_data === null ? 'personal data not looked for' : '',
      duration(seconds),
    ],
    look,
    0,
  );
}

function verdict({ errors, warnings, reader }: ValidateReport, look: Look): string {
  const { paint } = look;
  const signs = signsOf(look);
  if (errors > 0)
    return paint.red(`${signs.no} ${count(errors, 'error')}: ${reader} would refuse, drop or change rows`);
  if (warnings > 0)
    return paint.yellow(`${signs.warn} ${count(warnings, 'warning')}, no errors: ${reader} would take it`);
  return paint.green(`${signs.yes} No problems: ${reader} would take it`);
}
