import { chartConfig } from '../../page/chartConfig.ts';
import type { Palette } from '../../page/palette.ts';
import type { ChartSpec } from '../../report/page/chartSpec.ts';
import type { Drawing } from './drawnChart.ts';
import { fillOf } from './patterns.ts';
import { tooltipStyle } from './tooltip.ts';

/** Columns of days: what is kept is solid, what is lost is striped. */
export function dayColumns(spec: ChartSpec): Drawing {
  return (palette, room) => {
    const config = chartConfig(spec, palette, room);
    for (const [place, dataset] of config.data.datasets.entries()) {
      const isFirst = place === 0;
      const tone = isFirst ? 'strong' : 'soft';
      dataset.backgroundColor = fillOf({ tone, pattern: isFirst ? 'solid' : 'stripes' }, palette);
    }
    return styled(config, palette);
  };
}

/** A seventh, as the last two digits of a colour. */
const PALE = '24';

/** Examples over time as a line over a pale ground, and how it goes on. */
export function growthLine(spec: ChartSpec): Drawing {
  return (palette, room) => {
    const config = chartConfig(spec, palette, room);
    const [known, ...others] = config.data.datasets;
    if (known?.type === 'line') {
      known.fill = 'origin';
      known.backgroundColor = `${palette.strong}${PALE}`;
      known.borderWidth = 2.5;
    }
    for (const dataset of others) if (dataset.type === 'line') dataset.fill = false;
    return styled(config, palette);
  };
}

type Config = ReturnType<typeof chartConfig>;

function styled(config: Config, palette: Palette): Config {
  const { options = {} } = config;
  options.plugins = { ...options.plugins, tooltip: { ...options.plugins?.tooltip, ...tooltipStyle(palette) } };
  return config;
}
