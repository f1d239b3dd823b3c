import type { Decisions } from './decisions.ts';

/** An order of items with the one to keep first: best rated, most ratings, longest, newest, first in the logs. */
export function byPreference(decisions: Decisions): (a: number, b: number) => number {
  const { rows } = decisions.digest;
  const rated = (item: number): number => {
    const rating = decisions.ratingOf(item);
    return Number.isNaN(rating) ? 0 : rating;
  };
  const total = (item: number, column: { readonly [row: number]: number }): number =>
    decisions.keptRowsOf(item).reduce((sum, row) => sum + (column[row] ?? 0), 0);
  const time = (item: number): number => rows.timestamp[decisions.firstRow(item)] || 0;
  return (a, b) =>
    rated(b) - rated(a) ||
    total(b, decisions.ratings) - total(a, decisions.ratings) ||
    total(b, rows.assistant_chars) - total(a, rows.assistant_chars) ||
    time(b) - time(a) ||
    a - b;
}
