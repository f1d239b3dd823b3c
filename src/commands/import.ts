import type { Command } from 'commander';
import { CurateError, GateFailed } from '../errors.ts';
import type { ImportReport } from '../report/types.ts';
import { withFolderFlags } from './options.ts';

interface ImportFlags {
  readonly config?: string;
  readonly data: string;
  readonly from?: readonly string[];
  readonly as?: string;
  readonly list?: true;
  readonly dryRun?: true;
  readonly json?: true;
  readonly quiet?: true;
}

/** Adds `curate import`: exports of other tools become daily files. */
export function registerImport(program: Command): void {
  withFolderFlags(program.command('import'))
    .summary('turn exports of other tools into daily logs')
    .description(
      'Turns exports of ChatGPT, ShareGPT, Open Assistant, LangSmith, Langfuse, Helicone, Open WebUI and LibreChat into daily files in <data>/training_logs. The same file imported again changes nothing. Exits with 1 when entries were refused.',
    )
    .option('--from <files...>', 'the export, plain or .gz, - for standard input; several files of one tool together')
    .option('--as <name>', 'the tool that wrote it (default: whose entries they look like)')
    .option('--list', 'list the tools, and where their exports are documented')
    .option('--dry-run', 'say what would be imported, and write nothing')
    .option('--json', 'print one JSON object and nothing else')
    .option('--quiet', 'print no progress and no notes')
    .action(runCommand);
}

async function runCommand(flags: ImportFlags): Promise<void> {
  if (flags.list) return list(flags);
  const { from = [] } = flags;
  if (from.length === 0)
    throw new CurateError('--from FILE is missing: the export to import. `curate import --list` names the tools.');
  const { runImport } = await import('../importers/run/runImport.ts');
  const { loadConfig } = await import('../config/load.ts');
  const { idKey, warn } = await import('./context.ts');
  const { config } = loadConfig(flags.config);
  const { startProgress } = await import('../report/spinner.ts');
  const display = startProgress(process.stderr, { quiet: flags.quiet === true });
  const report = await runImport({
    from,
    as: flags.as,
    data: flags.data,
    config,
    id_key: idKey(),
    dry_run: flags.dryRun === true,
    input: process.stdin,
    warn: (warning) => warn(flags, [warning]),
    display,
  }).finally(() => display.done());
  await show(report, flags);
  const { total } = report.refused;
  if (total > 0)
    throw new GateFailed(
      `${total === 1 ? '1 entry was' : `${total} entries were`} refused; the others ${flags.dryRun ? 'would be' : 'are'} imported.`,
    );
}

async function show(report: ImportReport, flags: ImportFlags): Promise<void> {
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
    return;
  }
  const { renderImport } = await import('../report/import.ts');
  const { lookFor } = await import('../report/look.ts');
  process.stdout.write(renderImport(report, lookFor(process.stdout)));
}

async function list(flags: ImportFlags): Promise<void> {
  const { IMPORTERS } = await import('../importers/index.ts');
  const report = { importers: IMPORTERS.map(({ name, summary, sources }) => ({ name, summary, sources })) };
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
    return;
  }
  const { renderImporters } = await import('../report/import.ts');
  const { lookFor } = await import('../report/look.ts');
  process.stdout.write(renderImporters(report, lookFor(process.stdout)));
}
