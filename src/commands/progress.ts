import { type Command, Option } from 'commander';
import { GateFailed } from '../errors.ts';
import { type CommonFlags, wholeNumber, withCommonFlags } from './options.ts';

interface ProgressFlags extends CommonFlags {
  readonly markdown?: true;
  readonly require?: number;
}

/** Adds `curate progress`: how far to the goal, how fast, when. */
export function registerProgress(program: Command): void {
  withCommonFlags(program.command('progress'))
    .summary('show how far it is to the goal, and when it is reached')
    .description(
      'Counts the good examples and shows the way to the goal: milestones, pace, the day it is reached. Writes nothing.',
    )
    .option('--markdown', 'print Markdown, for a bot that posts it')
    .addOption(
      new Option('--require <n>', 'exit with 1 when there are fewer good examples').argParser(wholeNumber(0, 1e12)),
    )
    .action(progress);
}

async function progress(flags: ProgressFlags): Promise<void> {
  const { lookAtProject } = await import('./context.ts');
  const { progressReport } = await import('../engine/progressReport.ts');
  const { project, decided } = await lookAtProject(flags);
  const report = progressReport(project, decided, new Date());
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
  } else if (flags.markdown) {
    const { renderProgressMarkdown } = await import('../report/progressMarkdown.ts');
    process.stdout.write(renderProgressMarkdown(report));
  } else {
    const { renderProgress } = await import('../report/progress.ts');
    const { lookFor } = await import('../report/look.ts');
    process.stdout.write(renderProgress(report, lookFor(process.stdout)));
  }
  if (flags.require !== undefined && report.kept < flags.require) {
    const { integer } = await import('../report/numbers.ts');
    throw new GateFailed(
      `${integer(report.kept)} good examples are fewer than the ${integer(flags.require)} required.`,
    );
  }
}
