import type { ChartSpec } from '../../report/page/chartSpec.ts';
import { integer } from '../format.ts';
import type { NumbersTable } from './numbersTable.ts';

/**
 * The numbers of a chart as its table.
 * @param of what its first column holds
 */
export function specTable(table: NumbersTable, of: string, { labels, series, unit }: ChartSpec): void {
  const names = series.length === 1 ? [unit] : series.map(({ name }) => name);
  const shown = (value: number | null | undefined) => (value === null || value === undefined ? '' : integer(value));
  table.show(
    [of, ...names],
    labels.map((label, place) => [label, ...series.map(({ values }) => shown(values[place]))]),
  );
}
