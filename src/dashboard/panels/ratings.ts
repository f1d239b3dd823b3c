import type { StatsReport } from '../../report/statsTypes.ts';
import { ROW_HEIGHT, rowBars } from '../charts/rows.ts';
import { count, integer, mean, percent } from '../format.ts';
import { chartPanel } from './chartPanel.ts';

/** Rated conversations by their stars; a thumb up counts as five, one down as one. */
export function ratingsPanel() {
  const made = chartPanel('ratings', 'Ratings');
  return {
    ...made,
    show({ feedback }: StatsReport): void {
      const { rated, mean_stars, stars, comments, corrections } = feedback;
      made.section.hidden = rated === 0;
      if (rated === 0) return;
      made.say(
        `${count(rated, 'conversation')} rated, ${mean(mean_stars)} stars in the mean; ${count(comments, 'comment')}, ${count(corrections, 'correction')}.`,
      );
      const rows = [5, 4, 3, 2, 1].map((star) => ({
        key: String(star),
        label: `${'★'.repeat(star)}${'☆'.repeat(5 - star)}`,
        value: stars[star] ?? 0,
      }));
      made.draw(
        rows,
        rowBars('ratings', rows, 'conversations', { tone: 'strong', pattern: 'solid' }),
        rows.length * ROW_HEIGHT + 12,
      );
      made.table.show(
        ['stars', 'conversations', 'share'],
        rows.map(({ key, value }) => [key, integer(value), percent(value / rated)]),
      );
    },
  };
}
