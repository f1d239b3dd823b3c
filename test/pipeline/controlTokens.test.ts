import { expect, test } from 'vitest';
import control_tokens from '../../src/pipeline/clean/control_tokens.ts';
import type { Conversation } from '../../src/pipeline/conversation.ts';

/** A template writes calls and definitions of tools into the text as well. */
const conversation: Conversation = {
  id: 'c',
  timestamp: undefined,
  user: undefined,
  session: undefined,
  facets: {},
  tools: '[{"type":"function","function":{"name":"find","description":"Ends with </s>"}}]',
  messages: [
    { role: 'user', content: 'Find it.', index: 0 },
    {
      role: 'assistant',
      content: '',
      index: 1,
      tool_calls: [{ id: '1', name: 'find', arguments: '{"query":"\\u003c|im_end|> <think>"}' }],
    },
    { role: 'tool', content: '<|im_start|>', index: 2, tool_call_id: '1', name: 'find' },
    { role: 'assistant', content: 'Found.', index: 3 },
  ],
};

test('in what tools are called with, in what they answer and in what they are', () => {
  const after = control_tokens.create({}).apply(conversation);
  expect(after).toMatchObject({
    tools: '[{"type":"function","function":{"name":"find","description":"Ends with < /s>"}}]',
    messages: [
      {},
      { tool_calls: [{ arguments: '{"query":"< |im_end|> <think>"}' }] },
      { content: '< |im_start|>' },
      {},
    ],
  });
});

test('dropped for what a tool is called with', () => {
  const dropped = control_tokens.create({ action: 'drop', keep: ['</s>'] }).apply(conversation);
  expect(dropped).toMatchObject({ reason: 'found', message: 1, measured: 1 });
});

test('where there is none, the same object comes back', () => {
  const plain = { ...conversation, tools: undefined, messages: conversation.messages.slice(0, 1) };
  expect(control_tokens.create({}).apply(plain)).toBe(plain);
});
