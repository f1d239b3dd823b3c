import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../src/pipeline/conversation.ts';
import { COMPARE_BY } from '../../src/pipeline/dedup/comparedTurns.ts';
import { PREFERENCES } from '../../src/pipeline/preference.ts';
import { EVEN, keptItems } from './laws.ts';
import { worlds } from './randomWorld.ts';
import { conversation, decideOn, fates, feedbackOn, messages, NO_FEEDBACK, SURVEY, verdicts, words } from './world.ts';

const EXACT = 'dedup.exact_duplicate';

describe('which of several stays', () => {
  /** Copies, each the best by one preference. */
  const copies = [
    { id: 'rated', ending: '', timestamp: 1 },
    { id: 'often', ending: '', timestamp: 2 },
    { id: 'long', ending: '!!!', timestamp: 3 },
    { id: 'new', ending: '', timestamp: 4 },
  ].map(({ id, ending, timestamp }) =>
    conversation({ id, session: id, timestamp, messages: messages('u:Well?', `a:${words('same', 30)}${ending}`) }),
  );
  const given = feedbackOn(
    { id: 'rated', rating: 5 },
    { id: 'often', rating: 4, user: 'one' },
    { id: 'often', rating: 4, user: 'other' },
  );

  test.each([
    [[...PREFERENCES], 'rated'],
    [['feedback', 'rating'], 'often'],
    [['longest', 'rating'], 'long'],
    [['newest'], 'new'],
  ])('by %s it is %s', (keep, best) => {
    const found = verdicts(decideOn(copies, given, { dedup: { keep } }));
    expect(copies[found.indexOf('kept')]?.id).toBe(best);
  });

  test('where nothing tells them apart, the first in the logs', () => {
    expect(verdicts(decideOn(copies.slice(0, 2), NO_FEEDBACK, { dedup: { keep: ['rating'] } }))).toEqual([
      'kept',
      EXACT,
    ]);
  });
});

describe('pooled feedback', () => {
  const pooled = { pool_feedback: true };
  const copies = ['a', 'b', 'c'].map((id, timestamp) => conversation({ id, session: id, timestamp }));

  test('rates the one that stays by all that it stands for, also by those that were dropped for their rating', () => {
    const given = feedbackOn({ id: 'a', rating: 5 }, { id: 'b', rating: 5 }, { id: 'c', rating: 2 });
    const decisions = decideOn(copies, given, { dedup: pooled });
    expect(verdicts(decisions)).toEqual([EXACT, 'kept', 'rating.below_min']);
    expect([decisions.rating[1], decisions.ratings[1]]).toEqual([4, 3]);
    expect(decideOn(copies, given).rating[1]).toBe(5);
  });

  test('with too low a mean drops it, and those that went for its sake', () => {
    const given = feedbackOn({ id: 'a', rating: 5 }, { id: 'c', rating: 1 });
    const decisions = decideOn(copies, given, { dedup: pooled });
    expect(verdicts(decisions)).toEqual(['dedup.pooled_below_min', 'dedup.pooled_below_min', 'rating.below_min']);
    expect([decisions.measured[0], decisions.limit[0]]).toEqual([3, 4]);
  });

  test('counts what was said of a snapshot once', () => {
    const turns = ['u:q', `a:${words('x', 40)}`];
    const chat = (id: string, timestamp: number, ...more: string[]) =>
      conversation({ id, session: 's', timestamp, messages: messages(...turns, ...more) });
    const list = [chat('short', 1), chat('long', 2, 'u:r', 'a:b'), chat('twin', 3, 'u:r', 'a:b')];
    const decisions = decideOn(list, feedbackOn({ id: 'short', rating: 5 }), { dedup: pooled });
    const kept = verdicts(decisions).indexOf('kept');
    expect(decisions.rating[kept]).toBe(5);
  });
});

describe('what is compared', () => {
  const question = words('question', 30);
  const answer = words('answer', 30);
  const said = (id: string, asks: string, says: string, timestamp: number): Conversation =>
    conversation({ id, session: id, timestamp, messages: messages(`u:${asks}`, `a:${says}`) });
  const list = [
    said('a', question, answer, 1),
    said('b', question, words('another', 30), 2),
    said('c', words('other', 30), answer, 3),
    said('d', `${question} please`, words('third', 30), 4),
  ];
  const decided = (by: (typeof COMPARE_BY)[number], max_per_prompt = 1) => {
    const plan = { ...SURVEY, compare_by: by };
    return decideOn(list, NO_FEEDBACK, { dedup: { by, max_per_prompt }, split: EVEN }, plan);
  };

  test.each([
    ['conversation', 1, ['kept', 'kept', 'kept', 'kept']],
    ['answer', 1, [EXACT, 'kept', 'kept', 'kept']],
    ['prompt', 1, [EXACT, 'kept', 'kept', 'dedup.near_duplicate']],
    ['prompt', 2, ['kept', 'kept', 'kept', 'dedup.near_duplicate']],
    ['prompt', 3, ['kept', 'kept', 'kept', 'kept']],
  ] as const)('by %s, at most %i', (by, most, expected) => {
    const decisions = decided(by, most);
    expect(verdicts(decisions)).toEqual(expected);
    if (by === 'prompt') expect([...decisions.leader], 'in one split').toEqual([0, 0, 2, 0]);
  });

  test('what tools answered makes no difference, what they are asked does', () => {
    const call = (id: string, args: string, result: string) =>
      conversation({
        id,
        session: id,
        messages: [
          { role: 'user', content: 'Weather?', index: 0 },
          { role: 'assistant', content: '', index: 1, tool_calls: [{ id: '1', name: 'weather', arguments: args }] },
          { role: 'tool', content: result, index: 2, tool_call_id: '1', name: 'weather' },
          { role: 'assistant', content: 'See above.', index: 3 },
        ],
      });
    const same = [call('a', '{"in":"Oslo"}', 'rain'), call('b', '{"in":"Oslo"}', 'sun')];
    expect(verdicts(decideOn(same))).toContain(EXACT);
    expect(verdicts(decideOn([call('a', '{"in":"Oslo"}', 'rain'), call('b', '{"in":"Rome"}', 'rain')]))).toEqual([
      'kept',
      'kept',
    ]);
  });
});

test('nothing goes for one that it does not resemble, no two that stay are duplicates, and all stand in one split', () => {
  const anyBy = fc.record({
    by: fc.constantFrom(...COMPARE_BY),
    max_per_prompt: fc.integer({ min: 1, max: 2 }),
    pool_feedback: fc.boolean(),
    keep: fc.shuffledSubarray([...PREFERENCES], { minLength: 1 }),
  });
  const world = worlds({ exchanges: 2, answers: true, sessionless: true });
  let dropped = 0;
  fc.assert(
    fc.property(world, anyBy, fc.constantFrom('exchange', 'session'), ({ rows, feedback }, dedup, unit) => {
      const settings = { dedup, conversation: { unit }, split: EVEN };
      const decisions = decideOn(rows, feedbackOn(...feedback), settings, { ...SURVEY, compare_by: dedup.by });
      const { representative, leader, split } = decisions;
      const { pairs } = decisions.clusters;
      const found = fates(decisions);
      const kept = keptItems(decisions);
      for (let item = 0; item < decisions.itemCount; item++) {
        const fate = found[decisions.firstRow(item)] ?? '';
        if (fate !== EXACT && fate !== 'dedup.near_duplicate') continue;
        dropped++;
        // What feedback cut may be equal to what another says, whose whole it does not resemble.
        if (fate === EXACT) continue;
        expect(leader[representative[item] ?? item]).toBe(leader[item]);
        expect(decisions.measured[decisions.firstRow(item)]).toBeGreaterThanOrEqual(0.8 - 1e-6);
      }
      const most = dedup.by === 'prompt' ? dedup.max_per_prompt : 1;
      for (const one of kept) {
        const alike = kept.filter((other) => other !== one && pairs.between(one, other) !== undefined);
        if (most === 1) expect(alike).toEqual([]);
        for (const other of kept) if (leader[one] === leader[other]) expect(split[other]).toBe(split[one]);
      }
    }),
    { numRuns: 60 },
  );
  expect(dropped, 'the property is about something').toBeGreaterThan(40);
});
