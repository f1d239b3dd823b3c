import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConversationInput } from '../../src/collect/conversationInput.ts';
import { conversationOf } from '../../src/inputs/conversationLine.ts';
import { conversationFields } from '../../src/inputs/fields.ts';
import { pseudonymizer } from '../../src/measures/pseudonym.ts';
import { CollectWorld, KEY } from './world.ts';

const AT_WRITE = { collect: { scrub: 'at_write' } };
const MAIL = 'jo.doe@example.com';
const PHONE = '+44 20 7946 0958';
const CARD = '4111 1111 1111 1111';
const USER = 'zanthorpe-user';
const SESSION = 'mirfield-session';
const PAIR = { user_message: 'a question', assistant_message: 'an answer' };
const pseudonym = pseudonymizer(KEY);

const planted: Readonly<Record<string, ConversationInput>> = {
  'an exchange': { user_message: `I am at ${MAIL}.`, assistant_message: `Call ${PHONE}, pay with ${CARD}.` },
  'characters that hide it': { ...PAIR, user_message: `Write to jo.doe\u200b@example.com or j\u00ado.doe@example.com` },
  'messages and their parts': {
    messages: [
      { role: 'system', content: `Serve ${MAIL}` },
      {
        role: 'user',
        name: USER,
        content: [
          { type: 'text', text: `I am ${MAIL}` },
          { type: 'image_url', image_url: MAIL },
        ],
      },
      { role: 'assistant', content: `Not ${PHONE}?` },
    ],
  },
  'arguments of tools, their results and definitions': {
    messages: [
      { role: 'user', content: 'Send it.' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          { id: 'c1', type: 'function', function: { name: 'mail', arguments: { to: MAIL, deep: [{ phone: PHONE }] } } },
          { id: 'c2', type: 'function', function: { name: 'pay', arguments: JSON.stringify({ card: CARD }) } },
        ],
      },
      { role: 'tool', tool_call_id: 'c1', content: `sent to ${MAIL}` },
      { role: 'assistant', content: 'Done.', tool_calls: [{ function: { name: 'f', arguments: `{"to": "${MAIL}` } }] },
    ],
    tools: [{ type: 'function', function: { name: 'mail', description: `Asks ${MAIL}` } }],
  },
  'ids of calls': {
    messages: [
      { role: 'user', content: 'Send it.' },
      { role: 'assistant', content: null, tool_calls: [{ id: MAIL, function: { name: 'mail', arguments: '{}' } }] },
      { role: 'tool', tool_call_id: MAIL, content: 'sent' },
      { role: 'assistant', content: 'Done.' },
    ],
  },
  'metadata, its keys and what names people in it': {
    ...PAIR,
    metadata: {
      [MAIL]: 1,
      note: `from ${MAIL}`,
      deep: { list: [PHONE] },
      card: 4111111111111111,
      user: USER,
      session_id: SESSION,
    },
  },
  'labels, and what is none': {
    language: '192.0.2.77',
    ...PAIR,
    intent: `asks for ${MAIL}`,
    context: `${PHONE}`,
  },
  'an id': { ...PAIR, conversation_id: MAIL },
};

test.each(Object.entries(planted))('nothing personal of %s is stored', async (_, conversation) => {
  const world = new CollectWorld(AT_WRITE);
  const { conversations, close } = await world.open();
  const input = { user_id: USER, session_id: SESSION, ...conversation };
  expect(await conversations.log(input)).toMatchObject({ status: 'stored' });
  await close();
  const stored = world.text();
  for (const value of [MAIL, 'jo.doe', 'o.doe@', '192.0.2.77', PHONE, CARD, CARD.replaceAll(' ', ''), USER, SESSION])
    expect(stored, value).not.toContain(value);
  expect(world.lines('conversations')).toMatchObject([
    { user_hash: pseudonym(USER), session_hash: pseudonym(SESSION) },
  ]);
});

test('what a tool was called with stays, and a call that cannot be read stays one', async () => {
  const world = new CollectWorld(AT_WRITE);
  const { conversations, close } = await world.open();
  await conversations.log(planted['arguments of tools, their results and definitions'] ?? {});
  await close();
  const read = conversationOf(world.lines('conversations')[0] ?? {}, conversationFields({}));
  expect(read).toMatchObject({
    messages: [
      { role: 'user', content: 'Send it.' },
      {
        tool_calls: [
          { id: 'c1', name: 'mail', arguments: '{"to":"[EMAIL]","deep":[{"phone":"[PHONE]"}]}' },
          { id: 'c2', name: 'pay', arguments: '{"card":"[CREDIT_CARD]"}' },
        ],
      },
      { role: 'tool', tool_call_id: 'c1', name: 'mail', content: 'sent to [EMAIL]' },
      { role: 'assistant', content: 'Done.', broken_call: true },
    ],
    tools: '[{"type":"function","function":{"name":"mail","description":"Asks [EMAIL]"}}]',
  });
});

test('who is named in the metadata alone is stored as a pseudonym', async () => {
  const world = new CollectWorld(AT_WRITE);
  const { conversations, close } = await world.open();
  await conversations.log({ ...PAIR, metadata: { user_id: USER, thread_id: SESSION, plan: 'free' } });
  await close();
  const [line] = world.lines('conversations');
  expect(line).toMatchObject({
    user_hash: pseudonym(USER),
    session_hash: pseudonym(SESSION),
    metadata: { plan: 'free' },
  });
});

test('so is who is named where only the config says', async () => {
  const fields = { user: 'metadata.account.owner', session: 'trace.id' };
  const world = new CollectWorld({ ...AT_WRITE, inputs: { fields } });
  const { conversations, close } = await world.open();
  await conversations.log({ ...PAIR, metadata: { account: { owner: USER, plan: 'free' }, trace: { id: SESSION } } });
  await close();
  expect(world.text()).not.toMatch(new RegExp(`${USER}|${SESSION}`));
  const read = conversationOf(world.lines('conversations')[0] ?? {}, conversationFields(fields));
  expect(read).toMatchObject({
    user: pseudonym(USER),
    userHashed: true,
    session: pseudonym(SESSION),
    sessionHashed: true,
  });
});

test('pseudonyms that were handed over stay', async () => {
  const world = new CollectWorld(AT_WRITE);
  const { conversations, close } = await world.open();
  await conversations.log({ ...PAIR, user_hash: '0123456789abcdef' });
  await close();
  expect(world.lines('conversations')).toMatchObject([{ user_hash: '0123456789abcdef' }]);
});

test('feedback loses its personal data, and joins a conversation whose id was one', async () => {
  const world = new CollectWorld(AT_WRITE);
  const { conversations, feedback, close } = await world.open();
  const { conversation_id } = await conversations.log({ ...PAIR, conversation_id: MAIL });
  expect(conversation_id).toBe(MAIL);
  await feedback.submit({ conversation_id, user_id: USER, comment: `ask ${MAIL}`, correction: `It is ${PHONE}.` });
  await close();
  const [line] = world.lines('feedback');
  expect(line).toEqual({
    ...{ conversation_id: pseudonym(MAIL), timestamp: '2026-03-04T12:00:00.000Z', user_hash: pseudonym(USER) },
    ...{ comment: 'ask [EMAIL]', correction: 'It is [PHONE].' },
  });
  expect(world.lines('conversations')[0]?.conversation_id).toBe(pseudonym(MAIL));
});

test('actions and patterns of the config hold at the door, too', async () => {
  const privacy = {
    entities: { EMAIL: 'numbered', PHONE: 'keep', CREDIT_CARD: 'drop' },
    patterns: [{ entity: 'TICKET', pattern: 'T-[0-9]{5}' }],
  };
  const world = new CollectWorld({ ...AT_WRITE, privacy });
  const { conversations, feedback, close } = await world.open();
  await conversations.log({
    user_message: `${MAIL}, max@example.com, T-12345`,
    assistant_message: `${MAIL}? ${PHONE}`,
    metadata: { mail: 'max@example.com' },
  });
  const dropped = [
    await conversations.log({ ...PAIR, user_message: CARD }),
    await conversations.log({ ...PAIR, metadata: { card: CARD } }),
    await feedback.submit({ conversation_id: 'c', comment: CARD }),
  ];
  await close();
  expect(dropped.map(({ status }) => status)).toEqual(['dropped', 'dropped', 'dropped']);
  expect(conversations.counts).toMatchObject({ stored: 1, dropped: 2 });
  expect(world.lines('conversations')).toMatchObject([
    {
      user_message: '[EMAIL_1], [EMAIL_2], [TICKET]',
      assistant_message: `[EMAIL_1]? ${PHONE}`,
      metadata: { mail: '[EMAIL_2]' },
    },
  ]);
});

test('it is told that pseudonyms have no key, and that an outside recognizer is not asked', async () => {
  const recognizer = { url: 'http://127.0.0.1:9/analyze' };
  const world = new CollectWorld({ ...AT_WRITE, privacy: { recognizer } });
  const { warnings, close } = await world.open({ id_key: '' });
  await close();
  expect(warnings).toEqual([
    expect.stringContaining('CURATE_ID_KEY is not set'),
    expect.stringContaining('does not ask `privacy.recognizer`'),
  ]);
  const raw = await new CollectWorld().open({ id_key: '' });
  await raw.close();
  expect(raw.warnings).toEqual([]);
});

test('wherever it is planted, it is not stored', async () => {
  const world = new CollectWorld(AT_WRITE);
  const { conversations, feedback, close } = await world.open();
  const values = [MAIL, PHONE, CARD, '192.0.2.77', 'DE89 3704 0044 0532 0130 00'];
  const words = fc.array(fc.constantFrom('river', 'window', 'call', 'is', '\n', 'Grüße', '你好'), { maxLength: 4 });
  const text = fc
    .tuple(words, fc.constantFrom(...values, ''), words)
    .map(([before, value, after]) => [...before, value, ...after].join(' '));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.dictionary(fc.oneof(text, fc.constantFrom('user', 'to', 'toString')), tie('tree'), { maxKeys: 3 }),
      fc.array(tie('tree'), { maxLength: 3 }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(text, text, tree, text, async (question, answer, metadata, label) => {
      const said = [`${question}?`, `${answer}.`] as const;
      const about = { metadata: { tree: metadata }, intent: label.slice(0, 200) };
      const args = JSON.stringify({ tree: metadata });
      const lines = [
        { user_message: said[0], assistant_message: said[1], ...about },
        {
          messages: [
            { role: 'user', content: [{ type: 'text', text: said[0] }] },
            { role: 'assistant', content: said[1], tool_calls: [{ function: { name: 'f', arguments: args } }] },
          ],
          tools: [{ name: 'f', parameters: { tree: metadata } }],
        },
      ];
      for (const line of lines) await conversations.logUnknown(line);
      await feedback.submit({ conversation_id: 'c', stars: 1, comment: question, correction: answer });
    }),
    { numRuns: 60 },
  );
  await close();
  const stored = world.text();
  const left = values.flatMap((value) => stored.split('\n').filter((line) => line.includes(value)));
  expect(left).toEqual([]);
});
