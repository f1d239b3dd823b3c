import type { Command } from 'commander';
import { type CommonFlags, wholeNumber, withCommonFlags } from './options.ts';

interface ClustersFlags extends CommonFlags {
  readonly n: number;
  readonly min: number;
}

/** Adds `curate clusters`: what was found to say the same, and which of it stays. */
export function registerClusters(program: Command): void {
  withCommonFlags(program.command('clusters'))
    .summary('list the largest clusters of duplicates')
    .description(
      'Lists the largest clusters of conversations that say the same or nearly so: their ids and places in the logs, which one stays, how similar the others are to it, and why they went. Writes nothing.',
    )
    .option('-n <clusters>', 'how many of them', wholeNumber(1, 10_000), 20)
    .option('--min <members>', 'only clusters of so many or more', wholeNumber(2, 1_000_000_000), 2)
    .action(clusters);
}

async function clusters(flags: ClustersFlags): Promise<void> {
  const { lookAtProject } = await import('./context.ts');
  const { clustersReport } = await import('../engine/clustersReport.ts');
  const { project, decided } = await lookAtProject(flags);
  const report = await clustersReport(project, decided, { most: flags.n, min: flags.min });
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
    return;
  }
  const { renderClusters } = await import('../report/clusters.ts');
  const { lookFor } = await import('../report/look.ts');
  process.stdout.write(renderClusters(report, lookFor(process.stdout)));
}
