import { expect, test } from 'vitest';
import type { FileCalls } from '../../src/collect/fileCalls.ts';
import { nodeFiles } from '../../src/collect/nodeFiles.ts';
import { CollectWorld } from './world.ts';

const PAIR = { user_message: 'a question', assistant_message: 'an answer' };

/** A disk that is full while `isFull` says so. */
function disk(isFull: () => boolean): FileCalls {
  return {
    ...nodeFiles,
    async open(path, mode) {
      if (isFull()) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      return nodeFiles.open(path, mode);
    },
  };
}

test('a full disk is an error of the caller, and what comes after it is stored', async () => {
  let full = true;
  const world = new CollectWorld();
  const { conversations, feedback, close } = await world.open({ files: disk(() => full) });
  await expect(conversations.log(PAIR)).rejects.toMatchObject({ cause_code: 'full' });
  await expect(feedback.submit({ conversation_id: 'c', stars: 1 })).rejects.toMatchObject({ cause_code: 'full' });
  full = false;
  expect(await conversations.log(PAIR)).toMatchObject({ status: 'stored' });
  await close();
  expect(conversations.counts).toMatchObject({ stored: 1, failed: 1, dropped: 0 });
  expect(feedback.counts).toMatchObject({ stored: 0, failed: 1, bytes: 0 });
});

test('with `on_failure: drop` it is a counted drop; a mistake of the caller stays an error', async () => {
  const world = new CollectWorld({ collect: { on_failure: 'drop' } });
  const { conversations, feedback, close } = await world.open({ files: disk(() => true) });
  expect(await conversations.log({ ...PAIR, conversation_id: 'c' })).toEqual({
    status: 'dropped',
    conversation_id: 'c',
  });
  expect(await feedback.submit({ conversation_id: 'c', stars: 1 })).toMatchObject({ status: 'dropped' });
  await expect(conversations.logUnknown({})).rejects.toThrow('cannot be stored');
  await close();
  expect(conversations.counts).toEqual({ stored: 0, opted_out: 0, dropped: 1, failed: 0, bytes: 0 });
});

test('no error says a word of what was handed over', async () => {
  const world = new CollectWorld({ collect: { max_line_bytes: 1024 } });
  const { conversations, feedback, close } = await world.open();
  const secret = 'quixotrellum';
  const wrong: unknown[] = [
    { ...PAIR, [secret]: 1 },
    { ...PAIR, metadata: { [secret]: { [secret]: Number.NaN } } },
    { ...PAIR, tools: [{ [secret]: 1n }] },
    { ...PAIR, timestamp: secret, user_hash: secret, model: [secret] },
    { messages: [{ role: secret, content: secret, [secret]: secret }] },
    { messages: [{ role: 'assistant', tool_calls: [{ function: { name: 7, arguments: { [secret]: undefined } } }] }] },
    { user_message: secret.repeat(100), assistant_message: secret },
    secret,
    [secret],
  ];
  for (const given of wrong) {
    for (const refused of [conversations.logUnknown(given), feedback.submitUnknown(given)]) {
      const error: unknown = await refused.catch((problem: unknown) => problem);
      if (!(error instanceof Error)) throw new Error('It was taken.');
      expect(JSON.stringify({ ...error, message: error.message, stack: error.stack })).not.toContain(secret);
    }
  }
  await close();
});
