import { chartConfig } from '../../page/chartConfig.ts';
import type { ChartSpec } from '../../report/page/chartSpec.ts';
import type { Row } from '../largest.ts';
import type { Drawing } from './drawnChart.ts';
import { type Fill, fillOf } from './patterns.ts';
import { tooltipStyle } from './tooltip.ts';

/** Pixels of a row at the least: a line of text, its bar, and room around them. */
export const ROW_HEIGHT = 34;

/** Bars below each other, with their names above them and their numbers at the right. */
export function rowBars(id: string, rows: readonly Row[], unit: string, fill: Fill): Drawing {
  const spec: ChartSpec = {
    id,
    kind: 'rows',
    labels: rows.map(({ label }) => label),
    series: [{ name: unit, tone: fill.tone, values: rows.map(({ value }) => value) }],
    stacked: false,
    values_shown: true,
    unit,
    axis: '',
    dates: false,
  };
  return (palette, room) => {
    const config = chartConfig(spec, palette, room);
    for (const dataset of config.data.datasets) {
      // What is added up is none of the others: outlined by its pattern.
      dataset.backgroundColor = rows.map(({ key }) =>
        fillOf(key === undefined ? { tone: 'soft', pattern: 'stripes' } : fill, palette),
      );
    }
    const { options = {} } = config;
    options.plugins = { ...options.plugins, tooltip: { displayColors: false, ...tooltipStyle(palette) } };
    return config;
  };
}
