import type { ChartConfiguration } from 'chart.js';
import type { Palette } from '../../page/palette.ts';
import { integer, percent } from '../format.ts';
import { type Row, sum } from '../largest.ts';
import type { Drawing } from './drawnChart.ts';
import { fillOf, SLICES } from './patterns.ts';
import { tooltipStyle } from './tooltip.ts';

/** Parts of a whole; their names stand beside it, by the same patterns. */
export function doughnut(rows: readonly Row[]): Drawing {
  return (palette) => config(rows, palette);
}

function config(rows: readonly Row[], palette: Palette): ChartConfiguration<'doughnut'> {
  const values = rows.map(({ value }) => value);
  const whole = sum(values);
  return {
    type: 'doughnut',
    data: {
      labels: rows.map(({ label }) => label),
      datasets: [
        {
          data: values,
          backgroundColor: rows.map((_, place) => sliceFill(place, palette)),
          borderColor: palette.card,
          borderWidth: 2,
          hoverBorderColor: palette.text,
        },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      cutout: '62%',
      plugins: {
        legend: { display: false },
        tooltip: {
          ...tooltipStyle(palette),
          displayColors: false,
          callbacks: { label: ({ parsed }) => `${integer(parsed)} (${percent(whole === 0 ? null : parsed / whole)})` },
        },
      },
    },
  };
}

export function sliceFill(place: number, palette: Palette): string | CanvasPattern {
  return fillOf(SLICES[place % SLICES.length] ?? { tone: 'soft', pattern: 'outline' }, palette);
}
