import { dateOf } from '../measures/calendar.ts';
import { DayCounter } from '../measures/dayCounter.ts';
import { forecast, milestoneProgress } from '../measures/forecast.ts';
import type { Decisions } from '../pipeline/decisions.ts';
import type { ProgressReport } from '../report/types.ts';
import type { Decided } from './decideProject.ts';
import { keptItems } from './export/writeTasks.ts';
import type { Project } from './project.ts';
import { ratingFacts } from './ratingFacts.ts';
import { inPeriodOf } from './statsReport.ts';

const DAY_MS = 86_400_000;

/** How far, how fast, when: the answer to `curate progress`. What counts is examples: exchanges, or joined sessions. */
export function progressReport(project: Project, decided: Decided, now: Date): ProgressReport {
  const { decisions } = decided;
  const { goal } = project.config;
  const items = keptItems(decisions);
  const days = keptPerDay(decisions, items);
  const { records, newest } = recordsInPeriod(project, decisions);
  const asOf = Number.isNaN(newest) ? null : dateOf(Math.floor(newest / DAY_MS));
  const today = dateOf(Math.floor(now.getTime() / DAY_MS));
  const { rated, positive_rate } = ratingFacts(
    decisions,
    project.config.feedback.min_stars,
    inPeriodOf(project, decisions),
  );
  const input = { days, kept: items.length, goal: goal.examples, asOf, today };
  const outlook = forecast(input);
  const target = (name: string, value: number | null, aim: number) => ({
    name,
    value,
    target: aim,
    met: value !== null && value > aim,
  });
  return {
    goal: goal.examples,
    kept: items.length,
    percent: Math.round((items.length / goal.examples) * 10_000) / 100,
    per_day: outlook.per_day_28,
    per_day_7: outlook.per_day_7,
    per_day_28: outlook.per_day_28,
    as_of: asOf,
    eta: outlook.eta,
    eta_range: outlook.eta_range,
    reached_on: outlook.reached_on,
    milestones: milestoneProgress(input, goal.milestones),
    targets: [
      target('feedback_rate', records === 0 ? null : rated / records, goal.feedback_rate),
      target('positive_rate', positive_rate, goal.positive_rate),
    ],
    days,
  };
}

function keptPerDay(decisions: Decisions, items: Uint32Array): { date: string; kept: number }[] {
  const { timestamp } = decisions.digest.rows;
  const kept = new DayCounter();
  for (const item of items) kept.add(timestamp[decisions.firstKeptRow(item)] ?? Number.NaN);
  return kept.days().map(({ date, count }) => ({ date, kept: count }));
}

/** How many records there are, and the time of the newest, NaN where none has a time. */
function recordsInPeriod(project: Project, decisions: Decisions): { records: number; newest: number } {
  const counts = inPeriodOf(project, decisions);
  const { count, rows } = decisions.digest;
  let records = 0;
  let newest = Number.NaN;
  for (let row = 0; row < count; row++) {
    if (!counts(row)) continue;
    records++;
    const time = rows.timestamp[row] ?? Number.NaN;
    if (!(time <= newest) && !Number.isNaN(time)) newest = time;
  }
  return { records, newest };
}
