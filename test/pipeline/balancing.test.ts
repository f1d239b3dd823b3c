import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../src/pipeline/conversation.ts';
import type { Decisions } from '../../src/pipeline/decisions.ts';
import { candidatesOf } from '../../src/pipeline/signals/candidates.ts';
import { SPLITS } from '../../src/pipeline/split/assign.ts';
import {
  conversation,
  decideOn,
  fates,
  feedbackOn,
  messages,
  NO_FEEDBACK,
  planOf,
  type Settings,
  verdicts,
  words,
} from './world.ts';

const ALL_TRAIN = { train: 1, val: 0, test: 0 };

function labelled(facets: Conversation['facets'], n: number): Conversation {
  return conversation({
    id: `${JSON.stringify(facets)}${n}`,
    facets,
    messages: messages(`u:${words(`q${n}${JSON.stringify(facets)}`, 5)}`, `a:${words(n, 4)}`),
  });
}

const several = (count: number, facets: Conversation['facets']): Conversation[] =>
  Array.from({ length: count }, (_, n) => labelled(facets, n));

const run = (log: readonly Conversation[], settings: Settings): Decisions => decideOn(log, NO_FEEDBACK, settings);

/** How many conversations of each fate and label there are. */
function tally(
  log: readonly Conversation[],
  decisions: Decisions,
  facet: 'language' | 'source' | 'intent',
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [row, fate] of verdicts(decisions).entries()) {
    const key = `${log[row]?.facets[facet] ?? '-'} ${fate}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

describe('balance', () => {
  const log = [
    ...several(60, { language: 'en' }),
    ...several(10, { language: 'tr' }),
    ...several(30, { language: 'de' }),
    ...several(5, {}),
  ];

  test('what is not named goes where the named shares leave nothing', () => {
    const decisions = run(log, { split: ALL_TRAIN, balance: { language: { en: 0.6, tr: 0.4 } } });
    expect(tally(log, decisions, 'language')).toEqual({
      'en kept': 15,
      'en balance.over_share': 45,
      'tr kept': 10,
      'de balance.not_named': 30,
      '- balance.not_named': 5,
    });
  });

  test('what is not named shares what is left of 1', () => {
    const decisions = run(log, { split: ALL_TRAIN, balance: { language: { en: 0.4, tr: 0.2 } } });
    const counts = tally(log, decisions, 'language');
    expect([counts['en kept'], counts['tr kept'], (counts['de kept'] ?? 0) + (counts['- kept'] ?? 0)]).toEqual([
      20, 10, 20,
    ]);
  });

  test('val and test stay as they came, and nothing moves', () => {
    const split = { train: 0.4, val: 0.3, test: 0.3 };
    const before = fates(run(log, { split }));
    const after = fates(run(log, { split, balance: { language: { en: 0.5, tr: 0.5 } } }));
    for (const [row, fate] of before.entries()) {
      if (fate === 'train') expect(['train', 'balance.over_share', 'balance.not_named']).toContain(after[row]);
      else expect(after[row]).toBe(fate);
    }
  });

  test('who stays hangs on the content and the seed, so a day more changes little', () => {
    const settings = (seed: number) => ({ split: { ...ALL_TRAIN, seed }, balance: { language: { en: 0.6, tr: 0.4 } } });
    const today = verdicts(run(log, settings(1)));
    const more = [...log, labelled({ language: 'en' }, 900), labelled({ language: 'tr' }, 901)];
    const tomorrow = verdicts(run(more, settings(1)));
    expect(today.filter((fate, row) => fate === 'kept' && tomorrow[row] !== 'kept').length).toBeLessThanOrEqual(1);
    expect(verdicts(run(log, settings(2)))).not.toEqual(today);
    expect(verdicts(run(log, settings(1)))).toEqual(today);
  });
});

describe('mix', () => {
  const log = [...several(40, { source: 'real' }), ...several(60, { source: 'synthetic' })];

  test('synthetic examples have no more than their share, and no real one goes', () => {
    const decisions = run(log, { split: ALL_TRAIN, mix: { max_synthetic: 0.3 } });
    expect(tally(log, decisions, 'source')).toEqual({
      'real kept': 40,
      'synthetic kept': 17,
      'synthetic mix.max_synthetic': 43,
    });
  });

  test('they are in no val and test, unless asked: by themselves they are dealt to train, beside real ones they are dropped', () => {
    const split = { train: 0.4, val: 0.3, test: 0.3 };
    const strict = fates(run(log, { split }));
    const lenient = fates(run(log, { split, mix: { synthetic_in_test: true } }));
    for (const [row, fate] of lenient.entries())
      expect(strict[row]).toBe(log[row]?.facets.source === 'synthetic' ? 'train' : fate);
    expect(lenient.slice(40)).toContain('test');
    const sessions = log.map((one, row) => ({ ...one, session: `s${row % 20}` }));
    const mixed = fates(run(sessions, { split }));
    for (const [row, fate] of mixed.entries())
      expect(log[row]?.facets.source === 'synthetic' ? ['train', 'mix.held_out'] : ['train', 'val', 'test']).toContain(
        fate,
      );
    expect(mixed).toContain('mix.held_out');
  });

  test('nor are their ratings', () => {
    const split = { train: 0.4, val: 0.3, test: 0.3 };
    const feedback = feedbackOn(...log.map(({ id }) => ({ id, rating: 5 })));
    const rowsBy = (synthetic_in_test: boolean): { split: number; source: string | undefined }[] => {
      const settings = { split, mix: { synthetic_in_test } };
      const { found } = candidatesOf(decideOn(log, feedback, settings), planOf(settings), true);
      return found.map((one) => ({ split: one.split, source: log[one.answer.row]?.facets.source }));
    };
    expect(rowsBy(true)).toHaveLength(log.length);
    const heldOut = rowsBy(true).filter((one) => one.source === 'synthetic' && one.split > 0);
    expect(heldOut.length).toBeGreaterThan(10);
    const strict = rowsBy(false);
    expect(strict.filter((one) => one.source === 'synthetic' && one.split > 0)).toEqual([]);
    expect(strict.filter((one) => one.source === 'real')).toHaveLength(40);
  });

  test('is at most that share, whatever else is balanced', () => {
    const some = fc.record({
      source: fc.constantFrom('real', 'synthetic'),
      language: fc.constantFrom('en', 'tr', undefined),
    });
    fc.assert(
      fc.property(
        fc.array(some, { minLength: 1, maxLength: 60 }),
        fc.constantFrom(0, 0.1, 0.3, 0.5, 0.9, 1),
        fc.boolean(),
        (facets, share, balanced) => {
          const own = facets.map((one, n) => labelled(one, n));
          const balance = balanced ? { language: { en: 0.5, tr: 0.3 } } : {};
          const decisions = run(own, { mix: { max_synthetic: share }, balance });
          const train = fates(decisions).flatMap((fate, row) => (fate === SPLITS[0] ? [own[row]?.facets.source] : []));
          const synthetic = train.filter((source) => source === 'synthetic').length;
          expect(synthetic).toBeLessThanOrEqual(share * train.length + 1e-9);
          if (!balanced) {
            const real = facets.filter(({ source }) => source === 'real').length;
            const dropped = verdicts(decisions).filter(
              (fate) => fate === 'mix.max_synthetic' || fate === 'mix.held_out',
            ).length;
            expect(decisions.verdict.filter((verdict) => verdict === 0)).toHaveLength(facets.length - dropped);
            expect(real).toBeLessThanOrEqual(facets.length - dropped);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('caps by facet', () => {
  test('count what is left of the caps before them', () => {
    const log = [
      ...several(4, { intent: 'a', language: 'en' }),
      ...several(3, { intent: 'b', language: 'en' }),
      ...several(2, { language: 'de' }),
    ];
    const counts = tally(
      log,
      run(log, { split: ALL_TRAIN, caps: { max_per_intent: 2, max_per_language: 5 } }),
      'intent',
    );
    expect(counts['a kept']).toBe(2);
    expect((counts['a kept'] ?? 0) + (counts['b kept'] ?? 0) + (counts['- kept'] ?? 0)).toBe(6);
    expect(counts['- kept']).toBe(2);
  });
});
