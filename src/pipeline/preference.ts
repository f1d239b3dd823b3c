import type { Decisions } from './decisions.ts';

/** An order of items with the one to keep first: best rated, most ratings, longest, newest, first in the logs. */
export function byPreference(decisions: Decisions): (a: number, b: number) => number {
  const { rows } = decisions.digest;
  const rated = (item: number): number => decisions.ratingOf(item) || 0;
  const time = (item: number): number => rows.timestamp[decisions.firstRow(item)] || 0;
  return (a, b) =>
    rated(b) - rated(a) ||
    decisions.sumOf(b, decisions.ratings) - decisions.sumOf(a, decisions.ratings) ||
    decisions.sumOf(b, rows.assistant_chars) - decisions.sumOf(a, rows.assistant_chars) ||
    time(b) - time(a) ||
    a - b;
}
