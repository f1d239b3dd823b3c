import { type Command, Option } from 'commander';
import { GateFailed } from '../errors.ts';
import type { ExportReport, ExportsReport } from '../report/types.ts';
import { type CommonFlags, withCommonFlags, withTimings } from './options.ts';

interface ExportFlags extends CommonFlags {
  readonly format?: string;
  readonly for?: string;
  readonly out?: string;
  readonly split?: 'train' | 'val' | 'test';
  readonly resetSplits?: boolean;
  readonly compress?: 'none' | 'gz';
  readonly container?: 'auto' | 'jsonl' | 'json' | 'parquet' | 'csv';
}

/** Adds `curate export`: from the raw logs to train, val and test in one or more formats. */
export function registerExport(program: Command): void {
  withTimings(withCommonFlags(program.command('export')))
    .summary('write train, val and test in one or more formats')
    .description(
      'Reads all logs, keeps what is good, and writes a data set to <data>/curated/<format>/, or with --for to <data>/curated/<target>/. The folder is replaced when the new one is whole; whatever happens before that, the old one stays as it was.',
    )
    .option('--format <names>', 'one format, several with commas, or all (curate stages lists them)')
    .option('--for <target>', 'the trainer it is for: its format, names and rules (curate targets lists them), or none')
    .option(
      '-o, --out <path>',
      'a folder, one FILE.jsonl (.json, .parquet, .csv) without splits, or - for standard output',
    )
    .addOption(new Option('--split <name>', 'with -o FILE or -o -: this split alone').choices(['train', 'val', 'test']))
    .addOption(
      new Option('--container <kind>', 'what the rows are put into; auto: JSON lines, but for json and csv').choices([
        'auto',
        'jsonl',
        'json',
        'parquet',
        'csv',
      ]),
    )
    .addOption(new Option('--compress <how>', 'gz writes train.jsonl.gz and so on').choices(['none', 'gz']))
    .option('--reset-splits', 'forget which split everything was published in, and deal anew')
    .action(exportData);
}

async function exportData(flags: ExportFlags): Promise<void> {
  const { runExport } = await import('../engine/export/runExport.ts');
  const { idKey, note, noteWithoutKey, projectOf, warn } = await import('./context.ts');
  const { startProgress } = await import('../report/spinner.ts');
  const project = await projectOf(flags);
  warn(flags, [...project.warnings, ...project.peopleWarnings]);
  const display = startProgress(process.stderr, { quiet: flags.quiet === true });
  let report: ExportReport | ExportsReport;
  try {
    const request = { ...flags, reset_splits: flags.resetSplits, id_key: idKey() };
    report = await runExport(project, { ...request, listener: display, stdout: process.stdout });
  } finally {
    display.done();
  }
  await show(report, flags);
  if ('formats' in report && report.left_out !== undefined) {
    const names = report.left_out.join(', ');
    note(flags, `note: left out ${names}: no feedback makes a row of them. \`--format NAME\` tells why.`);
  }
  if (flags.resetSplits === true) {
    note(
      flags,
      'note: all splits were dealt anew: what was test before may be in train now, so a model that was trained on an earlier export must not be measured by this one. Data sets in other formats are as they were; export them again.',
    );
  }
  for (const split of emptySplits(report, project.config.split)) {
    note(
      flags,
      `note: ${split} has no rows, though \`split.${split}\` is more than 0. What shares a key of \`split.by\` is never divided, and what was published stays where it is; \`curate check\` says whether one group has too much.`,
    );
  }
  if (flags.since !== undefined || flags.until !== undefined) {
    note(
      flags,
      'note: this export holds the days asked for alone; the next one without --since and --until holds all again.',
    );
  }
  if (asksForAll(flags.format ?? project.config.export.format) && project.config.export.chat_template === null) {
    note(flags, 'note: the format text is left out, because `export.chat_template` names no chat template.');
  }
  noteWithoutKey(flags);
  refuseProblems(report);
}

/** Ours: of so many examples a split with a share that is worth its name has some. */
const FEWEST_EXAMPLES = 100;

/** The splits of a data set that should have rows, and have none. */
function emptySplits(report: ExportReport | ExportsReport, shares: Readonly<Record<'val' | 'test', number>>) {
  const one = 'formats' in report ? report.formats[0] : report;
  // Only an export into a folder is compared across its splits.
  if (one?.leaks === undefined) return [];
  const { train, val, test } = one.splits;
  if (train + val + test < FEWEST_EXAMPLES) return [];
  return (['val', 'test'] as const).filter((split) => one.splits[split] === 0 && shares[split] > 0);
}

/** @throws GateFailed when the trainer would refuse what was written */
function refuseProblems(report: ExportReport | ExportsReport): void {
  if ('formats' in report) return;
  const errors = (report.problems ?? []).filter(({ level }) => level === 'error');
  if (errors.length === 0) return;
  throw new GateFailed(
    `the data is written, but ${report.target} would refuse it: ${errors.map(({ text }) => text).join('; ')}.`,
  );
}

function asksForAll(names: string | readonly string[]): boolean {
  return (typeof names === 'string' ? names.split(',') : names).some((name) => name.trim() === 'all');
}

async function show(report: ExportReport | ExportsReport, flags: ExportFlags): Promise<void> {
  // With -o - standard output is the data's alone; the report goes where notes go.
  const stream = flags.out === '-' ? process.stderr : process.stdout;
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(stream, report);
    return;
  }
  if (flags.quiet) return;
  const { renderExport } = await import('../report/export.ts');
  const { lookFor } = await import('../report/look.ts');
  stream.write(renderExport(report, lookFor(stream)));
}
