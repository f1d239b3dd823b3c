import { lastDays } from '../measures/calendar.ts';
import { gauge, sparkline } from './bars.ts';
import { longDate } from './dates.ts';
import { forecastWords } from './forecastWords.ts';
import { page, paragraph, section } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { decimal, integer, percent, rate } from './numbers.ts';
import { table } from './table.ts';
import type { MilestoneReport, ProgressReport, TargetReport } from './types.ts';

const DAYS_SHOWN = 28;

/** `curate progress` for people: how far, how fast, when, and what is still missing. */
export function renderProgress(report: ProgressReport, look: Look): string {
  const title = `Progress to ${integer(report.goal)} good examples`;
  const asOf = report.as_of === null ? 'no logs yet' : `logs up to ${longDate(report.as_of)}`;
  return page(
    section(title, wayLines(report, look), look, asOf),
    section('Pace', paceLines(report, look), look),
    section('Milestones', milestoneLines(report, look), look),
    section('Targets', targetLines(report.targets, look), look),
  );
}

function wayLines({ kept, goal, percent: done }: ProgressReport, look: Look): string[] {
  const share = percent(done / 100);
  const togo = kept >= goal ? 'goal reached' : `${integer(goal - kept)} to go`;
  return [
    `${gauge(done / 100, look.width - 4 - share.length, look)}  ${look.paint.bold(share)}`,
    `${integer(kept)} kept, ${togo}`,
  ];
}

function paceLines(report: ProgressReport, look: Look): string[] {
  const { days, as_of, per_day_7, per_day_28 } = report;
  const forecast = paragraph(`Goal: ${forecastWords(report)}.`, look);
  if (as_of === null) return forecast;
  const recent = lastDays(days, as_of, DAYS_SHOWN, (date) => ({ date, kept: 0 })).map((day) => day.kept);
  const line = (values: readonly number[]) => (room: number) => look.paint.cyan(sparkline(values.slice(-room), look));
  const rows = [
    [' 7 days', rate(per_day_7), 'a day', line(recent.slice(-7))],
    ['28 days', rate(per_day_28), 'a day', line(recent)],
  ];
  const right = { align: 'right' } as const;
  return [...table([{}, right, {}, { ...right, fill: true }], rows, look), '', ...forecast];
}

function milestoneLines({ milestones, kept }: ProgressReport, look: Look): string[] {
  const signs = signsOf(look);
  const rows = milestones.map((milestone) => [
    milestone.reached ? { text: signs.yes, paint: look.paint.green } : signs.open,
    integer(milestone.at),
    milestone.name,
    milestoneWords(milestone, kept),
  ]);
  return table([{}, { align: 'right' }, { most: Math.max(look.width - 56, 12) }, { fill: true }], rows, look);
}

function milestoneWords({ at, reached, on, expected }: MilestoneReport, kept: number): string {
  if (reached) return on === null ? 'reached' : `reached ${longDate(on)}`;
  const togo = `${integer(at - kept)} to go`;
  return expected === null ? togo : `${togo}, about ${longDate(expected)}`;
}

function targetLines(targets: readonly TargetReport[], look: Look): string[] {
  const signs = signsOf(look);
  const rows = targets.map(({ name, value, target, met }) => [
    met
      ? { text: `${signs.yes} met`, paint: look.paint.green }
      : { text: `${signs.no} not met`, paint: look.paint.yellow },
    targetName(name),
    targetValue(name, value),
    `target ${targetValue(name, target)}`,
  ]);
  return table([{}, { most: 30 }, { align: 'right' }, { fill: true }], rows, look);
}

/** `feedback_rate` as `feedback rate`. */
export function targetName(name: string): string {
  return name.replaceAll('_', ' ');
}

/** A share as per cent, by the name's ending; other numbers as they are. */
export function targetValue(name: string, value: number | null): string {
  if (name.endsWith('_rate')) return percent(value);
  return value === null || !Number.isInteger(value) ? decimal(value, 2) : integer(value);
}
