import type { Plugin } from 'chart.js';
import type { Palette } from './palette.ts';

/** Writes the values of columns on top of them. */
export function columnValues(palette: Palette, numbers: Intl.NumberFormat): Plugin<'bar' | 'line'> {
  return {
    id: 'columnValues',
    afterDatasetsDraw(chart) {
      const { ctx, data } = chart;
      ctx.save();
      ctx.font = `600 12px ${palette.font}`;
      ctx.fillStyle = palette.text;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'bottom';
      for (const [series, { data: values }] of data.datasets.entries()) {
        for (const [place, { x, y }] of chart.getDatasetMeta(series).data.entries()) {
          const value = values[place];
          if (typeof value === 'number') ctx.fillText(numbers.format(value), x, y - 3);
        }
      }
      ctx.restore();
    },
  };
}
