import type { Format } from '../../formats/format.ts';
import type { SplitName } from '../../pipeline/split/assign.ts';
import type { ExportReport, ExportsReport } from '../../report/types.ts';
import type { Target } from '../../targets/target.ts';
import { feedbackAccount } from '../account.ts';
import type { Decided } from '../decideProject.ts';
import type { Project } from '../project.ts';
import type { Destination } from './destination.ts';
import type { FormatPlan } from './prepare.ts';

/** What was written, a path a format; `-` for standard output. */
export function outputsOf(destination: Destination): readonly string[] {
  if (destination.kind === 'stream') return ['-'];
  return destination.kind === 'file' ? [destination.path] : destination.targets;
}

/** What is told of an export beside its plans. */
export interface Exported {
  /** As they were asked for. */
  readonly formats: readonly Format[];
  readonly outputs: ReadonlyMap<Format | undefined, string>;
  readonly seconds: number;
  /** The one split that was written. */
  readonly only: SplitName | undefined;
  /** Whose rules were followed. */
  readonly target: Target | undefined;
}

/** The account of an export. */
export function reportOf(
  project: Project,
  { survey, decisions }: Decided,
  plans: readonly FormatPlan[],
  { formats, outputs, seconds, only, target }: Exported,
): ExportReport | ExportsReport {
  const joined = project.config.conversation.unit === 'session';
  const reports = plans.map(({ format, account, splits, examples, balance, problems, leaks }): ExportReport => {
    const written = (split: SplitName): number => (only === undefined || only === split ? (splits[split] ?? 0) : 0);
    return {
      command: 'export',
      format: format.name,
      ...(target !== undefined && { target: target.name }),
      out: outputs.get(format) ?? '',
      ...survey.counts,
      kept: account.kept,
      ...(joined || balance !== undefined ? { examples } : {}),
      ...(balance === undefined ? {} : { balance }),
      dropped: account.dropped,
      feedback: feedbackAccount(decisions, survey.feedbackCounts.malformed),
      splits: { train: written('train'), val: written('val'), test: written('test') },
      ...(leaks === undefined ? {} : { leaks }),
      seconds,
      funnel: account.funnel,
      ...(problems !== undefined && target !== undefined && { problems }),
    };
  });
  const timings = project.timer === undefined ? {} : { timings: project.timer.report(survey.counts.records) };
  const [first] = reports;
  if (reports.length === 1 && first !== undefined) return { ...first, ...timings };
  const left = formats.filter((format) => plans.every((plan) => plan.format !== format)).map(({ name }) => name);
  return { command: 'export', formats: reports, ...(left.length === 0 ? {} : { left_out: left }), seconds, ...timings };
}
