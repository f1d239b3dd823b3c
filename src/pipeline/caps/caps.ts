import { forEachRun } from '../../measures/order.ts';
import type { Decisions } from '../decisions.ts';
import { byPreference } from '../preference.ts';
import { defineSetStage } from '../setStage.ts';
import { NO_SPLIT } from '../split/assign.ts';

export default defineSetStage({
  name: 'caps',
  summary: 'keeps no more than so many examples of one user and of one question, the best first',
  section: 'caps',
  reasons: {
    max_per_user: 'better examples of the same user fill the cap',
    max_per_prompt: 'better answers to the same question fill the cap',
  },
  apply(decisions, { caps: { max_per_user, max_per_prompt }, dedup: { keep } }, { dropItem }) {
    const { user, prompt } = decisions.digest.rows;
    const better = byPreference(decisions, keep);
    if (max_per_prompt !== null) {
      for (const { item, size } of beyond(decisions, prompt, max_per_prompt, better)) {
        decisions.split[item] = NO_SPLIT;
        dropItem(item, 'max_per_prompt', { measured: size, limit: max_per_prompt });
      }
    }
    if (max_per_user !== null) {
      for (const { item, size } of beyond(decisions, user, max_per_user, better)) {
        decisions.split[item] = NO_SPLIT;
        dropItem(item, 'max_per_user', { measured: size, limit: max_per_user });
      }
    }
  },
});

/**
 * The kept items that come after the best `most` of those with the same value in `column` (0 is no value), with the
 * number of those.
 */
function beyond(
  decisions: Decisions,
  column: Float64Array,
  most: number,
  better: (a: number, b: number) => number,
): { item: number; size: number }[] {
  const kept: number[] = [];
  for (let item = 0; item < decisions.itemCount; item++) {
    if (decisions.isKept(item) && column[decisions.firstKeptRow(item)] !== 0) kept.push(item);
  }
  const keys = Float64Array.from(kept, (item) => column[decisions.firstKeptRow(item)] ?? 0);
  const over: { item: number; size: number }[] = [];
  forEachRun(keys, (places, start, end) => {
    if (end - start <= most) return;
    const items = Array.from(places.subarray(start, end), (place) => kept[place] ?? 0).sort(better);
    for (const item of items.slice(most)) over.push({ item, size: items.length });
  });
  return over;
}
