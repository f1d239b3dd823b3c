import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConversationInput } from '../../src/collect/conversationInput.ts';
import type { FeedbackInput } from '../../src/collect/feedbackInput.ts';
import { conversationOf } from '../../src/inputs/conversationLine.ts';
import { feedbackOf } from '../../src/inputs/feedbackLine.ts';
import { conversationFields, feedbackFields } from '../../src/inputs/fields.ts';
import { pseudonymizer } from '../../src/measures/pseudonym.ts';
import { CollectWorld, KEY } from './world.ts';

/** Any text of UTF-16 units, also halves of characters. */
const units = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 32, max: 126 })), {
  maxLength: 40,
});
const text = units.map((codes) => String.fromCharCode(...codes));
const said = text.map((words) => `${words}.`);
const id = fc.oneof(
  said.map((words) => words.replace(/\p{Cc}/gu, '')),
  fc.constantFrom('__proto__', 'null', '0123456789abcdef', '7'),
);
const label = fc.constantFrom('en', 'support', 'gpt-4.1', 'two words');
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const message = fc.record({
  role: fc.constantFrom('system', 'developer', 'user', 'assistant', 'tool', 'function'),
  content: fc.oneof(
    text,
    fc.constant(null),
    fc.array(
      text.map((words) => ({ type: 'text', text: words })),
      { maxLength: 3 },
    ),
  ),
});
const exchange = fc.record({ user_message: said, assistant_message: said });
const list = fc.tuple(fc.array(message, { maxLength: 4 }), said, said).map(([more, question, answer]) => ({
  messages: [...more, { role: 'user' as const, content: question }, { role: 'assistant' as const, content: answer }],
}));
const about = fc.record({
  conversation_id: optional(id),
  timestamp: optional(fc.integer({ min: 1e12, max: 2e12 })),
  ...{ user_id: optional(id), session_id: optional(id), intent: optional(label), model: optional(label) },
});
const conversation: fc.Arbitrary<ConversationInput> = fc
  .tuple(about, fc.oneof(exchange, list))
  .map(([names, words]) => ({ ...names, ...words }));

const ROLES: Readonly<Record<string, string>> = { developer: 'system', function: 'tool' };

/** What somebody means who hands that over. */
function meantBy({ messages, user_message, assistant_message }: ConversationInput): string[][] {
  if (messages === undefined)
    return [
      ['user', user_message ?? ''],
      ['assistant', assistant_message ?? ''],
    ].map((entry) => entry.map((part) => part.toWellFormed()));
  return messages.map(({ role, content }) => {
    const parts = Array.isArray(content) ? content.map((part) => String(part.text)).filter((part) => part !== '') : [];
    const words = typeof content === 'string' ? content : parts.map((part) => part.toWellFormed()).join('\n');
    return [ROLES[role] ?? role, words.toWellFormed()];
  });
}

describe('a conversation that is read back', () => {
  test('is the one that was handed over', async () => {
    const world = new CollectWorld();
    const { conversations, close } = await world.open();
    const logged: ConversationInput[] = [];
    await fc.assert(
      fc.asyncProperty(conversation, async (given) => {
        expect(await conversations.log(given)).toMatchObject({ status: 'stored' });
        logged.push(given);
      }),
      { numRuns: 150 },
    );
    await close();
    const lines = world.lines('conversations');
    expect(lines).toHaveLength(logged.length);
    for (const [place, given] of logged.entries()) {
      const read = conversationOf(lines[place] ?? {}, conversationFields({}));
      if (typeof read === 'string') throw new Error(read);
      expect(read.messages.map(({ role, content }) => [role, content])).toEqual(meantBy(given));
      expect(read).toMatchObject({
        ...{ user: given.user_id?.toWellFormed(), session: given.session_id?.toWellFormed() },
        facets: { intent: given.intent, model: given.model, language: undefined },
      });
      if (given.conversation_id !== undefined) expect(read.id).toBe(given.conversation_id.toWellFormed());
      if (given.timestamp !== undefined) expect(read.timestamp).toBe(given.timestamp);
    }
  });

  test('has the same messages with `at_write` where there is nothing to scrub, and pseudonyms', async () => {
    const world = new CollectWorld({ collect: { scrub: 'at_write' } });
    const { conversations, close } = await world.open();
    const word = fc.constantFrom('river', 'window', '你好', 'naïve', 'x = 1', '\n');
    const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => `${all.join(' ')} end`);
    const logged: ConversationInput[] = [];
    await fc.assert(
      fc.asyncProperty(
        words,
        words,
        fc.boolean(),
        fc.constantFrom('ann', 'ben', undefined),
        async (q, a, whole, user) => {
          const given: ConversationInput = {
            user_id: user,
            ...(whole
              ? {
                  messages: [
                    { role: 'user', content: q },
                    { role: 'assistant', content: [{ type: 'text', text: a }] },
                  ],
                }
              : { user_message: q, assistant_message: a }),
          };
          await conversations.log(given);
          logged.push(given);
        },
      ),
      { numRuns: 100 },
    );
    await close();
    const lines = world.lines('conversations');
    const pseudonym = pseudonymizer(KEY);
    for (const [place, given] of logged.entries()) {
      const read = conversationOf(lines[place] ?? {}, conversationFields({}));
      if (typeof read === 'string') throw new Error(read);
      expect(read.messages.map(({ role, content }) => [role, content])).toEqual(meantBy(given));
      expect(read.user).toBe(given.user_id && pseudonym(given.user_id));
      expect(read.userHashed).toBe(given.user_id === undefined ? undefined : true);
    }
  });
});

test('feedback that is read back is what was handed over', async () => {
  const world = new CollectWorld();
  const { feedback, close } = await world.open();
  const words = said.filter((one) => one.trim() === one);
  const given: fc.Arbitrary<FeedbackInput> = fc
    .record({
      ...{ conversation_id: id, user_id: optional(id), message_index: optional(fc.nat(100)) },
      ...{ comment: optional(words), correction: optional(words) },
      timestamp: optional(fc.integer({ min: 1e12, max: 2e12 })),
    })
    .chain((about) =>
      fc.oneof(
        fc.double({ min: 1, max: 5, noNaN: true }).map((stars) => ({ ...about, stars })),
        fc.constantFrom('up' as const, 'down' as const).map((thumbs) => ({ ...about, thumbs })),
      ),
    );
  const submitted: FeedbackInput[] = [];
  await fc.assert(
    fc.asyncProperty(given, async (one) => {
      expect(await feedback.submit(one)).toMatchObject({ status: 'stored' });
      submitted.push(one);
    }),
    { numRuns: 200 },
  );
  await close();
  const lines = world.lines('feedback');
  for (const [place, one] of submitted.entries()) {
    const read = feedbackOf(lines[place] ?? {}, feedbackFields({}));
    if (typeof read === 'string') throw new Error(read);
    expect(read).toMatchObject({
      ...{ id: one.conversation_id.toWellFormed(), user: one.user_id?.toWellFormed() },
      message_index: one.message_index,
      rating: one.stars ?? (one.thumbs === 'up' ? 5 : 1),
      stars: one.stars !== undefined,
      comment: one.comment?.toWellFormed(),
      correction: one.correction?.toWellFormed(),
    });
  }
});

test.each([
  ['nothing said of the answer', { conversation_id: 'c' }],
  ['an id that steers terminals', { conversation_id: 'a\u001b[31mb', stars: 3 }],
  ['words that are none', { conversation_id: 'c', comment: ' \n' }],
  ['six stars', { conversation_id: 'c', stars: 6 }],
  ['no conversation', { stars: 3 }],
  ['two names for one user', { conversation_id: 'c', stars: 3, user_id: 'u', user_hash: '0123456789abcdef' }],
])('feedback with %s is refused', async (_, given) => {
  const { feedback, close } = await new CollectWorld().open();
  await expect(feedback.submitUnknown(given)).rejects.toMatchObject({ problems: [{}] });
  await close();
});
