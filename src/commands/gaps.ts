import type { Command } from 'commander';
import { type CommonFlags, withCommonFlags } from './options.ts';

/** Adds `curate gaps`: of what there is too little. */
export function registerGaps(program: Command): void {
  withCommonFlags(program.command('gaps'))
    .summary('show of which languages, intents and so on there is too little')
    .description(
      'Lists labels below their share (of `balance` in the config, else the same for each), with how many examples are missing until the goal. Writes nothing.',
    )
    .action(gaps);
}

async function gaps(flags: CommonFlags): Promise<void> {
  const { lookAtProject } = await import('./context.ts');
  const { gapsReport } = await import('../engine/gapsReport.ts');
  const { project, decided } = await lookAtProject(flags);
  const report = gapsReport(project, decided);
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
    return;
  }
  const { renderGaps } = await import('../report/gaps.ts');
  const { lookFor } = await import('../report/look.ts');
  process.stdout.write(renderGaps(report, lookFor(process.stdout)));
}
