import { type Drawing, DrawnChart } from '../charts/drawnChart.ts';
import { element } from '../elements.ts';
import { type NumbersTable, numbersTable } from './numbersTable.ts';
import { type Panel, panel } from './panel.ts';

export interface ChartPanel extends Panel {
  readonly table: NumbersTable;
  /** Beside the canvas. */
  readonly aside: HTMLElement;
  /** @param height pixels that it has at the least; that of the style without it */
  draw(numbers: unknown, drawing: Drawing, height?: number): void;
  redraw(): void;
}

/** A panel with a chart: a picture with a name and a sentence for those who do not see it, and its numbers as a table. */
export function chartPanel(id: string, title: string): ChartPanel {
  const made = panel(id, title);
  const canvas = element('canvas', {
    id: `${id}-chart`,
    role: 'img',
    'aria-labelledby': `${id}-title`,
    'aria-describedby': `${id}-sentence`,
  });
  const box = element('div', { class: 'chart' }, canvas);
  const aside = element('div', { class: 'aside' });
  const table = numbersTable(id, title);
  made.body.append(element('div', { class: 'drawn' }, box, aside), table.details);
  const chart = new DrawnChart(canvas);
  return {
    ...made,
    table,
    aside,
    draw(numbers, drawing, height) {
      if (height !== undefined) box.style.setProperty('--height', `${height}px`);
      chart.show(numbers, drawing);
    },
    redraw: () => chart.redraw(),
  };
}
