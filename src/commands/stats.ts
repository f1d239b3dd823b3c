import { type Command, Option } from 'commander';
import type { Decided } from '../engine/decideProject.ts';
import type { Pool } from '../engine/pool.ts';
import type { Project } from '../engine/project.ts';
import { type CommonFlags, withCommonFlags, withTimings } from './options.ts';

interface StatsFlags extends CommonFlags {
  readonly whatIf?: readonly string[];
  readonly thresholds?: string;
}

/** Adds `curate stats`: what came in, and where rows were lost. */
export function registerStats(program: Command): void {
  const whatIf = new Option(
    '--what-if <key=value>',
    'say what another setting would keep, such as min_answer_length.chars=20 (may be repeated)',
  ).argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]);
  const thresholds = new Option(
    '--thresholds <stage>',
    'say how many records each limit of a stage would keep, such as max_repetition.ngrams or feedback.min_stars',
  ).conflicts('whatIf');
  withTimings(withCommonFlags(program.command('stats')))
    .summary('show what came in and where rows were lost')
    .description(
      'Reads all logs and shows totals, days, feedback, languages, lengths, and why rows were dropped. Writes nothing.',
    )
    .addOption(whatIf)
    .addOption(thresholds)
    .action(stats);
}

async function stats(flags: StatsFlags): Promise<void> {
  const { lookWithPool } = await import('./context.ts');
  const { report, draw } = await lookWithPool(flags, (...seen) => answer(flags, ...seen));
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
    return;
  }
  const { lookFor } = await import('../report/look.ts');
  process.stdout.write(await draw(lookFor(process.stdout)));
}

type Look = import('../report/look.ts').Look;

/** What was asked for, and how it is drawn for people. */
interface Answer {
  readonly report: object;
  readonly draw: (look: Look) => Promise<string>;
}

async function answer(flags: StatsFlags, project: Project, decided: Decided, pool: Pool): Promise<Answer> {
  if (flags.whatIf !== undefined) {
    const { whatIf } = await import('../engine/whatif/whatIf.ts');
    const report = await whatIf(project, decided, flags.whatIf, pool);
    return { report, draw: async (look) => (await import('../report/whatIf.ts')).renderWhatIf(report, look) };
  }
  if (flags.thresholds !== undefined) {
    const { thresholds } = await import('../engine/whatif/thresholds.ts');
    const report = await thresholds(project, decided, flags.thresholds, pool);
    return { report, draw: async (look) => (await import('../report/whatIf.ts')).renderThresholds(report, look) };
  }
  const { statsReport } = await import('../engine/statsReport.ts');
  const report = statsReport(project, decided);
  return { report, draw: async (look) => (await import('../report/stats.ts')).renderStats(report, look) };
}
