import { dayNumber } from '../../measures/calendar.ts';
import { longDate } from '../dates.ts';
import { forecastWords } from '../forecastWords.ts';
import { count, integer, rate } from '../numbers.ts';
import type { ProgressReport } from '../progressTypes.ts';
import type { StatsReport } from '../statsTypes.ts';
import type { Card } from './card.ts';
import type { ChartSeries } from './chartSpec.ts';
import { binsAfter, type DayBins, dayBins, sumByBin } from './dayBins.ts';

/** What came in and what is kept of it over time. */
export function daysCard({ days }: StatsReport): Card | undefined {
  const bins = binsBetween(days);
  if (bins === undefined) return undefined;
  const kept = sumByBin(bins, days, (day) => day.kept);
  const dropped = sumByBin(bins, days, (day) => day.records - day.kept);
  const best = days.reduce((most, day) => (day.records > most.records ? day : most));
  return {
    title: `Conversations a ${bins.every}`,
    sentence: `${count(days.length, 'day')} with conversations; most came on ${longDate(best.date)}: ${integer(best.records)}, ${integer(best.kept)} of them kept.`,
    of: bins.every,
    wide: true,
    chart: {
      id: 'days',
      kind: 'columns',
      labels: bins.bins.map(({ label }) => label),
      series: [
        { name: 'kept', tone: 'strong', values: kept },
        { name: 'dropped', tone: 'soft', values: dropped },
      ],
      stacked: true,
      values_shown: false,
      unit: 'conversations',
      axis: '',
      dates: true,
    },
  };
}

/** How many good examples there were at the end of each day, and how it goes on at the present pace. */
export function progressCard(report: ProgressReport): Card | undefined {
  const bins = binsBetween(report.days);
  if (bins === undefined) return undefined;
  let total = 0;
  const known = sumByBin(bins, report.days, ({ kept }) => kept).map((kept) => {
    total += kept;
    return total;
  });
  // Ours: half as far ahead as there is behind; further out the pace of today says little.
  const end = bins.bins.at(-1)?.end ?? 0;
  const told = forecastStart(report);
  const start = told === undefined ? undefined : Math.max(told, end);
  const ahead = start === undefined ? [] : binsAfter(bins, Math.ceil(known.length / 2));
  const forecast = ahead.map((bin) => Math.round(total + Math.max(bin.end - (start ?? end), 0) * report.per_day));
  const blanks = known.slice(1).map(() => null);
  const labels = [...bins.bins, ...ahead].map(({ label }) => label);
  const next = report.milestones.find(({ reached }) => !reached);
  const series: ChartSeries[] = [
    { name: 'good examples', tone: 'strong', values: [...known, ...ahead.map(() => null)] },
  ];
  if (ahead.length > 0)
    series.push({ name: 'at this pace', tone: 'strong', dashed: true, values: [...blanks, total, ...forecast] });
  if (next !== undefined && next.at < 2 * (forecast.at(-1) ?? total))
    series.push({ name: `next: ${integer(next.at)}`, tone: 'other', dashed: true, values: labels.map(() => next.at) });
  return {
    title: 'Progress',
    sentence: `${integer(report.kept)} of ${integer(report.goal)} good examples, ${rate(report.per_day)} a day over 28 days. Goal: ${forecastWords(report)}.`,
    of: bins.every,
    wide: true,
    chart: {
      id: 'progress',
      kind: 'line',
      labels,
      series,
      stacked: false,
      values_shown: false,
      unit: 'good examples',
      axis: '',
      dates: true,
    },
  };
}

/**
 * The day number from which the forecast counts: that on which the report was made, which may be long after the newest log.
 * Told back from the next milestone, since the pace is rounded, and the further off a day is the more that matters.
 * Nothing where there is no forecast.
 */
function forecastStart({ milestones, eta, goal, kept, per_day }: ProgressReport): number | undefined {
  if (kept >= goal || per_day <= 0) return undefined;
  const next = milestones.find(({ reached, expected }) => !reached && expected !== null);
  const day = next?.expected ?? eta;
  return day === null ? undefined : dayNumber(day) - Math.ceil(((next?.at ?? goal) - kept) / per_day);
}

function binsBetween(days: readonly { readonly date: string }[]): DayBins | undefined {
  const dates = days.map(({ date }) => date).sort();
  const [first] = dates;
  const last = dates.at(-1);
  return first === undefined || last === undefined ? undefined : dayBins(first, last);
}
