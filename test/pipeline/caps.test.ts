import { describe, expect, test } from 'vitest';
import { always, keptItems } from './laws.ts';
import { conversation, decideOn, feedbackOn, messages, verdicts } from './world.ts';

describe('caps', () => {
  const asked = (user: string | undefined, question: string, n: number) =>
    conversation({ id: `k${n}`, user, timestamp: 1000 + n, messages: messages(`u:${question}`, `a:answer ${n}`) });
  const stars = (...ratings: (number | undefined)[]) =>
    feedbackOn(...ratings.flatMap((rating, n) => (rating === undefined ? [] : [{ id: `k${n}`, rating }])));
  const USER = 'caps.max_per_user';
  const PROMPT = 'caps.max_per_prompt';

  test('the best of a user are kept, the newest of equals', () => {
    const list = [0, 1, 2, 3].map((n) => asked('u', `question ${n}`, n)).concat(asked('v', 'question 9', 4));
    const capped = { caps: { max_per_user: 2 } };
    expect(verdicts(decideOn(list, stars(5, undefined, 4), capped))).toEqual(['kept', USER, 'kept', USER, 'kept']);
    expect(verdicts(decideOn(list, stars(), capped))).toEqual([USER, USER, 'kept', 'kept', 'kept']);
  });

  test('the best answers to a question are kept, whatever its case and punctuation', () => {
    const list = ['Why?', 'why', 'WHY!', 'Why not?'].map((question, n) => asked(undefined, question, n));
    const capped = { caps: { max_per_prompt: 1 } };
    expect(verdicts(decideOn(list, stars(undefined, 5), capped))).toEqual([PROMPT, 'kept', PROMPT, 'kept']);
  });

  test('who is not named shares no cap', () => {
    const list = [0, 1, 2].map((n) => asked(undefined, `question ${n}`, n));
    expect(verdicts(decideOn(list, stars(), { caps: { max_per_user: 1 } }))).toEqual(['kept', 'kept', 'kept']);
  });

  test('what another stage dropped fills no cap, nor does what the other cap drops', () => {
    const list = [asked('u', 'q 1', 0), asked('u', 'q 2', 1), asked('v', 'q 2', 2), asked('u', 'q 3', 3)];
    const capped = { caps: { max_per_user: 2, max_per_prompt: 1 } };
    expect(verdicts(decideOn(list, stars(5, undefined, 5, 1), capped))).toEqual([
      'kept',
      PROMPT,
      'kept',
      'rating.below_min',
    ]);
    expect(verdicts(decideOn(list, stars(5, undefined, 5, undefined), capped))).toEqual([
      'kept',
      PROMPT,
      'kept',
      'kept',
    ]);
  });

  test('tell how many there are', () => {
    const list = [0, 1, 2, 3].map((n) => asked('u', `question ${n}`, n));
    const decisions = decideOn(list, stars(), { caps: { max_per_user: 1 } });
    expect([decisions.measured[0], decisions.limit[0]]).toEqual([4, 1]);
  });

  test('are never exceeded', () => {
    always((decisions, { caps }) => {
      const limits = new Map(Object.entries(caps ?? {}));
      for (const [name, column] of [
        ['max_per_user', decisions.digest.rows.user],
        ['max_per_prompt', decisions.digest.rows.prompt],
      ] as const) {
        const limit: unknown = limits.get(name);
        if (typeof limit !== 'number') continue;
        const counts = new Map<number, number>();
        for (const item of keptItems(decisions)) {
          const value = column[decisions.firstRow(item)] ?? 0;
          if (value !== 0) counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        expect(Math.max(0, ...counts.values())).toBeLessThanOrEqual(limit);
      }
    });
  });
});
