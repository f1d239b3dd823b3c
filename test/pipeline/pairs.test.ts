import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../src/pipeline/conversation.ts';
import { selectPairs } from '../../src/pipeline/signals/pairs.ts';
import { SIGNAL_REASONS } from '../../src/pipeline/signals/signal.ts';
import { SPLITS } from '../../src/pipeline/split/assign.ts';
import {
  conversation,
  decideOnDigest,
  type FeedbackGiven,
  feedbackOf,
  messages,
  planOf,
  type Settings,
  SURVEY,
  survey,
} from './world.ts';

const QUESTION = 'u:How do I water a cactus in winter?';

function pair(
  conversations: readonly Conversation[],
  feedback: readonly FeedbackGiven[],
  settings: Settings = {},
  plan = SURVEY,
) {
  const decisions = decideOnDigest(survey(conversations, plan), feedbackOf(feedback), settings, plan);
  const { signals, reasons } = selectPairs(decisions, planOf(settings));
  const idOf = (row: number | undefined): string => conversations[row ?? -1]?.id ?? '';
  const used = new Set(signals.flatMap(({ answer, rejected }) => [answer.row, rejected?.row]));
  return {
    // `chosen > rejected origin margin`; a correction is told by its line of feedback.
    pairs: signals.map(({ answer, rejected, correction, origin, margin }) => {
      const sides =
        rejected === undefined ? [`line ${correction}`, idOf(answer.row)] : [idOf(answer.row), idOf(rejected.row)];
      return `${sides.join(' > ')} ${origin} ${margin}`;
    }),
    why: Object.fromEntries(
      conversations.flatMap(({ id }, row) =>
        used.has(row) ? [] : [[id, SIGNAL_REASONS[(reasons[row] ?? 0) - 1] ?? '']],
      ),
    ),
    signals,
  };
}

let made = 0;
const answered = (id: string, given: Partial<Conversation> = {}): Conversation =>
  conversation({ id, messages: messages(QUESTION, `a:Answer number ${made++}.`), ...given });
const stars = (ratings: Record<string, number>): FeedbackGiven[] =>
  Object.entries(ratings).map(([id, rating]) => ({ id, rating }));

describe('corrections', () => {
  test('the correction is better than the answer, by the stars it lacked', () => {
    expect(pair([answered('a')], [{ id: 'a', rating: 2, correction: 'Better.' }]).pairs).toEqual([
      'line 0 > a correction 3',
    ]);
    expect(pair([answered('a')], [{ id: 'a', correction: 'Better.' }]).pairs).toEqual(['line 0 > a correction 4']);
  });

  test('an answer with full stars has no better one', () => {
    const { pairs, why } = pair([answered('a')], [{ id: 'a', rating: 5, correction: 'The same.' }]);
    expect([pairs, why]).toEqual([[], { a: 'no_partner' }]);
  });

  test('of one user the latest counts, of several users one, unless there may be more', () => {
    const feedback = [
      { id: 'a', user: 'u1', correction: 'Last.', timestamp: 2 },
      { id: 'a', user: 'u1', correction: 'First.', timestamp: 1 },
      { id: 'a', user: 'u2', correction: 'Of another.', timestamp: 0 },
    ];
    expect(pair([answered('a')], feedback).pairs).toEqual(['line 0 > a correction 4']);
    const two = { preference: { max_pairs_per_prompt: 2 } };
    expect(pair([answered('a')], feedback, two).pairs).toEqual(['line 0 > a correction 4', 'line 2 > a correction 4']);
  });

  test('of somebody who opted out it is not used', () => {
    const feedback = [
      { id: 'a', user: 'u1', correction: 'Mine.' },
      { id: 'a', user: 'u2', rating: 1 },
      { id: 'b', user: 'u2', correction: 'Theirs.' },
    ];
    const both = [answered('a'), conversation({ id: 'b', messages: messages('u:Another question?', 'a:Hm.') })];
    const { signals } = pair(both, feedback, { opted_out: ['u1'] });
    expect(signals.map(({ answer, correction }) => [answer.row, correction])).toEqual([[1, 1]]);
  });

  test('an answer in the middle of a conversation is corrected there', () => {
    const long = conversation({ id: 'a', messages: messages('u:q1', 'a:a1', 'u:q2', 'a:a2', 'u:q3', 'a:a3') });
    const { signals } = pair([long], [{ id: 'a', message_index: 3, correction: 'Better.' }]);
    expect(signals.map(({ answer }) => answer.exchange)).toEqual([1]);
  });
});

describe('answers to the same question', () => {
  test('in the same session any difference makes a pair', () => {
    const both = [answered('a', { session: 's' }), answered('b', { session: 's' })];
    expect(pair(both, stars({ a: 4, b: 5 })).pairs).toEqual(['b > a regenerated 1']);
    expect(pair(both, stars({ a: 4, b: 4 }))).toMatchObject({
      pairs: [],
      why: { a: 'close_ratings', b: 'close_ratings' },
    });
  });

  test('anywhere else their ratings must be `min_margin` apart', () => {
    const both = [answered('a'), answered('b')];
    const together = { split: { train: 1, val: 0, test: 0 } };
    expect(pair(both, stars({ a: 2, b: 4 }), together).pairs).toEqual(['b > a same_prompt 2']);
    expect(pair(both, stars({ a: 3, b: 4 }), together).why).toEqual({ a: 'close_ratings', b: 'close_ratings' });
    const near = { ...together, preference: { min_margin: 1 } };
    expect(pair(both, stars({ a: 3, b: 4 }), near).pairs).toEqual(['b > a same_prompt 1']);
  });

  test('the question counts whatever its case and punctuation; another system prompt or other turns are another context', () => {
    const together = { split: { train: 1, val: 0, test: 0 } };
    const shouted = conversation({ id: 'b', messages: messages('u:HOW do I water a cactus, in winter', 'a:Never.') });
    expect(pair([answered('a'), shouted], stars({ a: 1, b: 5 }), together).pairs).toEqual(['b > a same_prompt 4']);
    const briefed = conversation({ id: 'b', messages: messages('s:Be brief.', QUESTION, 'a:Never.') });
    expect(pair([answered('a'), briefed], stars({ a: 1, b: 5 }), together).why).toEqual({
      a: 'no_partner',
      b: 'no_partner',
    });
    const equipped = conversation({
      id: 'b',
      messages: messages(QUESTION, 'a:Never.'),
      tools: '[{"type":"function"}]',
    });
    expect(pair([answered('a'), equipped], stars({ a: 1, b: 5 }), together).pairs).toEqual([]);
    const later = conversation({ id: 'b', messages: messages('u:Hello.', 'a:Hello.', QUESTION, 'a:Never.') });
    expect(pair([answered('a'), later], stars({ a: 1, b: 5 }), together).pairs).toEqual([]);
    const asLate = conversation({ id: 'c', messages: messages('u:hello', 'a:hello!', QUESTION, 'a:Once a month.') });
    expect(pair([later, asLate], stars({ b: 1, c: 5 }), together).pairs).toEqual(['c > b same_prompt 4']);
  });

  test('a short question asks something else every time', () => {
    const short = (id: string, answer: string) =>
      conversation({ id, session: 's', messages: messages('u:Go on.', `a:${answer}`) });
    const { pairs, why } = pair([short('a', 'One.'), short('b', 'Two.')], stars({ a: 1, b: 5 }));
    expect([pairs, why]).toEqual([[], { a: 'short_question', b: 'short_question' }]);
  });

  test('the best against the worst, once, or as often as may be', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((id) => answered(id, { session: 's' }));
    const ratings = stars({ a: 1, b: 2, c: 3, d: 4, e: 5 });
    expect(pair(five, ratings)).toMatchObject({
      pairs: ['e > a regenerated 4'],
      why: { b: 'capped', c: 'capped', d: 'capped' },
    });
    const three = { preference: { max_pairs_per_prompt: 3 } };
    expect(pair(five, ratings, three)).toMatchObject({
      pairs: ['d > b regenerated 2', 'e > a regenerated 4'],
      why: { c: 'close_ratings' },
    });
  });

  test('equal answers are one', () => {
    const same = ['a', 'b'].map((id) =>
      conversation({ id, session: 's', messages: messages(QUESTION, 'a:The same.') }),
    );
    expect(pair(same, stars({ a: 1, b: 5 })).pairs).toEqual([]);
  });
});

describe('sessions', () => {
  const settings = { conversation: { unit: 'session' } };
  const turn = (id: string, session: string, timestamp: number, ...spoken: string[]): Conversation =>
    conversation({ id, session, timestamp, messages: messages(...spoken) });

  test('what was said before in the session is the context', () => {
    const two = (id: string, hello: string, answer: string) => [
      turn(`${id}0`, id, 0, `u:${hello}`, 'a:Hello.'),
      turn(`${id}1`, id, 1, QUESTION, `a:${answer}`),
    ];
    const together = { ...settings, split: { train: 1, val: 0, test: 0 } };
    const same = [...two('a', 'Hi', 'One.'), ...two('b', 'Hi', 'Two.')];
    expect(pair(same, stars({ a1: 1, b1: 5 }), together).pairs).toEqual(['b1 > a1 same_prompt 4']);
    const other = [...two('a', 'Hi', 'One.'), ...two('b', 'Bonjour', 'Two.')];
    expect(pair(other, stars({ a1: 1, b1: 5 }), together).pairs).toEqual([]);
  });

  test('a question that was asked again has the context of the first time', () => {
    const all = [
      turn('a', 's', 0, 'u:Hi', 'a:Hello.'),
      turn('b', 's', 1, QUESTION, 'a:One.'),
      turn('c', 's', 2, QUESTION, 'a:Two.'),
    ];
    const { pairs, signals } = pair(all, stars({ b: 2, c: 5 }), settings);
    expect(pairs).toEqual(['c > b regenerated 3']);
    expect(signals.map(({ answer }) => answer.before)).toEqual([1]);
  });
});

describe('splits', () => {
  const split = { train: 0.5, val: 0.25, test: 0.25 };
  const asked = Array.from({ length: 400 }, (_, n) => {
    const question = `u:Question number ${n >> 1} of some length?`;
    return conversation({
      id: `c${n}`,
      session: `s${n}`,
      timestamp: n,
      messages: messages(question, `a:Answer ${n}.`),
    });
  });
  const ratings = asked.map(({ id }, n) => ({ id, rating: n % 2 === 0 ? 1 : 5 }));

  test('a pair stands where both its conversations do; those of different splits make none', () => {
    const decisions = decideOnDigest(survey(asked), feedbackOf(ratings), { split });
    const { signals, why } = pair(asked, ratings, { split });
    expect(signals.length).toBeGreaterThan(50);
    expect(Object.values(why)).toContain('other_split');
    for (const { answer, rejected, split: place } of signals) {
      const liked = decisions.split[answer.item]; // the better one is among the conversations, too
      expect(SPLITS[place]).toBe(SPLITS[liked ?? -1]);
      const alone = pair(
        [asked[rejected?.row ?? 0]].filter((one) => one !== undefined),
        [{ id: `c${rejected?.row}`, correction: 'x' }],
        { split },
      );
      expect(alone.signals[0]?.split).toBe(place);
    }
  });

  test('all pairs of one question stand in one split', () => {
    const question = 'u:One question that everybody asks?';
    const all = asked.map((one, n) => ({ ...one, messages: messages(question, `a:Answer ${n} of many.`) }));
    const { signals } = pair(all, ratings, { split, preference: { max_pairs_per_prompt: 100 } });
    expect(signals.length).toBeGreaterThan(20);
    expect(new Set(signals.map((one) => one.split)).size).toBe(1);
  });

  test('what is rated tomorrow moves no pair to another split', () => {
    const early = pair(asked, ratings.slice(0, 200), { split }).signals;
    const late = pair(asked, ratings, { split }).signals;
    const splits = new Map(late.map((one) => [one.answer.row, one.split]));
    for (const { answer, split: place } of early) expect(splits.get(answer.row)).toBe(place);
  });
});
