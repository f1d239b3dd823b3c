import type { Command } from 'commander';
import { GateFailed } from '../errors.ts';
import { type CommonFlags, withCommonFlags } from './options.ts';

/** Adds `curate check`: what a run would do, and what looks wrong; changes nothing. */
export function registerCheck(program: Command): void {
  withCommonFlags(program.command('check'))
    .summary('say what a run would do and what looks wrong')
    .description(
      'Reads the config and the logs and says what an export would do and what looks wrong. Changes nothing. Exits with 1 when it finds a problem.',
    )
    .action(check);
}

async function check(flags: CommonFlags): Promise<void> {
  const { projectOf } = await import('./context.ts');
  const { checkReport } = await import('../engine/checkReport.ts');
  const { startProgress } = await import('../report/spinner.ts');
  const project = await projectOf(flags, 'read');
  const display = startProgress(process.stderr, { quiet: flags.quiet === true });
  const report = await checkReport(project, flags.workers, display).finally(() => display.done());
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
  } else {
    const { renderCheck } = await import('../report/check.ts');
    const { lookFor } = await import('../report/look.ts');
    process.stdout.write(renderCheck(report, lookFor(process.stdout)));
  }
  const errors = report.problems.filter(({ level }) => level === 'error').length;
  if (errors > 0) {
    throw new GateFailed(
      `${errors === 1 ? 'a problem keeps' : `${errors} problems keep`} an export from being what you want; see above.`,
    );
  }
}
