import { describe, expect, test } from 'vitest';
import { exchangeOf } from '../../src/importers/exchange.ts';

const user = (content: string) => ({ role: 'user', content });
const assistant = (content: string) => ({ role: 'assistant', content });
const hi = [user('Hi'), assistant('Hello')];

describe('what a call was given and gave back', () => {
  test.each([
    ['texts', 'Hi', 'Hello'],
    ['a chain', { input: 'Hi', chat_history: [] }, { output: 'Hello' }],
    ['JSON in texts', '[{"role":"user","content":"Hi"}]', '{"role":"assistant","content":"Hello"}'],
    ['chat completions', { messages: [user('Hi')] }, { choices: [{ message: assistant('Hello') }] }],
    ['completions', { prompt: 'Hi' }, { choices: [{ text: 'Hello' }] }],
    [
      'responses',
      { input: 'Hi' },
      { output: [{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Hello' }] }] },
    ],
    [
      'messages of Anthropic',
      { messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }] },
      { role: 'assistant', content: [{ type: 'text', text: 'Hello' }] },
    ],
    [
      'LangChain’s dictionaries',
      { messages: [[{ type: 'human', data: { content: 'Hi' } }]] },
      { generations: [[{ text: 'Hello' }]] },
    ],
    [
      'LangChain’s newer dictionaries',
      { messages: [{ type: 'human', content: 'Hi' }] },
      { messages: [{ type: 'ai', content: 'Hello' }] },
    ],
    ['a graph that gives back all', { messages: [user('Hi')] }, { messages: hi }],
    ['a message under a name of its own', { question: 'Hi' }, { output: { content: 'Hello' } }],
  ])('as %s', (_, given, returned) => {
    expect(exchangeOf(given, returned)).toMatchObject({ messages: hi });
  });

  test('keeps results of tools before what the user says beside them', () => {
    const content = [
      { type: 'tool_result', tool_use_id: 't1', content: 'sunny' },
      { type: 'text', text: 'And tomorrow?' },
    ];
    expect(exchangeOf({ messages: [{ role: 'user', content }] }, 'Rain.')).toMatchObject({
      messages: [{ role: 'tool', content: 'sunny', tool_call_id: 't1' }, user('And tomorrow?'), assistant('Rain.')],
    });
  });

  test('reads calls of functions in responses', () => {
    const input = [
      user('Hi'),
      { type: 'function_call', call_id: 'c1', name: 'clock', arguments: '{}' },
      { type: 'function_call_output', call_id: 'c1', output: '9 am' },
    ];
    const calls = [{ id: 'c1', type: 'function', function: { name: 'clock', arguments: '{}' } }];
    expect(exchangeOf({ input }, 'Good morning')).toMatchObject({
      messages: [
        user('Hi'),
        { role: 'assistant', content: '', tool_calls: calls },
        { role: 'tool', content: '9 am', tool_call_id: 'c1' },
        assistant('Good morning'),
      ],
    });
  });

  test.each([
    ['nothing given', undefined, 'Hello', 'no_bodies'],
    ['an empty request', {}, 'Hello', 'no_bodies'],
    ['nothing given back', 'Hi', null, 'no_bodies'],
    ['an empty answer', 'Hi', { choices: [{ message: assistant('') }] }, 'no_bodies'],
    ['another kind of call', { documents: 3 }, 'Hello', 'no_messages'],
    ['an unknown role', { messages: [{ role: 'narrator', content: 'Hi' }] }, 'Hello', 'unknown_role'],
  ])('says what is wrong with %s', (_, given, returned, problem) => {
    expect(exchangeOf(given, returned)).toBe(problem);
  });
});
