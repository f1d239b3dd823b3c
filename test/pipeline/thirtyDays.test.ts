import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SPLITS } from '../../src/pipeline/split/assign.ts';
import { emptyLedger, type Ledger } from '../../src/pipeline/split/ledger.ts';
import { type Day, jaccard, liveThrough, manyDays, saidIn, THRESHOLD } from './thirtyDays.ts';
import type { Settings } from './world.ts';

const NEAR = { near: { threshold: THRESHOLD } };

/** What must hold after every day; counts what it was about. */
function livesUpTo(days: readonly Day[], settings: Settings, keep?: (ledger: Ledger) => Ledger | undefined): number {
  const published = new Map<string, string>();
  let kept = 0;
  for (const { rows, decisions } of liveThrough(days, settings, keep)) {
    const today = new Map<string, string>();
    const together = new Map<string, number>();
    for (let item = 0; item < decisions.itemCount; item++) {
      const row = rows[decisions.firstRow(item)];
      if (row === undefined || !decisions.isKept(item)) continue;
      const split = decisions.split[item] ?? -1;
      today.set(saidIn(row), SPLITS[split] ?? 'none');
      for (const key of [`group ${decisions.group[item]}`, `cluster ${decisions.leader[item]}`]) {
        if ((together.get(key) ?? split) !== split)
          throw new Error('a group stands in two splits, of which train may be one');
        together.set(key, split);
      }
    }
    for (const [text, split] of today) {
      const before = published.get(text);
      if (before !== undefined) {
        kept++;
        if (split !== before) throw new Error(`a text of ${before} is in ${split} now`);
      }
      if (split !== 'train') continue;
      for (const [other, where] of published)
        if (where === 'test' && jaccard(text, other) >= THRESHOLD)
          throw new Error('train has what resembles a text of test');
    }
    for (const [text, split] of today) published.set(text, split);
  }
  return kept;
}

describe('thirty days of growing logs, late feedback, clusters that meet and users that are forgotten', () => {
  test.each([
    ['by session', { dedup: NEAR }],
    ['by user and question', { dedup: NEAR, split: { by: ['user', 'prompt'] } }],
    ['by time', { dedup: NEAR, split: { by: ['session', 'time'] } }],
    ['by cluster, within ratings', { dedup: NEAR, split: { by: 'cluster', stratify: 'rating' } }],
  ])(
    '%s: nothing in train resembles what was ever in test, and what was published keeps its split',
    (_by, settings) => {
      let kept = 0;
      const property = fc.property(manyDays(30), (days) => {
        kept += livesUpTo(days, settings);
      });
      fc.assert(property, { numRuns: 4, endOnFailure: true });
      expect(kept, 'the property is about something').toBeGreaterThan(150);
    },
  );

  test.each<[string, (ledger: Ledger) => Ledger | undefined]>([
    ['no ledger', () => undefined],
    ['no texts and groups', ({ signatures }) => ({ ...emptyLedger(), signatures })],
    ['no signatures', ({ splits }) => ({ ...emptyLedger(), splits })],
  ])('with %s it fails, so it holds something', (_what, keep) => {
    const property = fc.property(manyDays(30), (days) => {
      livesUpTo(days, { dedup: NEAR }, keep);
    });
    expect(() => fc.assert(property, { numRuns: 100, endOnFailure: true })).toThrow(/train|test/);
  });
});
