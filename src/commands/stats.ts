import type { Command } from 'commander';
import { type CommonFlags, withCommonFlags, withTimings } from './options.ts';

/** Adds `curate stats`: what came in, and where rows were lost. */
export function registerStats(program: Command): void {
  withTimings(withCommonFlags(program.command('stats')))
    .summary('show what came in and where rows were lost')
    .description(
      'Reads all logs and shows totals, days, feedback, languages, lengths, and why rows were dropped. Writes nothing.',
    )
    .action(stats);
}

async function stats(flags: CommonFlags): Promise<void> {
  const { lookAtProject } = await import('./context.ts');
  const { statsReport } = await import('../engine/statsReport.ts');
  const { project, decided } = await lookAtProject(flags);
  const report = statsReport(project, decided);
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
    return;
  }
  const { renderStats } = await import('../report/stats.ts');
  const { lookFor } = await import('../report/look.ts');
  process.stdout.write(renderStats(report, lookFor(process.stdout)));
}
