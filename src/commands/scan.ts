import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Scanned } from '../engine/scan/scanAll.ts';
import type { ScanPlan } from '../engine/scan/scanPlan.ts';
import type { ScanSources } from '../engine/scan/scanSources.ts';
import type { ScanTally } from '../engine/scan/scanTally.ts';
import { GateFailed, ReaderGone } from '../errors.ts';
import type { ScanReport } from '../report/types.ts';
import { withFolderFlags, workersOption } from './options.ts';

interface ScanFlags {
  readonly config?: string;
  readonly data: string;
  readonly all?: true;
  readonly entities?: string;
  readonly minScore?: number;
  readonly failOn?: string;
  readonly json?: true;
  readonly quiet?: true;
  readonly workers?: number;
}

/** Adds `curate scan [FILES…]`: which personal data is where. */
export function registerScan(program: Command): void {
  withFolderFlags(program.command('scan'))
    .summary('tell what personal data is where, in logs and data sets')
    .description(
      'Looks for personal data and tells entity, file, line, field and offsets, never the text. Reads logs, feedback, plain text and exported data sets, plain or .gz; changes nothing.',
    )
    .argument(
      '[files...]',
      'files or folders, - for standard input (default: the raw logs, the archive and <data>/curated)',
    )
    .option('--entities <names>', 'only these, with commas between, whether the config keeps them or not')
    .option('--all', 'also what the config keeps')
    .addOption(new Option('--min-score <n>', 'only what is at least as sure, 0 to 1').argParser(score))
    .option('--fail-on <names>', 'exit with 1 when one of these is found; any: when anything is')
    .option('--json', 'print one JSON object a finding, each on its line, and nothing else')
    .option('--quiet', 'print no progress and no notes')
    .addOption(workersOption())
    .action(scan);
}

async function scan(names: readonly string[], flags: ScanFlags): Promise<void> {
  const { failOn, scanPlan } = await import('../engine/scan/scanPlan.ts');
  const { scanSources } = await import('../engine/scan/scanSources.ts');
  const { openProject } = await import('../engine/project.ts');
  const project = await openProject({ config: flags.config, data: flags.data, cache: 'off' });
  const request = { all: flags.all, entities: flags.entities, min_score: flags.minScore, fail_on: flags.failOn };
  const plan = scanPlan(project.config, request);
  const { files, passed_over } = await scanSources(project, names);
  const { ScanTally } = await import('../engine/scan/scanTally.ts');
  const tally = new ScanTally();
  await scanInto(tally, files, plan, flags);
  const leftOut = flags.entities === undefined ? plan.entities.filter((entity) => !plan.told.has(entity)) : [];
  await show(tally.report(files.length, passed_over, leftOut), flags);
  gate(tally, failOn(request, plan.entities));
}

/** Counts all findings, and prints them where that is wanted. */
async function scanInto(
  tally: ScanTally,
  files: ScanSources['files'],
  plan: ScanPlan,
  flags: ScanFlags,
): Promise<void> {
  const { scanAll } = await import('../engine/scan/scanAll.ts');
  const { isScanFile } = await import('../engine/scan/scanSources.ts');
  const { withPool } = await import('../engine/decideProject.ts');
  const { startProgress } = await import('../report/spinner.ts');
  const display = startProgress(process.stderr, { quiet: flags.quiet === true });
  const inputs = { conversations: files.filter(isScanFile), feedback: [] };
  let printing = flags.json === true;
  try {
    await withPool(inputs, flags.workers, async (pool) => {
      for await (const scanned of scanAll(files, plan, pool, process.stdin, display)) {
        tally.add(scanned);
        // A reader that has seen enough is no reason to forget the gate.
        if (printing) printing = await print(scanned, flags.failOn !== undefined);
      }
    });
  } finally {
    display.done();
  }
}

/** @returns false when nobody reads any more */
async function print({ file, findings }: Scanned, goOn: boolean): Promise<boolean> {
  if (findings.length === 0) return true;
  const { toStream } = await import('../engine/toStream.ts');
  const lines = findings.map(({ line, field, start, end, entity, score }) =>
    JSON.stringify({ file, line, field, start, end, entity, score }),
  );
  try {
    await toStream(process.stdout, `${lines.join('\n')}\n`);
    return true;
  } catch (error) {
    if (goOn && error instanceof ReaderGone) return false;
    throw error;
  }
}

async function show(report: ScanReport, flags: ScanFlags): Promise<void> {
  const { renderScan, unscannedSentence } = await import('../report/scan.ts');
  if (!flags.json) {
    const { lookFor } = await import('../report/look.ts');
    process.stdout.write(renderScan(report, lookFor(process.stdout)));
    return;
  }
  const { note } = await import('./context.ts');
  const { unreadable, unscanned } = report;
  if (unreadable > 0) note(flags, `note: lines that could not be read, and were scanned as plain text: ${unreadable}.`);
  if (unscanned > 0) note(flags, `warning: ${unscannedSentence(unscanned)}`);
  if (report.passed_over.length > 0) note(flags, `note: files passed over as no text: ${report.passed_over.length}.`);
}

/** @throws GateFailed when something was found that must not be, or when nobody can say so of all */
function gate(tally: ScanTally, forbidden: 'any' | readonly string[]): void {
  if (forbidden.length === 0) return;
  const found = tally.countOf(forbidden);
  if (found > 0)
    throw new GateFailed(
      `${found === 1 ? '1 finding' : `${found} findings`} of personal data that must not be there (--fail-on).`,
    );
  if (tally.unscanned > 0)
    throw new GateFailed('a part could not be scanned, so nobody can say what is in it (--fail-on).');
}

function score(text: string): number {
  const value = Number(text);
  if (/^\d*\.?\d+$/.test(text) && value <= 1) return value;
  throw new InvalidArgumentError('It must be a number from 0 to 1.');
}
