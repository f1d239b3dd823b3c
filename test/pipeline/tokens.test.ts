import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../src/pipeline/conversation.ts';
import { DigestBuilder } from '../../src/pipeline/digestBuilder.ts';
import { MessageTokens } from '../../src/pipeline/tokens/messageTokens.ts';
import { histogramOf, tokenHistogram } from '../../src/pipeline/tokens/tokenHistogram.ts';
import {
  conversation,
  decideOnDigest,
  type FeedbackGiven,
  feedbackOn,
  keptRows,
  messages,
  NO_FEEDBACK,
  type Settings,
  SURVEY,
  survey,
  verdicts,
  words,
  wordTokens,
} from './world.ts';

/** A token is a word. Around a message stand five, around an example one. */
const EXCHANGE = 12; // of one word each
const trimTo = (max: number, cut = 'front') => ({
  ...SURVEY,
  stages: [{ use: 'max_tokens', options: { max, cut } }],
});

function decided(
  conversations: readonly Conversation[],
  feedback: readonly FeedbackGiven[] = [],
  settings: Settings = {},
  plan = SURVEY,
) {
  const digest = survey(conversations, plan, wordTokens());
  return decideOnDigest(digest, feedback.length === 0 ? NO_FEEDBACK : feedbackOn(...feedback), settings, plan);
}

describe('the digest', () => {
  test('has the tokens of all messages and what stands around them, and of the system message', () => {
    const { rows } = survey(
      [
        conversation({ messages: messages('u:one two', 'a:three') }),
        conversation({ messages: messages('s:be kind', 'u:q', 'a:a', 't:1 2 3', 'a:a') }),
        conversation({ messages: messages('u:q', 'u:') }),
      ],
      SURVEY,
      wordTokens(),
    );
    expect([...rows.tokens.subarray(0, 3)]).toEqual([1 + 5 + 2 + 5 + 1, 1 + 5 * 5 + 2 + 1 + 1 + 3 + 1, 0]);
    expect([...rows.system_tokens.subarray(0, 3)]).toEqual([0, 7, 0]);
  });

  test('has none where none are counted', () => {
    const digest = survey([conversation()]);
    expect(digest.rows.tokens[0]).toBe(0);
    expect(tokenHistogram(decideOnDigest(digest))).toBeUndefined();
  });

  test('has those of a conversation that feedback ends after any of its exchanges', () => {
    const spoken = ['s:be kind', 'u:one', 'a:two words', 'u:three', 't:x', 'a:four', 'u:five', 'a:six'];
    const whole = conversation({ id: 'c', messages: messages(...spoken) });
    const [row] = decided([whole], [{ id: 'c', message_index: 7, rating: 1 }]).digest.rows.exchanges;
    expect(row).toBe(3);
    for (const [index, end] of [
      [2, 0],
      [5, 3],
      [7, 6],
    ] as const) {
      const cut = decided([whole], [{ id: 'c', message_index: index, rating: 1 }]);
      const alone =
        end === 0
          ? undefined
          : survey([conversation({ messages: messages(...spoken.slice(0, end)) })], SURVEY, wordTokens());
      expect(cut.isKept(0) ? cut.tokensOf(0) : undefined, `cut before ${index}`).toBe(alone?.rows.tokens[0]);
    }
  });

  test('has names and arguments of calls, and definitions of tools once for all exchanges', () => {
    const call = { id: 'call_1', name: 'find', arguments: '{"city": "Ankara"}' };
    const tools = '[{"type": "function"}]';
    const one = conversation({
      tools,
      messages: [
        { role: 'user', content: 'q', index: 0 },
        { role: 'assistant', content: '', index: 1, tool_calls: [call] },
        { role: 'tool', content: '9 °C', index: 2, tool_call_id: 'call_1' },
        { role: 'assistant', content: 'Nine degrees.', index: 3 },
      ],
    });
    const tokens = wordTokens();
    // No text is one word here.
    expect(tokens.ofConversation(one)).toBe(1 + (5 + 2) + (5 + 1) + (5 + 1 + 1 + 2) + (5 + 2) + (5 + 2));
    expect(tokens.ofPreamble(one)).toBe(7);
    const { rows } = survey([one], SURVEY, tokens);
    expect([rows.tokens[0], rows.system_tokens[0]]).toEqual([tokens.ofConversation(one), 7]);
  });

  test('a message is counted once', () => {
    let counted = 0;
    const tokens = new MessageTokens(() => counted++);
    survey([conversation({ messages: messages('s:x', 'u:q', 'a:a', 'u:q', 'a:a') })], trimTo(1000), tokens);
    expect(counted).toBe(5);
  });
});

describe('a conversation that is cut from the front', () => {
  const long = (id: string) => conversation({ id, messages: messages('u:a', 'a:b', 'u:c', 'a:d', 'u:e', 'a:f') });
  const two = 1 + 2 * EXCHANGE;
  const given = (max: number, ...feedback: Omit<FeedbackGiven, 'id'>[]) =>
    decided(
      [long('c')],
      feedback.map((one) => ({ id: 'c', ...one })),
      {},
      trimTo(max),
    );

  test('is as long as what is left of it', () => {
    const { digest, exchanges } = given(two);
    expect([digest.rows.exchanges[0], exchanges[0], digest.rows.tokens[0]]).toEqual([2, 2, two]);
  });

  test('a bad rating of what is gone is on nothing that is there', () => {
    for (const index of [0, 1]) {
      const decisions = given(two, { message_index: index, rating: 1 });
      expect([verdicts(decisions), decisions.exchanges[0], decisions.joined[0]]).toEqual([['kept'], 2, 1]);
      expect(decisions.meanRating[0]).toBeNaN();
    }
  });

  test('a bad rating of what is left ends it there', () => {
    const later = given(two, { message_index: 5, rating: 1 });
    expect([verdicts(later), later.exchanges[0], later.tokensOf(0)]).toEqual([['kept'], 1, 1 + EXCHANGE]);
    expect(verdicts(given(two, { message_index: 3, rating: 1 }))).toEqual(['rating.below_min']);
  });

  test('of one exchange that is left, too', () => {
    const one = 1 + EXCHANGE;
    expect(verdicts(given(one + 5, { message_index: 3, rating: 1 }))).toEqual(['kept']);
    expect(verdicts(given(one + 5, { message_index: 5, rating: 1 }))).toEqual(['rating.below_min']);
    expect(verdicts(given(one + 5, { rating: 1 }))).toEqual(['rating.below_min']);
    expect(given(one + 5, { message_index: 3, rating: 1 }, { message_index: 5, rating: 5 }).rating[0]).toBe(5);
  });

  test('is so in digests that are put one behind the other', () => {
    const plan = trimTo(two);
    const other = conversation({ id: 'd', messages: messages('u:g', 'a:h', 'u:i', 'a:j', 'u:k', 'a:l') });
    const builder = new DigestBuilder(0);
    for (const part of [
      [conversation(), long('c')],
      [other, conversation()],
    ])
      builder.append(survey(part, plan, wordTokens()), 0);
    const rated = (message_index: number) =>
      verdicts(decideOnDigest(builder.finish(), feedbackOn({ id: 'd', message_index, rating: 1 }), {}, plan))[2];
    expect([rated(1), rated(3), rated(5)]).toEqual(['kept', 'rating.below_min', 'kept']);
  });
});

describe('a joined session', () => {
  const turn = (n: number, more: Partial<Conversation> = {}, system = '') =>
    conversation({
      id: `t${n}`,
      session: 's',
      timestamp: n,
      messages: messages(...(system === '' ? [] : [`s:${system}`]), `u:q${n}`, `a:a${n}`),
      ...more,
    });
  const limit = (max: number, cut: 'front' | 'drop' = 'front'): Settings => ({
    conversation: { unit: 'session' },
    tokens: { max, cut },
  });
  const turns = [0, 1, 2, 3].map((n) => turn(n));

  test('loses its first exchanges until it fits, and every record is accounted for', () => {
    const decisions = decided(turns, [], limit(1 + 2 * EXCHANGE));
    expect(verdicts(decisions)).toEqual(['session_tokens.cut', 'session_tokens.cut', 'kept', 'kept']);
    expect(decisions.tokensOf(0)).toBe(1 + 2 * EXCHANGE);
    expect([decisions.measured[0], decisions.limit[0]]).toEqual([1 + 4 * EXCHANGE, 1 + 2 * EXCHANGE]);
    expect([decisions.firstRow(0), decisions.firstKeptRow(0), keptRows(decisions, 0)]).toEqual([0, 2, [2, 3]]);
  });

  test('that fits stays as it is', () => {
    expect(verdicts(decided(turns, [], limit(1 + 4 * EXCHANGE)))).toEqual(['kept', 'kept', 'kept', 'kept']);
  });

  test('is dropped as a whole where that is said', () => {
    expect(new Set(verdicts(decided(turns, [], limit(30, 'drop'))))).toEqual(new Set(['session_tokens.too_long']));
  });

  test('counts the system message of its first exchange alone', () => {
    const all = [0, 1, 2, 3].map((n) => turn(n, {}, 'be kind'));
    const decisions = decided(all, [], limit(1 + 7 + 4 * EXCHANGE));
    expect(decisions.tokensOf(0)).toBe(1 + 7 + 4 * EXCHANGE);
    expect(verdicts(decided(all, [], limit(7 + 4 * EXCHANGE)))).toEqual(['session_tokens.cut', 'kept', 'kept', 'kept']);
  });

  test('is not cut where its system message would go', () => {
    const first = [turn(0, {}, 'be kind'), turn(1), turn(2)];
    expect(new Set(verdicts(decided(first, [], limit(30))))).toEqual(new Set(['session_tokens.too_long']));
    const again = [turn(0, {}, 'be kind'), turn(1), turn(2, {}, 'be kind'), turn(3)];
    expect(verdicts(decided(again, [], limit(1 + 7 + 3 * EXCHANGE)))).toEqual([
      'session_tokens.cut',
      'session_tokens.cut',
      'kept',
      'kept',
    ]);
  });

  test('counts the tools of its first exchange alone, and is not cut where they would go', () => {
    const tools = '[{"name": "find"}]'; // seven tokens
    const all = [0, 1, 2].map((n) => turn(n, { tools }));
    expect(decided(all, [], limit(1 + 7 + 3 * EXCHANGE)).tokensOf(0)).toBe(1 + 7 + 3 * EXCHANGE);
    expect(verdicts(decided(all, [], limit(1 + 7 + 2 * EXCHANGE)))).toEqual(['session_tokens.cut', 'kept', 'kept']);
    const first = [turn(0, { tools }), turn(1), turn(2)];
    expect(new Set(verdicts(decided(first, [], limit(30))))).toEqual(new Set(['session_tokens.too_long']));
  });

  test('is measured after feedback, so that nothing is cut for what does not go out', () => {
    const decisions = decided(turns, [{ id: 't2', rating: 1 }], limit(1 + 2 * EXCHANGE));
    expect(verdicts(decisions)).toEqual(['kept', 'kept', 'rating.below_min', 'session.after_bad_turn']);
  });

  test('keeps its split and its duplicates, however much of it is cut', () => {
    const texts = [0, 1, 2].map((n) => messages(`u:${words(`q${n}`, 9)}`, `a:${words(`a${n}`, 30)}`));
    const session = (name: string, at: number) =>
      texts.map((said, n) => conversation({ id: `${name}${n}`, session: name, timestamp: at + n, messages: said }));
    const rows = [...session('one', 0), ...session('two', 100)];
    const whole = decided(rows, [], { conversation: { unit: 'session' } });
    for (const max of [60, 110, 200]) {
      const cut = decided(rows, [], limit(max));
      expect([...cut.leader]).toEqual([...whole.leader]);
      expect([...cut.split]).toEqual([...whole.split]);
    }
  });

  test('whatever it is: what goes out fits, and nothing is cut that need not be', () => {
    const turnOf = fc.record({ system: fc.constantFrom('', 'be kind', 'be'), said: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(fc.array(turnOf, { minLength: 2, maxLength: 8 }), fc.integer({ min: 40, max: 120 }), (list, max) => {
        const rows = list.map(({ system, said }, n) =>
          turn(n, { messages: messages(...(system === '' ? [] : [`s:${system}`]), `u:q${n}`, `a:${words(n, said)}`) }),
        );
        const decisions = decided(rows, [], limit(max));
        if (!decisions.isKept(0)) return;
        expect(decisions.tokensOf(0)).toBeLessThanOrEqual(max);
        const kept = keptRows(decisions, 0);
        expect(kept).toEqual([...decisions.rowsOf(0)].slice(-kept.length));
        const joined = kept.flatMap((row, place) =>
          (rows[row]?.messages ?? []).filter(({ role }) => place === 0 || role !== 'system'),
        );
        expect(decisions.tokensOf(0)).toBe(wordTokens().ofConversation(conversation({ messages: joined })));
      }),
    );
  });
});

describe('the histogram', () => {
  test('of what goes out, by powers of two', () => {
    const texts = [1, 5, 5, 40].map((count, n) => conversation({ messages: messages('u:q', `a:${words(n, count)}`) }));
    const histogram = tokenHistogram(decided(texts, [], { dedup: { exact: false } }));
    expect(histogram).toEqual({
      ...{ examples: 4, total: 13 + 17 + 17 + 52, mean: 24.8, p50: 17, p90: 52, p95: 52, p99: 52, max: 52 },
      histogram: [
        { up_to: 16, examples: 1 },
        { up_to: 32, examples: 2 },
        { up_to: 64, examples: 1 },
      ],
    });
  });

  test('counts every example once, in the smallest bin that holds it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 })), (tokens) => {
        const { histogram, examples } = histogramOf(tokens);
        expect(examples).toBe(tokens.length);
        for (const bin of histogram)
          expect(bin.examples).toBe(tokens.filter((one) => one <= bin.up_to && one > bin.up_to / 2).length);
        expect(histogram.reduce((sum, bin) => sum + bin.examples, 0)).toBe(tokens.length);
      }),
    );
  });
});
