import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { ChartSeries, ChartSpec } from '../report/page/chartSpec.ts';
import { columnValues } from './columnValues.ts';
import type { Palette } from './palette.ts';
import { rowLabels } from './rowLabels.ts';

const NUMBERS = new Intl.NumberFormat('en-US');
const FONT_SIZE = 12;
/** Narrower charts have no room for the name of an axis that the title of the card tells, too. */
const WIDE = 420;
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const DAY_OF_YEAR = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: '2-digit',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/**
 * What Chart.js is told of a chart.
 * @param room pixels that it is wide
 */
export function chartConfig(spec: ChartSpec, palette: Palette, room: number): ChartConfiguration<'bar' | 'line'> {
  const isRows = spec.kind === 'rows';
  return {
    type: spec.kind === 'line' ? 'line' : 'bar',
    data: { labels: [...spec.labels], datasets: spec.series.map((series) => dataset(spec, series, palette)) },
    options: {
      // Nothing moves: a page that is printed or photographed is whole at once, and nobody is made dizzy.
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: isRows ? 'y' : 'x',
      font: { family: palette.font, size: FONT_SIZE },
      color: palette.quiet,
      layout: { padding: { top: isRows ? 12 : spec.values_shown ? 18 : 0 } },
      interaction: { mode: 'index', intersect: false, axis: isRows ? 'y' : 'x' },
      scales: isRows ? rowScales(spec) : columnScales(spec, palette, room),
      plugins: {
        legend: {
          display: spec.series.length > 1,
          align: 'start',
          labels: {
            color: palette.text,
            boxWidth: 14,
            boxHeight: spec.kind === 'line' ? 0 : 10,
            font: { family: palette.font, size: FONT_SIZE },
          },
        },
        tooltip: { displayColors: spec.series.length > 1 },
      },
    },
    plugins: isRows ? [rowLabels(spec, palette, NUMBERS)] : spec.values_shown ? [columnValues(palette, NUMBERS)] : [],
  };
}

function dataset(
  { kind }: ChartSpec,
  { name, tone, values, dashed }: ChartSeries,
  palette: Palette,
): ChartDataset<'bar' | 'line'> {
  // Nothing has no column; what is little has one that can be seen.
  const common = {
    label: name,
    data: kind === 'columns' ? values.map((value) => value || null) : [...values],
    backgroundColor: palette[tone],
  };
  if (kind === 'line') {
    return {
      ...common,
      type: 'line',
      borderColor: palette[tone],
      borderWidth: dashed === true ? 2 : 3,
      borderDash: dashed === true ? [6, 4] : [],
      pointRadius: 0,
      pointHitRadius: 8,
    };
  }
  if (kind === 'rows')
    return { ...common, type: 'bar', barThickness: 10, minBarLength: 2, borderRadius: 2, borderSkipped: false };
  return {
    ...common,
    type: 'bar',
    categoryPercentage: 0.85,
    barPercentage: 0.95,
    maxBarThickness: 64,
    minBarLength: 1,
  };
}

/** Labels and values stand at the rows themselves, so there is nothing for axes to say. */
function rowScales({ series }: ChartSpec) {
  const most = Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)), 1);
  return { x: { display: false, beginAtZero: true, max: most }, y: { display: false, offset: true } };
}

function columnScales({ stacked, unit, axis, dates, values_shown, labels }: ChartSpec, palette: Palette, room: number) {
  const font = { family: palette.font, size: FONT_SIZE };
  return {
    x: {
      stacked,
      grid: { display: false },
      border: { color: palette.line },
      title: { display: axis !== '', text: axis, color: palette.quiet, font },
      ticks: {
        callback: (_: unknown, place: number) => (dates ? shortDate(labels, place) : (labels[place] ?? '')),
        color: palette.quiet,
        font,
        maxRotation: 0,
        autoSkip: true,
        autoSkipPadding: 12,
      },
    },
    y: {
      stacked,
      beginAtZero: true,
      display: !values_shown,
      title: { display: room >= WIDE, text: unit, color: palette.quiet, font },
      grid: { color: palette.line },
      border: { display: false },
      ticks: { color: palette.quiet, font, precision: 0, maxTicksLimit: 6 },
    },
  };
}

/** `2026-09-01` as `1 Sept`, with its year where there are several, `2026-09` as `Sept 2026`. */
function shortDate(dates: readonly string[], place: number): string {
  const date = dates[place] ?? '';
  const isOneYear = dates[0]?.slice(0, 4) === dates.at(-1)?.slice(0, 4);
  const format = date.length === 7 ? MONTH : isOneYear ? DAY : DAY_OF_YEAR;
  return format.format(new Date(date));
}
