import { type Command, Option } from 'commander';
import { GateFailed } from '../errors.ts';
import type { PruneReport } from '../report/types.ts';
import { wholeNumber, withFolderFlags, workersOption } from './options.ts';

interface PruneFlags {
  readonly config?: string;
  readonly data: string;
  readonly olderThan?: number;
  readonly dryRun?: true;
  readonly json?: true;
  readonly quiet?: true;
  readonly workers?: number;
}

/** Days in a century: what is kept for longer is kept for good. */
const MOST_DAYS = 36_525;

/** Adds `curate prune`: removes raw logs that are older than they may be. */
export function registerPrune(program: Command): void {
  withFolderFlags(program.command('prune'))
    .summary('remove raw logs that are older than the config allows')
    .description(
      'Removes raw logs older than `privacy.retention_days`, once every export has them, and keeps in <data>/archive/ what exports need of them: scrubbed text, with pseudonyms for ids. Exits with 1 when a log had to stay.',
    )
    .addOption(
      new Option('--older-than <days>', 'instead of `privacy.retention_days`').argParser(wholeNumber(1, MOST_DAYS)),
    )
    .option('--dry-run', 'say what would be removed, and change nothing')
    .option('--json', 'print one JSON object and nothing else')
    .option('--quiet', 'print no progress and no notes; nothing at all when all is well')
    .addOption(workersOption())
    .action(prune);
}

async function prune(flags: PruneFlags): Promise<void> {
  const { runPrune } = await import('../engine/prune/runPrune.ts');
  const { idKey, noteWithoutKey, projectOf, warn } = await import('./context.ts');
  const { startProgress } = await import('../report/spinner.ts');
  const dryRun = flags.dryRun === true;
  const project = await projectOf({ ...flags, cache: true }, dryRun ? 'read' : 'use');
  warn(flags, [...project.warnings, ...project.peopleWarnings]);
  const display = startProgress(process.stderr, { quiet: flags.quiet === true });
  const request = { older_than: flags.olderThan, dry_run: dryRun, id_key: idKey(), workers: flags.workers };
  const report = await runPrune(project, { ...request, now: new Date(), listener: display }).finally(() =>
    display.done(),
  );
  await show(report, flags);
  if (report.files.some(({ archive }) => archive !== null)) noteWithoutKey(flags);
  if (report.stayed > 0) {
    const what = report.stayed === 1 ? 'a log' : `${report.stayed} logs`;
    throw new GateFailed(`${what} older than ${report.older_than_days} days had to stay; \`curate prune\` says why.`);
  }
}

async function show(report: PruneReport, flags: PruneFlags): Promise<void> {
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
    return;
  }
  if (flags.quiet && report.stayed === 0) return;
  const { renderPrune } = await import('../report/prune.ts');
  const { lookFor } = await import('../report/look.ts');
  process.stdout.write(renderPrune(report, lookFor(process.stdout)));
}
