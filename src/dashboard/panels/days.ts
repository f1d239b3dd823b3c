import { daysCard } from '../../report/page/timeCards.ts';
import type { StatsReport } from '../../report/statsTypes.ts';
import { dayColumns } from '../charts/dayCharts.ts';
import { setText } from '../elements.ts';
import { chartPanel } from './chartPanel.ts';
import { specTable } from './specTable.ts';

/** What came in and what is kept of it, a day; weeks or months where there are many. */
export function daysPanel() {
  const made = chartPanel('days', 'Conversations a day');
  const title = made.section.querySelector('h2');
  return {
    ...made,
    show(stats: StatsReport): void {
      const card = daysCard(stats);
      made.section.hidden = card === undefined;
      if (card === undefined) return;
      if (title !== null) setText(title, card.title);
      made.say(card.sentence);
      made.draw(card.chart, dayColumns(card.chart));
      specTable(made.table, card.of, card.chart);
    },
  };
}
