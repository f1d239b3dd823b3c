import type { Plugin } from 'chart.js';
import type { ChartSpec } from '../report/page/chartSpec.ts';
import type { Palette } from './palette.ts';

/** How far above the middle of a bar its text stands. */
const ABOVE = 11;

/** Writes above each bar of a chart of rows what it is, and at the right edge how much: long names fit a phone that way. */
export function rowLabels(
  { labels, series }: ChartSpec,
  palette: Palette,
  numbers: Intl.NumberFormat,
): Plugin<'bar' | 'line'> {
  return {
    id: 'rowLabels',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.textBaseline = 'alphabetic';
      for (const [place, { y }] of chart.getDatasetMeta(0).data.entries()) {
        const value = numbers.format(series[0]?.values[place] ?? 0);
        ctx.font = `600 13px ${palette.font}`;
        ctx.fillStyle = palette.text;
        ctx.textAlign = 'right';
        ctx.fillText(value, chartArea.right, y - ABOVE);
        const room = chartArea.width - ctx.measureText(value).width - 12;
        ctx.font = `13px ${palette.font}`;
        ctx.textAlign = 'left';
        ctx.fillText(fitting(ctx, labels[place] ?? '', room), chartArea.left, y - ABOVE);
      }
      ctx.restore();
    },
  };
}

function fitting(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  const signs = [...text];
  while (signs.length > 0 && ctx.measureText(`${signs.join('')}…`).width > room) signs.pop();
  return `${signs.join('')}…`;
}
