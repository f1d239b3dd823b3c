import { indented, page, paragraph, section } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { count, integer } from './numbers.ts';
import { table } from './table.ts';
import { safe, wrap } from './text.ts';
import type { DiffReason, ExportDiffReport, FilesDiff } from './types.ts';

/** Ours: names of files and keys that are told; `--json` has them all. */
const MOST_NAMES = 6;

/** `curate diff` for people: how many rows, in which splits, why, and what was different about the runs. */
export function renderExportDiff(report: ExportDiffReport, look: Look): string {
  const { old, new: other, format } = report;
  const title = `${safe(old.folder)} to ${safe(other.folder)}, ${safe(format)}`;
  return page(
    section(title, summaryLines(report, look), look),
    section('Splits', splitLines(report, look), look),
    section('Why', whyLines(report, look), look),
    section('What is different about the runs', runLines(report, look), look),
  );
}

function summaryLines({ old, new: other, same, added, gone, changed, moved }: ExportDiffReport, look: Look): string[] {
  const parts = [
    `${integer(added)} added`,
    `${integer(gone)} gone`,
    `${integer(changed)} changed`,
    `${integer(moved)} in another split`,
    `${integer(same)} the same`,
  ];
  const rows = `${integer(old.rows)} to ${count(other.rows, 'row')}`;
  return [...paragraph(rows, look), ...paragraph(parts.join(` ${signsOf(look).dot} `), look)];
}

function splitLines({ splits, moves }: ExportDiffReport, look: Look): string[] {
  const right = { align: 'right' } as const;
  const rows = Object.entries(splits).map(([split, rows]) => [
    split,
    ...[rows.old, rows.new, rows.added, rows.gone, rows.changed, rows.moved_in, rows.moved_out].map(integer),
  ]);
  const titles = ['old', 'new', 'added', 'gone', 'changed', 'in', 'out'].map((title) => ({ title, ...right }));
  const moved = Object.entries(moves).map(([move, number]) => `${move}: ${count(number, 'row')}`);
  // A row that was held out must not be trained on: it has to catch the eye.
  const leaks = Object.keys(moves).some((move) => move.endsWith('> train'));
  const warning = `${signsOf(look).warn} rows that were held out are in train now`;
  return [...table([{}, ...titles], rows, look), ...moved, ...(leaks ? [look.paint.red(warning)] : [])];
}

function whyLines({ why, verdicts, gone }: ExportDiffReport, look: Look): string[] {
  const lines = why.flatMap((reason) => reasonLines(reason, look));
  if (gone === 0 || verdicts) return lines;
  const note =
    'Why rows are gone is told by the manifests alone, for the new export is not what the logs of this data folder make today. If it was made by another config, name that with --config.';
  return [...lines, '', ...paragraph(note, look).map(look.paint.dim)];
}

function reasonLines({ change, why, sentence, rows, ids }: DiffReason, look: Look): string[] {
  const more = rows - ids.length;
  const named = [...ids.map(safe), ...(more > 0 && ids.length > 0 ? [`and ${integer(more)} more`] : [])].join(', ');
  return [
    ...wrap(`${integer(rows)} ${change}: ${safe(why)}, ${sentence}`, look.width - 2),
    ...indented(wrap(named, look.width - 4).map(look.paint.dim)),
  ];
}

function runLines({ runs }: ExportDiffReport, look: Look): string[] {
  const { config, logs, feedback, files, period, reset, version } = runs;
  const facts = [
    version === null ? '' : `curate ${safe(version[0])}, then ${safe(version[1])}`,
    period ? 'other days were asked for' : '',
    reset ? 'all splits were dealt anew (--reset-splits)' : '',
    files ? 'files that the config names (benchmarks, a tokenizer)' : '',
    config.length === 0 ? '' : `config: ${named(config)}`,
    ...fileFacts('logs', logs),
    ...fileFacts('feedback', feedback),
  ].filter((fact) => fact !== '');
  return (facts.length === 0 ? ['nothing'] : facts).flatMap((fact) => paragraph(fact, look));
}

function fileFacts(kind: string, files: FilesDiff): string[] {
  const told = (what: string, names: readonly string[]): string =>
    names.length === 0 ? '' : `${kind} ${what}: ${named(names)}`;
  return [told('added', files.added), told('gone', files.gone), told('changed', files.changed)];
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(safe).join(', ');
  return names.length > MOST_NAMES ? `${shown} and ${integer(names.length - MOST_NAMES)} more` : shown;
}
