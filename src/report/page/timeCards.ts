import { longDate } from '../dates.ts';
import { forecastWords } from '../forecastWords.ts';
import { count, integer, rate } from '../numbers.ts';
import type { ProgressReport, StatsReport } from '../types.ts';
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
  const ahead = report.kept >= report.goal || report.per_day <= 0 ? [] : binsAfter(bins, Math.ceil(known.length / 2));
  const start = bins.bins.at(-1)?.end ?? 0;
  const forecast = ahead.map(({ end }) => Math.round(total + (end - start) * report.per_day));
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

function binsBetween(days: readonly { readonly date: string }[]): DayBins | undefined {
  const dates = days.map(({ date }) => date).sort();
  const [first] = dates;
  const last = dates.at(-1);
  return first === undefined || last === undefined ? undefined : dayBins(first, last);
}
