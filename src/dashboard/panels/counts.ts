import type { Fill } from '../charts/patterns.ts';
import { ROW_HEIGHT, rowBars } from '../charts/rows.ts';
import { integer, percent } from '../format.ts';
import { largest, type Row } from '../largest.ts';
import { chartPanel } from './chartPanel.ts';

type Counts = Readonly<Record<string, number>>;

export interface CountsLook {
  readonly id: string;
  readonly title: string;
  /** What is counted, in the first column of the table. */
  readonly of: string;
  /** Rows at the most. */
  readonly most: number;
  readonly fill: Fill;
  readonly named: (key: string) => string;
  /** What is to be seen, in a sentence; there is a row at the least. */
  readonly sentence: (rows: readonly Row[], whole: number) => string;
}

/** Counts by name as bars; a panel without any is left out. */
export function countsPanel({ id, title, of, most, fill, named, sentence }: CountsLook) {
  const made = chartPanel(id, title);
  return {
    ...made,
    show(counts: Counts, whole: number): void {
      const rows = largest(counts, most, named);
      made.section.hidden = rows.length === 0;
      if (rows.length === 0) return;
      made.say(sentence(rows, whole));
      made.draw(rows, rowBars(id, rows, 'conversations', fill), rows.length * ROW_HEIGHT + 12);
      // The table has them all, also those that the chart adds up, by the names that reports and `explain` have.
      const all = largest(counts, Number.POSITIVE_INFINITY);
      made.table.show(
        [of, 'conversations', 'share'],
        all.map(({ label, value }) => [label, integer(value), percent(whole === 0 ? null : value / whole)]),
      );
    },
  };
}
