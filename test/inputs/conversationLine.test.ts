import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inputsSchema } from '../../src/config/inputsSchema.ts';
import { conversationOf } from '../../src/inputs/conversationLine.ts';
import { CONVERSATION_FIELDS, conversationFields, FEEDBACK_FIELDS, feedbackFields } from '../../src/inputs/fields.ts';
import { parseRecord } from '../../src/inputs/parseRecord.ts';
import type { Conversation } from '../../src/pipeline/conversation.ts';

/** A new spelling is a case in `conversationLine.yaml`; `null` there means that the value must be absent. */
const caseSchema = z.strictObject({
  note: z.string(),
  line: z.record(z.string(), z.unknown()),
  fields: inputsSchema.shape.fields,
  messages: z.array(z.record(z.string(), z.string())).optional(),
  indexes: z.array(z.number()).optional(),
  is: z.partialRecord(z.enum(['id', 'user', 'session', 'timestamp']), z.string().nullable()).optional(),
  hashed: z.array(z.enum(['user', 'session'])).default([]),
  facets: z.record(z.string(), z.string().nullable()).optional(),
  problem: z.string().optional(),
});
const cases = z.array(caseSchema).parse(load(readFileSync(new URL('conversationLine.yaml', import.meta.url), 'utf8')));

/** Takes the way of a log line: bytes, JSON, conversation. */
function read(json: string, fields = conversationFields({})): Conversation | string {
  const record = parseRecord(Buffer.from(json));
  return typeof record === 'string' ? record : conversationOf(record, fields);
}

function conversation(json: string): Conversation {
  const found = read(json);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

describe('a conversation line', () => {
  test.each(cases.map((entry) => [entry.note, entry] as const))('%s', (_note, entry) => {
    const found = read(JSON.stringify(entry.line), conversationFields(entry.fields));
    if (entry.problem !== undefined || typeof found === 'string') {
      expect(found).toBe(entry.problem);
      return;
    }
    const { messages, timestamp, facets } = found;
    if (entry.messages !== undefined)
      expect(messages.map(({ role, content }) => ({ [role]: content }))).toEqual(entry.messages);
    if (entry.indexes !== undefined) expect(messages.map(({ index }) => index)).toEqual(entry.indexes);
    const time = timestamp === undefined ? null : new Date(timestamp).toISOString();
    const { id, user = null, session = null } = found;
    expect({ id, user, session, timestamp: time }).toMatchObject(entry.is ?? {});
    const { userHashed, sessionHashed } = found;
    const came = [...(userHashed ? ['user'] : []), ...(sessionHashed ? ['session'] : [])];
    expect(came).toEqual(entry.hashed);
    const labels = Object.fromEntries(Object.entries(facets).map(([name, label]) => [name, label ?? null]));
    expect(labels).toMatchObject(entry.facets ?? {});
  });

  test('every usual name is shown by a case', () => {
    const shown = JSON.stringify(cases.map(({ line }) => line));
    for (const name of Object.values(CONVERSATION_FIELDS).flat()) expect(shown).toContain(`"${name}":`);
  });

  test.each([
    ['system', 'system developer'],
    ['user', 'user human prompter customer Human USER'],
    ['assistant', 'assistant gpt bot chatbot chatgpt ai model agent function_call Assistant'],
    ['tool', 'tool function observation'],
  ])('roles that are %s', (role, names) => {
    for (const name of [...names.split(' '), ` ${names.split(' ')[0]} `]) {
      const { messages } = conversation(JSON.stringify({ messages: [{ role: name, content: 'x' }] }));
      expect(messages[0]?.role, name).toBe(role);
    }
  });

  test('results that do not say which call they answer take the calls in order', () => {
    const { messages, tools } = conversation(
      JSON.stringify({
        tools: [{ name: 'f', parameters: {} }],
        messages: [
          { role: 'user', content: 'q' },
          { role: 'assistant', tool_calls: [{ name: 'f' }, { id: 'own', name: 'g', arguments: { a: [1] } }] },
          { role: 'tool', content: '1' },
          { role: 'tool', tool_call_id: 'own', content: '2' },
        ],
      }),
    );
    expect(messages.map(({ tool_call_id, name }) => [tool_call_id, name])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      ['call_1_0', 'f'],
      ['own', 'g'],
    ]);
    expect(tools).toBe('[{"type":"function","function":{"name":"f","parameters":{}}}]');
  });

  test('calls of tools are read, an empty list of them is none', () => {
    const message = (extra: object) =>
      conversation(JSON.stringify({ messages: [{ role: 'assistant', content: null, ...extra }] })).messages[0];
    expect(message({ tool_calls: [{ id: 'c' }] })?.broken_call).toBe(true);
    expect(message({ tool_calls: [{ function: { name: 'f', arguments: '{"a"' } }] })?.broken_call).toBe(true);
    expect(message({ tool_calls: [{ id: 'c', function: { name: 'f', arguments: '{"a": 1}' } }] })?.tool_calls).toEqual([
      { id: 'c', name: 'f', arguments: '{"a": 1}' },
    ]);
    expect(message({ function_call: { name: 'f' } })?.tool_calls).toEqual([
      { id: 'call_0_0', name: 'f', arguments: '{}' },
    ]);
    expect(message({ role: 'function_call', content: '{"name": "f", "arguments": {"a": 1}}' })).toEqual({
      role: 'assistant',
      content: '',
      index: 0,
      tool_calls: [{ id: 'call_0_0', name: 'f', arguments: '{"a":1}' }],
    });
    expect(message({ tool_calls: [], function_call: null })).toEqual({ role: 'assistant', content: '', index: 0 });
  });
});

describe('ids that the log does not have', () => {
  test('equal content gets an equal id, other content another', () => {
    const id = (line: object): string => conversation(JSON.stringify(line)).id;
    expect(id({ query: 'q', answer: 'a', user: 'u' })).toBe(
      id({ conversations: [['q', 'a']], timestamp: '2024-01-01' }),
    );
    const others = [{ query: 'q', answer: 'b' }, { query: 'qa', answer: '' }, { query: 'q' }, { answer: 'q' }].map(id);
    expect(new Set([id({ query: 'q', answer: 'a' }), ...others]).size).toBe(5);
    expect(id({ query: 'q', answer: 'a' })).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('hostile lines', () => {
  test('lone surrogates are made well-formed, in text and in ids', () => {
    const found = conversation(
      String.raw`{"query":"a\ud800b","answer":[{"text":"\udc00"}],"id":"\ud83d","user":"\ud83d","session":"x\udfff"}`,
    );
    expect(found.messages.map(({ content }) => content)).toEqual(['a\ufffdb', '\ufffd']);
    expect([found.id, found.user, found.session]).toEqual(['\ufffd', '\ufffd', 'x\ufffd']);
    const alpaca = conversation(String.raw`{"instruction":"a","input":"\ud800","output":"b"}`);
    expect(alpaca.messages[0]?.content).toBe('a\n\n\ufffd');
  });

  test('keys named like properties of every object do no harm', () => {
    const found = conversation(
      '{"query":"q","__proto__":{"user":"u","id":"x","answer":"a"},"metadata":{"__proto__":{"session":"s"}},"constructor":1}',
    );
    expect(found.messages).toHaveLength(1);
    expect([found.user, found.session]).toEqual([undefined, undefined]);
    expect(Object.hasOwn(Object.prototype, 'user')).toBe(false);
    expect(read('{"messages":[{"__proto__":{"role":"user","content":"q"}}]}')).toBe('unknown_role');
  });

  test('content nested without end is no text and no crash', () => {
    const depth = 200_000;
    const { messages } = conversation(`{"query":"q","answer":${'['.repeat(depth)}"a"${']'.repeat(depth)}}`);
    expect(messages[1]?.content).toBe('');
    const objects = `${'{"text":'.repeat(depth)}"a"${'}'.repeat(depth)}`;
    expect(conversation(`{"query":"q","answer":${objects}}`).messages[1]?.content).toBe('');
  });

  test('whatever JSON a line holds, it is read or refused, and its text is well-formed', () => {
    const key = fc.constantFrom(...Object.values(CONVERSATION_FIELDS).flat(), 'metadata', 'tool_calls', 'bot', 'input');
    const { value } = fc.letrec((again) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: fc.constantFrom('a', ' ', '\ud800', '\udc00', '😀') }),
        fc.constantFrom('user', 'human', 'gpt', null, true, 1, -1, 1e300, '2024-01-01'),
        fc.array(again('value'), { maxLength: 4 }),
        fc.dictionary(key, again('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 6 }), (line) => {
        const found = read(JSON.stringify(line));
        if (typeof found === 'string') {
          expect(['no_messages', 'unknown_role']).toContain(found);
          return;
        }
        const { id, user, session, messages, facets } = found;
        const labels = Object.values(facets);
        for (const text of [id, user, session, ...labels, ...messages.map(({ content }) => content)])
          expect(text?.isWellFormed() ?? true).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

test('every field has its place in the mapping of the config, and its own names come first', () => {
  const own = (name: string): [string, string] => [name, `my_${name}`];
  const conversations = conversationFields(Object.fromEntries(Object.keys(CONVERSATION_FIELDS).map(own)));
  for (const [name, usual] of Object.entries(CONVERSATION_FIELDS))
    expect(Object.entries(conversations)).toContainEqual([name, [`my_${name}`, ...usual]]);
  const feedback = feedbackFields(Object.fromEntries(Object.keys(FEEDBACK_FIELDS).map(own)));
  for (const [name, usual] of Object.entries(FEEDBACK_FIELDS))
    expect(Object.entries(feedback)).toContainEqual([name, [`my_${name}`, ...usual]]);
});
