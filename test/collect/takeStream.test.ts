import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Outcome, takeStream } from '../../src/collect/takeStream.ts';
import { type Collected, InvalidInput, NotWritten } from '../../src/collect/types.ts';
import { CollectWorld } from './world.ts';

const stored = (id: unknown): Collected => ({ status: 'stored', conversation_id: String(id) });

async function outcomes(text: string | Readable, take = async (record: object) => stored(JSON.stringify(record))) {
  const stream = typeof text === 'string' ? Readable.from([Buffer.from(text)]) : text;
  const all: Outcome[] = [];
  for await (const outcome of takeStream(stream, take, 1000)) all.push(outcome);
  return all;
}

test('lines are told in their order by number, whatever becomes of each', async () => {
  const text = `\uFEFF{"a":1}\r\n\n[1]\n{"a"\n{"a":"${'x'.repeat(2000)}"}\n{"refused":1}\n{"a":2}`;
  const take = async (record: object): Promise<Collected> => {
    await new Promise((resolve) => setTimeout(resolve, 'a' in record && record.a === 1 ? 5 : 0));
    if ('refused' in record) throw new InvalidInput('It says no.', []);
    return stored('a' in record ? record.a : '');
  };
  expect(await outcomes(text, take)).toEqual([
    { line: 1, collected: stored(1) },
    { line: 3, problem: 'It is no JSON object.' },
    { line: 4, problem: 'It is no JSON.' },
    { line: 5, problem: 'It is longer than `inputs.max_line_bytes`.' },
    { line: 6, problem: 'It says no.' },
    { line: 7, collected: stored(2) },
  ]);
});

test('an array is read by its elements, however the stream is cut', async () => {
  const text = ' [{"a":1}, {"b":[{}]},\n{"c":"]"}]\n';
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 7 }), async (size) => {
      const chunks = text.match(new RegExp(`[^]{1,${size + 1}}`, 'g')) ?? [];
      const found = await outcomes(Readable.from(chunks.map((chunk) => Buffer.from(chunk))));
      expect(found).toEqual(
        ['{"a":1}', '{"b":[{}]}', '{"c":"]"}'].map((json, place) => ({ line: place + 1, collected: stored(json) })),
      );
    }),
    { numRuns: 7 },
  );
});

test('no more is read than is taken', async () => {
  let read = 0;
  async function* lines() {
    for (; read < 100_000; read++) yield Buffer.from('{}\n');
  }
  const never = () => new Promise<Collected>(() => {});
  void takeStream(Readable.from(lines()), never, 1000).next();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(read).toBeLessThan(1000);
});

test('after a failure nothing more is read, and what was under way is told', async () => {
  let taken = 0;
  const take = async (): Promise<Collected> => {
    taken++;
    if (taken === 3) throw new NotWritten('The disk is full.', 'full');
    return stored(taken);
  };
  async function* lines() {
    for (let line = 0; line < 5000; line++) yield Buffer.from('{}\n');
  }
  const all = await outcomes(Readable.from(lines()), take);
  expect(all.slice(0, 4)).toMatchObject([{ collected: {} }, { collected: {} }, { failure: {} }, { collected: {} }]);
  expect(all).toHaveLength(taken);
  expect(taken).toBeLessThan(1000);
});

test.each([
  [
    { id: 7, prompt: 'a', response: 'b', user: 'u', created_at: 1_700_000_000, latency: 3 },
    {
      conversation_id: '7',
      user_id: 'u',
      user_message: 'a',
      assistant_message: 'b',
      timestamp: '2023-11-14T22:13:20.000Z',
    },
  ],
  [
    {
      conversations: [
        { from: 'human', value: 'a' },
        { from: 'gpt', value: 'b' },
      ],
      meta: { session: 's' },
    },
    {
      session_id: 's',
      messages: [
        { role: 'user', content: 'a' },
        { role: 'assistant', content: 'b' },
      ],
    },
  ],
  [
    { frage: 'a', answer: 'b', language: 'de', user_hash: '0123456789abcdef' },
    { user_message: 'a', assistant_message: 'b', language: 'de', user_hash: '0123456789abcdef' },
  ],
])('conversations under names found in the wild are stored under ours: %j', async (line, expected) => {
  const world = new CollectWorld({ inputs: { fields: { user_message: 'frage' } } });
  const { conversations, close } = await world.open();
  await conversations.logFound(line);
  await close();
  expect(world.lines('conversations')).toMatchObject([expected]);
  expect(world.text()).not.toContain('latency');
});

test.each([
  [
    { example_id: 7, helpful: false, comment: 'no' },
    { conversation_id: '7', thumbs: 'down', comment: 'no' },
  ],
  [
    { id: 'c', rating: '4', user: 'u' },
    { conversation_id: 'c', stars: 4, user_id: 'u' },
  ],
  [
    { id: 'c', note: 5 },
    { conversation_id: 'c', stars: 5 },
  ],
])('so is feedback: %j', async (line, expected) => {
  const world = new CollectWorld({ inputs: { feedback_fields: { stars: 'note' } } });
  const { feedback, close } = await world.open();
  await feedback.submitFound(line);
  await close();
  expect(world.lines('feedback')).toMatchObject([expected]);
});

test('lines in which nothing is known are refused with a sentence', async () => {
  const { conversations, feedback, close } = await new CollectWorld().open();
  await expect(conversations.logFound({ text: 'a' })).rejects.toThrow('it has no messages under a name that is known');
  await expect(conversations.logFound({ messages: [{ role: 'moon', content: 'a' }] })).rejects.toThrow(
    'a role that is not known',
  );
  await expect(conversations.logFound({ prompt: 'a', response: 'b', time: 'late' })).rejects.toThrow('timestamp');
  await expect(feedback.submitFound({ stars: 3 })).rejects.toThrow('it names no conversation');
  await expect(feedback.submitFound({ id: 'c', stars: 9 })).rejects.toThrow('it has no stars from 1 to 5');
  await close();
});
