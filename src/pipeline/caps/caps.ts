import { forEachRun } from '../../measures/order.ts';
import type { FacetName } from '../conversation.ts';
import type { Decisions } from '../decisions.ts';
import { byPreference } from '../preference.ts';
import { defineSetStage } from '../setStage.ts';
import { NO_SPLIT } from '../split/assign.ts';

export default defineSetStage({
  name: 'caps',
  summary: 'keeps no more than so many examples of one user, one question, one intent and so on, the best first',
  section: 'caps',
  reasons: {
    max_per_prompt: 'better answers to the same question fill the cap',
    max_per_user: 'better examples of the same user fill the cap',
    max_per_language: 'better examples in the same language fill the cap',
    max_per_intent: 'better examples with the same intent fill the cap',
    max_per_framework: 'better examples about the same framework fill the cap',
    max_per_complexity: 'better examples of the same complexity fill the cap',
    max_per_model: 'better examples by the same model fill the cap',
    max_per_source: 'better examples from the same source fill the cap',
    max_per_context: 'better examples from the same context fill the cap',
  },
  apply(decisions, { caps, dedup: { keep } }, { dropItem }) {
    const { user, prompt, facets } = decisions.digest.rows;
    const better = byPreference(decisions, keep);
    const cap = (name: keyof typeof caps, column: Column): void => {
      const most = caps[name];
      if (most === null) return;
      for (const { item, size } of beyond(decisions, column, most, better)) {
        decisions.split[item] = NO_SPLIT;
        dropItem(item, name, { measured: size, limit: most });
      }
    };
    cap('max_per_prompt', prompt);
    cap('max_per_user', user);
    for (const facet of FINEST_FIRST) cap(`max_per_${facet}`, facets[facet]);
  },
});

/** Ours: from those with the most labels to those with the fewest; each cap counts what the ones before it leave. */
const FINEST_FIRST: readonly FacetName[] = [
  'context',
  'intent',
  'framework',
  'model',
  'complexity',
  'language',
  'source',
];

type Column = Float64Array | Uint16Array;

/**
 * The kept items that come after the best `most` of those with the same value in `column` (0 is no value), with the
 * number of those.
 */
function beyond(
  decisions: Decisions,
  column: Column,
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
