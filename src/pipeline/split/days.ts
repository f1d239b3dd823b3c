import { forEachRun } from '../../measures/order.ts';
import type { Decisions } from '../decisions.ts';
import type { DecidePlan } from '../setStage.ts';
import { dayKey, dayOf, namesIn } from './groupKeys.ts';

/** With `split.by: time`: the day on which the group of each item began. */
export interface GroupDays {
  /** By item: UTC days since 1970, NaN where nobody knows. */
  readonly days: Float64Array;
  /** Their keys in the ledger, 0 where nobody knows. */
  readonly keys: Float64Array;
}

/** A group belongs to the day of its earliest item: a session that goes on after midnight stays what it is. */
export function groupDays(decisions: Decisions, { split }: DecidePlan): GroupDays | undefined {
  if (!namesIn(split.by).includes('time')) return undefined;
  const days = new Float64Array(decisions.itemCount);
  forEachRun(decisions.group, (items, start, end) => {
    let first = Number.NaN;
    for (let at = start; at < end; at++) {
      const day = dayOf(decisions, items[at] ?? 0);
      if (!(day >= first)) first = Number.isNaN(day) ? first : day;
    }
    for (let at = start; at < end; at++) days[items[at] ?? 0] = first;
  });
  return { days, keys: days.map((day) => (Number.isNaN(day) ? 0 : dayKey(day))) };
}
