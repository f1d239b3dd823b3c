import type { DiffReason, RowChange } from '../../report/types.ts';
import type { RowTable } from './rowTable.ts';
import { sentenceOf } from './sentences.ts';

const ORDER: readonly RowChange[] = ['added', 'gone', 'changed', 'moved'];

interface Counted {
  readonly change: RowChange;
  readonly why: string;
  readonly table: RowTable;
  rows: number;
  readonly first: number[];
}

/** Counts rows by what became of them and why, and keeps the first of each. */
export class ReasonCounts {
  readonly #most: number;
  readonly #counted = new Map<string, Counted>();

  /** @param most ids to keep of each */
  constructor(most: number) {
    this.#most = most;
  }

  /** @param table the export that `row` is of */
  add(change: RowChange, why: string, table: RowTable, row: number): void {
    const key = `${change} ${why}`;
    const counted = this.#counted.get(key) ?? { change, why, table, rows: 0, first: [] };
    this.#counted.set(key, counted);
    counted.rows++;
    if (counted.first.length < this.#most) counted.first.push(row);
  }

  reasons(): DiffReason[] {
    return [...this.#counted.values()]
      .sort((one, other) => ORDER.indexOf(one.change) - ORDER.indexOf(other.change) || other.rows - one.rows)
      .map(({ change, why, table, rows, first }) => ({
        change,
        why,
        sentence: sentenceOf(why),
        rows,
        ids: table.idsOf(first),
      }));
  }
}
