import { type Command, Option } from 'commander';
import { version } from '../version.ts';
import { type CommonFlags, wholeNumber, withFolderFlags, workersOption } from './options.ts';

interface DiffFlags extends Omit<CommonFlags, 'since' | 'until'> {
  readonly number: number;
}

/** Adds `curate diff`: what is different about two exports, and why. */
export function registerDiff(program: Command): void {
  withFolderFlags(program.command('diff'))
    .summary('compare two exports: rows added, gone, moved, changed, and why')
    .description(
      'Compares two exports of one format by their provenance: which rows are added, gone, changed, or in another split, and why, as far as manifests tell. Where NEW is what the logs of the data folder make today, the reasons for which rows are gone are told exactly. Writes nothing.',
    )
    .argument('<old>', 'the folder of an export, or a copy of it')
    .argument('<new>', 'the folder of a later one')
    .addOption(
      new Option('-n, --number <n>', 'how many ids to name of each reason').argParser(wholeNumber(0, 1000)).default(5),
    )
    .option('--json', 'print one JSON object and nothing else')
    .option('--quiet', 'print no progress and no notes')
    .option('--no-cache', 'read every log anew, and keep nothing of it for the next run')
    .addOption(workersOption())
    .action(diff);
}

async function diff(oldFolder: string, newFolder: string, flags: DiffFlags): Promise<void> {
  const { openExportedSet } = await import('../engine/diff/exportedSet.ts');
  const { exportDiff } = await import('../engine/diff/exportDiff.ts');
  const old = openExportedSet(oldFolder);
  const other = openExportedSet(newFolder);
  const { since, until } = other.manifest.period;
  const verdictsFor = async (manifest: typeof other.manifest) => {
    const { projectOf } = await import('./context.ts');
    const engine = await import('../engine/diff/verdicts.ts');
    const { startProgress } = await import('../report/spinner.ts');
    const days = { ...(since === null ? {} : { since }), ...(until === null ? {} : { until }) };
    const project = await projectOf({ ...flags, ...days });
    const display = startProgress(process.stderr, { quiet: flags.quiet === true });
    return engine.verdictsFor(project, manifest, version(), flags.workers, display).finally(() => display.done());
  };
  const report = await exportDiff(old, other, { most: flags.number, verdictsFor });
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
    return;
  }
  const { renderExportDiff } = await import('../report/exportDiff.ts');
  const { lookFor } = await import('../report/look.ts');
  process.stdout.write(renderExportDiff(report, lookFor(process.stdout)));
}
