import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/pipeline/conversation.ts';
import { Drop } from '../../src/pipeline/stage.ts';
import { exchangeEnds, firstExchanges, orderTurns } from '../../src/pipeline/turns.ts';
import { conversation, messages } from './world.ts';

/** The shorthand of `messages`, back again. */
const spoken = (list: readonly Message[]): string[] => list.map(({ role, content }) => `${role[0]}:${content}`);

const order = (...turns: string[]): string[] | string => {
  const verdict = orderTurns(conversation({ messages: messages(...turns) }));
  return verdict instanceof Drop ? verdict.reason : spoken(verdict.messages);
};

describe('orderTurns', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[] | string])[] = [
    ['in order already', ['s:s', 'u:q', 'a:a', 'u:q', 'a:a'], ['s:s', 'u:q', 'a:a', 'u:q', 'a:a']],
    ['neighbours of one role become one', ['u:q', 'u:r', 'a:a', 'a:b'], ['u:q\n\nr', 'a:a\n\nb']],
    ['system messages go to the front as one', ['u:q', 's:s', 'a:a', 's:t'], ['s:s\n\nt', 'u:q', 'a:a']],
    ['a greeting before the first question goes', ['a:hi', 'u:q', 'a:a'], ['u:q', 'a:a']],
    ['what was never answered goes', ['u:q', 'a:a', 'u:r', 'u:s'], ['u:q', 'a:a']],
    ['messages without text go', ['u: ', 'u:q', 'a:\n', 'a:a', 's:\t'], ['u:q', 'a:a']],
    ['an empty answer lets questions meet', ['u:q', 'a: ', 'u:r', 'a:a'], ['u:q\n\nr', 'a:a']],
    [
      'tools between two messages of the assistant stay',
      ['u:q', 'a:a', 't:1', 't:2', 'a:b'],
      ['u:q', 'a:a', 't:1', 't:2', 'a:b'],
    ],
    ['a tool before any answer goes', ['u:q', 't:1', 'a:a'], ['u:q', 'a:a']],
    ['a tool before the next question goes', ['u:q', 'a:a', 't:1', 'u:r', 'a:b'], ['u:q', 'a:a', 'u:r', 'a:b']],
    ['a tool at the end goes', ['u:q', 'a:a', 't:1'], ['u:q', 'a:a']],
    ['nothing', [], 'no_question'],
    ['a system prompt alone', ['s:s'], 'no_question'],
    ['an answer alone', ['a:a'], 'no_question'],
    ['a question alone', ['u:q'], 'no_answer'],
    ['an answer before the question only', ['a:a', 'u:q'], 'no_answer'],
    ['an answer without text', ['u:q', 'a: '], 'no_answer'],
    ['a question without text', ['u:\u3000', 'a:a'], 'no_question'],
    ['a tool is no answer', ['u:q', 't:1'], 'no_answer'],
  ];
  test.each(cases)('%s', (_note, turns, expected) => {
    expect(order(...turns)).toEqual(expected);
  });

  describe('calls of tools', () => {
    const call = { id: 'c1', name: 'sum', arguments: '{}' };
    const question: Message = { role: 'user', content: 'q', index: 0 };
    const calling: Message = { role: 'assistant', content: '', index: 1, tool_calls: [call] };
    const result: Message = { role: 'tool', content: '', index: 2, tool_call_id: 'c1' };
    const answer: Message = { role: 'assistant', content: 'a', index: 3 };
    const verdictOn = (...list: Message[]) => orderTurns(conversation({ messages: list }));

    test('stay with their results, even where these are empty', () => {
      const list = [question, calling, result, answer];
      const before = conversation({ messages: list });
      expect(orderTurns(before)).toBe(before);
      expect(verdictOn(answer, ...list, question)).toMatchObject({ messages: list });
    });

    test('may be the last word', () => {
      expect(verdictOn(question, calling)).toMatchObject({ messages: [question, calling] });
      expect(verdictOn(question, calling, result)).toMatchObject({ messages: [question, calling] });
    });

    test('join what the assistant said just before', () => {
      expect(verdictOn(question, answer, calling)).toMatchObject({
        messages: [question, { ...calling, content: 'a' }],
      });
    });

    test('are refused without a result, with one that is not theirs, and where they cannot be read', () => {
      const other: Message = { ...result, tool_call_id: 'c2' };
      for (const list of [
        [question, calling, answer],
        [question, calling, question, answer],
        [question, calling, other, answer],
        [question, calling, result, result, answer],
        [question, { ...answer, broken_call: true as const }],
        [question, { ...calling, tool_calls: [call, call] }, result, answer],
      ])
        expect(verdictOn(...list)).toMatchObject({ reason: 'tool_calls' });
    });
  });

  test('a message made of several keeps the place of the last, for feedback on it', () => {
    const verdict = orderTurns(conversation({ messages: messages('a:hi', 'u:q', 'u:r', 'a:a', 'a: ', 'a:b') }));
    if (verdict instanceof Drop) throw new Error(verdict.reason);
    expect(verdict.messages.map(({ index }) => index)).toEqual([2, 5]);
  });

  test('is linear in the number of messages', () => {
    for (const one of [['u:q'], ['t:1'], ['a:a', 't:1'], ['s:s'], ['u:q', 'a:a', 't:1'], ['a: ']]) {
      const middle = Array.from({ length: 100_000 }, () => messages(...one)).flat();
      const many = [...messages('u:q', 'a:a'), ...middle, ...messages('a:a')];
      const began = performance.now();
      orderTurns(conversation({ messages: many }));
      expect(performance.now() - began, one.join(' ')).toBeLessThan(1000);
    }
  });
});

const anyMessages = fc
  .array(fc.tuple(fc.constantFrom('u', 'a', 's', 't'), fc.constantFrom('one', 'two', '', ' ', '\n')), { maxLength: 15 })
  .map((pairs) => messages(...pairs.map(([role, text]) => `${role}:${text}`)));

describe('laws of ordered turns', () => {
  test('system once at most, then user and assistant in turn, the assistant last, all with text', () => {
    fc.assert(
      fc.property(anyMessages, (list) => {
        const verdict = orderTurns(conversation({ messages: list }));
        if (verdict instanceof Drop) return;
        const roles = verdict.messages.map(({ role }) => role[0]).join('');
        expect(roles).toMatch(/^s?(ua(t+a)*)+$/);
        expect(verdict.messages.every(({ content }) => content.trim() !== '')).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('once more changes nothing: the same object', () => {
    fc.assert(
      fc.property(anyMessages, (list) => {
        const verdict = orderTurns(conversation({ messages: list }));
        if (!(verdict instanceof Drop)) expect(orderTurns(verdict)).toBe(verdict);
      }),
      { numRuns: 2000 },
    );
  });

  test('text of user, assistant and system between the first question and the last answer is all there, in order', () => {
    const numbered = anyMessages.map((list) =>
      list.map((message) => ({ ...message, content: message.content.trim() === '' ? '' : `<${message.index}>` })),
    );
    fc.assert(
      fc.property(numbered, (list) => {
        const verdict = orderTurns(conversation({ messages: list }));
        if (verdict instanceof Drop) return;
        const withText = list.filter(({ content }) => content !== '');
        const dialogue = withText.filter(({ role }) => role !== 'system');
        const first = dialogue.findIndex(({ role }) => role === 'user');
        const last = dialogue.findLastIndex(({ role }) => role === 'assistant');
        const inside = dialogue.slice(first, last + 1).filter(({ role }) => role !== 'tool');
        const expected = [...withText.filter(({ role }) => role === 'system'), ...inside];
        const found = verdict.messages
          .filter(({ role }) => role !== 'tool')
          .flatMap(({ content }) => content.split('\n\n'));
        expect(found).toEqual(expected.map(({ content }) => content));
      }),
      { numRuns: 2000 },
    );
  });

  test('is dropped exactly when no answer with text follows a question with text', () => {
    fc.assert(
      fc.property(anyMessages, (list) => {
        const said = (role: string) => list.filter((message) => message.role === role && message.content.trim() !== '');
        const question = said('user')[0]?.index ?? Number.POSITIVE_INFINITY;
        const answered = said('assistant').some(({ index }) => index > question);
        expect(orderTurns(conversation({ messages: list })) instanceof Drop).toBe(!answered);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('exchanges', () => {
  test.each([
    [['u:q', 'a:a'], [2]],
    [['s:s', 'u:q', 'a:a'], [3]],
    [
      ['s:s', 'u:q', 'a:a', 'u:q', 'a:a'],
      [3, 5],
    ],
    [
      ['u:q', 'a:a', 't:1', 'a:b', 'u:q', 'a:a'],
      [4, 6],
    ],
    [[], []],
  ])('%j end at %j', (turns, ends) => {
    expect(exchangeEnds(messages(...turns))).toEqual(ends);
  });

  test('there are as many as questions; the first n are a beginning in order, and all of them the same object', () => {
    fc.assert(
      fc.property(anyMessages, fc.integer({ min: 1, max: 6 }), (list, wanted) => {
        const whole = orderTurns(conversation({ messages: list }));
        if (whole instanceof Drop) return;
        const count = whole.messages.filter(({ role }) => role === 'user').length;
        expect(exchangeEnds(whole.messages)).toHaveLength(count);
        const part = firstExchanges(whole, wanted);
        expect(orderTurns(part), 'in order').toBe(part);
        expect(part.messages).toEqual(whole.messages.slice(0, part.messages.length));
        expect(exchangeEnds(part.messages)).toHaveLength(Math.min(wanted, count));
        if (wanted >= count) expect(part).toBe(whole);
      }),
      { numRuns: 2000 },
    );
  });
});
