import { expect, test } from 'vitest';
import { InvalidInput, TooLarge } from '../../src/collect/types.ts';
import { CollectWorld, NOW } from './world.ts';

const PAIR = { user_message: 'a question', assistant_message: 'an answer' };

test('an exchange stands in the file of its day under the names of logs, in one order', async () => {
  const world = new CollectWorld();
  const { conversations, close } = await world.open();
  const { conversation_id, status } = await conversations.log({
    metadata: { b: 1, a: [true] },
    ...{ intent: 'help', model: 'm-1', assistant_message: 'an answer', user_message: 'a \ud800 question' },
    ...{ session_id: 's', user_id: 'u' },
  });
  await close();
  expect(status).toBe('stored');
  expect(world.text('conversations_2026-03-04')).toBe(
    `{"conversation_id":"${conversation_id}","timestamp":"2026-03-04T12:00:00.000Z","user_id":"u","session_id":"s",` +
      '"user_message":"a \ufffd question","assistant_message":"an answer","intent":"help","model":"m-1",' +
      '"metadata":{"b":1,"a":[true]}}\n',
  );
  expect(conversations.counts).toEqual({
    ...{ stored: 1, opted_out: 0, dropped: 0, failed: 0 },
    bytes: Buffer.byteLength(world.text()),
  });
});

test('ids that are made are UUIDs of version 7, in the order of time', async () => {
  let now = NOW;
  const { conversations, close } = await new CollectWorld().open({ now: () => now++ });
  const ids: string[] = [];
  for (let turn = 0; turn < 50; turn++) ids.push((await conversations.log(PAIR)).conversation_id);
  await close();
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(50);
  expect(ids.toSorted()).toEqual(ids);
  expect(Number.parseInt((ids[0] ?? '').slice(0, 13).replace('-', ''), 16)).toBe(NOW);
});

test.each([
  ['2026-09-30T12:00:00+02:00', '2026-09-30T10:00:00.000Z'],
  ['2026-09-30 12:00', '2026-09-30T12:00:00.000Z'],
  [1_700_000_000, '2023-11-14T22:13:20.000Z'],
  [1_700_000_000_123, '2023-11-14T22:13:20.123Z'],
])('the time %s is stored in UTC', async (timestamp, stored) => {
  const world = new CollectWorld();
  const { conversations, close } = await world.open();
  await conversations.log({ ...PAIR, timestamp });
  await close();
  expect(world.lines('conversations')[0]?.timestamp).toBe(stored);
});

const user = { role: 'user', content: 'a question' } as const;
const assistant = { role: 'assistant', content: 'an answer' } as const;

test.each([
  ['neither pair nor messages', {}, ''],
  ['both', { ...PAIR, messages: [user, assistant] }, 'messages'],
  ['half a pair', { user_message: 'a question' }, 'assistant_message'],
  ['a question of nothing', { user_message: ' \n', assistant_message: 'an answer' }, 'user_message'],
  ['messages without an answer', { messages: [user, { role: 'assistant', content: '' }] }, 'messages'],
  ['messages without a question', { messages: [{ role: 'system', content: 'x' }, assistant] }, 'messages'],
  ['two names for one user', { ...PAIR, user_id: 'u', user_hash: '0123456789abcdef' }, 'user_hash'],
  ['two names for one session', { ...PAIR, session_id: 's', session_hash: '0123456789abcdef' }, 'session_hash'],
  ['no time', { ...PAIR, timestamp: 'yesterday' }, 'timestamp'],
  ['half a million values', { ...PAIR, metadata: { list: Array(500_000).fill(1) } }, ''],
])('%s is refused, and nothing is stored', async (_, conversation, path) => {
  const world = new CollectWorld();
  const { conversations, close } = await world.open();
  const error: unknown = await conversations.logUnknown(conversation).catch((refused: unknown) => refused);
  await close();
  if (!(error instanceof InvalidInput)) throw new Error('It was taken.');
  expect(error.problems.map((problem) => problem.path)).toEqual([path]);
  expect(() => world.text()).toThrow(); // no folder, either
  expect(conversations.counts.stored).toBe(0);
});

test('a call of a tool is an answer', async () => {
  const { conversations, close } = await new CollectWorld().open();
  const called = {
    role: 'assistant',
    content: null,
    tool_calls: [{ function: { name: 'f', arguments: {} } }],
  } as const;
  await expect(
    conversations.log({ messages: [user, { ...called, tool_calls: [...called.tool_calls] }] }),
  ).resolves.toMatchObject({ status: 'stored' });
  await close();
});

test('the limit of a line is one of bytes, its end counted', async () => {
  const world = new CollectWorld({ collect: { max_line_bytes: 1024 } });
  const { conversations, close } = await world.open();
  const line = (length: number) => ({ ...PAIR, conversation_id: 'x', user_message: 'ü'.repeat(length) });
  await conversations.log(line(1));
  const room = 1024 - Buffer.byteLength(world.text());
  await conversations.log(line(1 + Math.floor(room / 2)));
  await expect(conversations.log(line(2 + Math.floor(room / 2)))).rejects.toThrow(TooLarge);
  await close();
  expect(world.lines('conversations')).toHaveLength(2);
});

test('keys such as __proto__ do no harm', async () => {
  const world = new CollectWorld();
  const { conversations, close } = await world.open();
  const metadata: Record<string, number> = JSON.parse('{"constructor": {"prototype": {"polluted": 1}}, "toString": 1}');
  await conversations.log({ ...PAIR, user_id: '__proto__', conversation_id: 'constructor', metadata });
  const hostile: unknown = JSON.parse(
    '{"user_message": "a", "assistant_message": "b", "metadata": {"__proto__": {"polluted": 1}}}',
  );
  await conversations.logUnknown(hostile).catch(() => {}); // taken without it, or refused
  await close();
  expect(world.text()).not.toContain('"__proto__":');
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(world.lines('conversations').slice(0, 1)).toMatchObject([
    { user_id: '__proto__', conversation_id: 'constructor', metadata },
  ]);
});

test.each([
  ['nested without end', JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
  ['no object', 'text'],
  ['nothing', null],
  ['a number that JSON does not have', { ...PAIR, metadata: { a: 1n } }],
])('what is %s is refused at once', async (_, conversation: unknown) => {
  const { conversations, close } = await new CollectWorld().open();
  await expect(conversations.logUnknown(conversation)).rejects.toThrow(InvalidInput);
  await close();
});

test('what was handed over before closing is stored, also where nobody waited for it', async () => {
  const world = new CollectWorld();
  const { conversations, feedback, close } = await world.open();
  const logged = [conversations.log(PAIR), conversations.log(PAIR)];
  const rated = feedback.submit({ conversation_id: 'c', stars: 1 });
  await close();
  for (const collected of [...logged, rated]) expect(await collected).toMatchObject({ status: 'stored' });
  expect(world.text().split('\n')).toHaveLength(4);
});

test('after closing nothing is taken', async () => {
  const { conversations, close } = await new CollectWorld().open();
  await close();
  await expect(conversations.log(PAIR)).rejects.toMatchObject({ cause_code: 'closed' });
});

test('a config whose names would read the lines otherwise is refused before there are any', async () => {
  const renamed = new CollectWorld({ inputs: { fields: { session: 'conversation_id' } } });
  await expect(renamed.open()).rejects.toThrow(/`inputs\.fields` reads `session`/);
  const rated = new CollectWorld({ inputs: { feedback_fields: { comment: 'correction' } } });
  await expect(rated.open()).rejects.toThrow(/`inputs\.feedback_fields` reads `comment`/);
  const own = new CollectWorld({ inputs: { fields: { user: 'customer', user_message: ['q', 'frage'] } } });
  await (await own.open()).close();
});
