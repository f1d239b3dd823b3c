import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decisions } from '../../src/pipeline/decisions.ts';
import { worlds } from './randomWorld.ts';
import { decideOn, feedbackOn, published, type Settings, SURVEY } from './world.ts';

const SHARES = { train: 0.34, val: 0.33, test: 0.33 };

/** The split of every item that is kept, by its first row. */
function splitsOf(decisions: Decisions): Map<number, number | undefined> {
  const found = new Map<number, number | undefined>();
  for (let item = 0; item < decisions.itemCount; item++)
    if (decisions.isKept(item)) found.set(decisions.firstRow(item), decisions.split[item]);
  return found;
}

test.each<[string, Settings]>([
  ['as it comes', { split: SHARES }],
  ['by user', { split: { ...SHARES, by: 'user' } }],
  ['by user and question', { split: { ...SHARES, by: ['user', 'prompt'] } }],
  ['by cluster', { split: { ...SHARES, by: 'cluster' } }],
  ['by day', { split: { ...SHARES, by: ['session', 'time'] } }],
  ['within ratings', { split: { ...SHARES, stratify: 'rating' } }],
  ['without duplicates', { split: SHARES, dedup: { exact: false, near: { enabled: false }, snapshots: false } }],
  ['of joined sessions', { split: SHARES, conversation: { unit: 'session' } }],
])('an export of the same logs once more moves no row to another split: %s', (_how, settings) => {
  fc.assert(
    fc.property(worlds({ exchanges: 3, answers: true, sessionless: true }), ({ rows, feedback }) => {
      const opinions = feedbackOn(...feedback);
      const first = decideOn(rows, opinions, settings);
      const again = decideOn(rows, opinions, settings, SURVEY, published(first, settings));
      const before = splitsOf(first);
      const moved = [...splitsOf(again)].filter(([row, split]) => (before.get(row) ?? split) !== split);
      expect(moved).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
