import { paletteNow } from '../../page/palette.ts';
import type { StatsReport } from '../../report/statsTypes.ts';
import { doughnut, sliceFill } from '../charts/doughnut.ts';
import { SLICES } from '../charts/patterns.ts';
import { element } from '../elements.ts';
import { count, integer, languageName, percent } from '../format.ts';
import { largest, type Row, sum } from '../largest.ts';
import { whenChanged } from '../whenChanged.ts';
import { chartPanel } from './chartPanel.ts';

/** Pixels of the pattern beside a name. */
const SWATCH = 16;

/** Languages as a doughnut, with their names beside it. */
export function languagesPanel() {
  const made = chartPanel('languages', 'Languages');
  const legend = element('ul', { class: 'legend' });
  made.aside.append(legend);
  const changed = whenChanged();
  let rows: readonly Row[] = [];
  const showLegend = (): void => {
    const whole = sum(rows.map(({ value }) => value));
    legend.replaceChildren(...rows.map((row, place) => legendItem(row, place, whole)));
  };
  return {
    ...made,
    redraw(): void {
      made.redraw();
      showLegend();
    },
    show({ languages, records }: StatsReport): void {
      rows = largest(languages, SLICES.length, languageName);
      made.section.hidden = rows.length === 0;
      const [first] = rows;
      if (first === undefined) return;
      const all = largest(languages, Number.POSITIVE_INFINITY, languageName);
      const whole = sum(all.map(({ value }) => value));
      const unknown = records > whole ? `, ${integer(records - whole)} without one` : '';
      made.say(`${count(all.length, 'language')}${unknown}; ${first.label} comes most often.`);
      made.draw(rows, doughnut(rows));
      changed(rows, showLegend);
      made.table.show(
        ['language', 'conversations', 'share'],
        all.map(({ label, value }) => [label, integer(value), percent(value / whole)]),
      );
    },
  };
}

function legendItem({ label, value }: Row, place: number, whole: number): HTMLLIElement {
  return element(
    'li',
    {},
    swatch(place),
    element('bdi', { class: 'label' }, label),
    element('span', { class: 'number' }, integer(value)),
    element('span', { class: 'share' }, percent(value / whole)),
  );
}

function swatch(place: number): HTMLCanvasElement {
  const scale = window.devicePixelRatio || 1;
  const canvas = element('canvas', { class: 'swatch', 'aria-hidden': 'true' });
  canvas.width = canvas.height = Math.round(SWATCH * scale);
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.scale(scale, scale);
    context.fillStyle = sliceFill(place, paletteNow());
    context.fillRect(0, 0, SWATCH, SWATCH);
  }
  return canvas;
}
