import fc from 'fast-check';
import type { Decisions } from '../../src/pipeline/decisions.ts';
import { worlds } from './randomWorld.ts';
import { decideOn, feedbackOn, type Settings } from './world.ts';

/** Even shares, so that what stands in another split shows. */
export const EVEN = { train: 0.34, val: 0.33, test: 0.33 };
export const settings: fc.Arbitrary<Settings> = fc.record({
  conversation: fc.record({ unit: fc.constantFrom('exchange', 'session'), bad_turn: fc.constantFrom('cut', 'drop') }),
  feedback: fc.record({ unrated: fc.constantFrom('keep', 'keep', 'drop') }),
  dedup: fc.record({ exact: fc.boolean(), near: fc.record({ enabled: fc.boolean() }) }),
  caps: fc.record({
    max_per_user: fc.option(fc.integer({ min: 1, max: 4 })),
    max_per_prompt: fc.option(fc.integer({ min: 1, max: 2 })),
  }),
  split: fc.record({ by: fc.constantFrom('session', 'user') }).map(({ by }) => ({ ...EVEN, by })),
});
export const anyWorld = worlds({ exchanges: 3, answers: true, sessionless: true });

/** Runs `check` on random worlds under random settings. */
export function always(check: (decisions: Decisions, own: Settings) => void, numRuns = 100): void {
  fc.assert(
    fc.property(anyWorld, settings, ({ rows, feedback }, own) => {
      check(decideOn(rows, feedbackOn(...feedback), own), own);
    }),
    { numRuns },
  );
}

export const keptItems = (decisions: Decisions): number[] =>
  Array.from({ length: decisions.itemCount }, (_, item) => item).filter((item) => decisions.isKept(item));
