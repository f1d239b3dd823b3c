import { integer } from './format.ts';

/** A count with its name. */
export interface Row {
  /** As the reports have it; nothing for what is added up. */
  readonly key: string | undefined;
  readonly label: string;
  readonly value: number;
}

/**
 * Counts, the largest first, equals by name; what did not occur is left out.
 * @param most rows that there are at the most: with more, the smallest are added up as `others (n)`
 */
export function largest(
  counts: Readonly<Record<string, number>>,
  most: number,
  named: (key: string) => string = (key) => key,
): Row[] {
  const rows = Object.entries(counts)
    .filter(([, value]) => value > 0)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .map(([key, value]): Row => ({ key, label: named(key), value }));
  if (rows.length <= most) return rows;
  const rest = rows.slice(most - 1);
  const value = sum(rest.map((row) => row.value));
  return [...rows.slice(0, most - 1), { key: undefined, label: `others (${integer(rest.length)})`, value }];
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
