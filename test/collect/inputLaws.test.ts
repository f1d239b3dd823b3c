import { expect, test } from 'vitest';
import { conversationInput } from '../../src/collect/conversationInput.ts';
import { MAX_DEPTH } from '../../src/collect/jsonValue.ts';
import { problemsOf } from '../../src/collect/problemsOf.ts';
import { nested } from '../service/mutations.ts';
import { describeInputLaws, MARKER } from './inputLaws.ts';

describeInputLaws(25);

const free = [
  ['metadata', (inner: unknown) => ({ metadata: { a: inner } })],
  ['tools', (inner: unknown) => ({ tools: [{ a: inner }] })],
  [
    'a part of a message',
    (inner: unknown) => ({ messages: [{ role: 'user', content: [{ type: 'text', a: inner }] }] }),
  ],
  [
    'arguments of a tool',
    (inner: unknown) => ({
      messages: [{ role: 'assistant', tool_calls: [{ function: { name: 'f', arguments: { a: inner } } }] }],
    }),
  ],
  [
    'beside a tool',
    (inner: unknown) => ({
      messages: [{ role: 'assistant', tool_calls: [{ a: inner, function: { name: 'f', arguments: '' } }] }],
    }),
  ],
] as const;

test.each(free)('%s may nest, but not without end', (_, conversation) => {
  expect(conversationInput.safeParse(conversation(nested(MAX_DEPTH - 10, 1))).success).toBe(true);
  for (const depth of [MAX_DEPTH + 1, 100_000]) {
    const parsed = conversationInput.safeParse(conversation(nested(depth, MARKER)));
    if (parsed.success) throw new Error(`${depth} deep was taken.`);
    expect(JSON.stringify(problemsOf(parsed.error))).not.toContain(MARKER);
  }
  const circle: Record<string, unknown> = {};
  circle.again = circle;
  expect(conversationInput.safeParse(conversation(circle)).success).toBe(false);
  expect(conversationInput.safeParse(conversation(Number.NaN)).success).toBe(false);
  expect(conversationInput.safeParse(conversation(JSON.parse('{"__proto__": {"a": 1}}'))).success).toBe(false);
});

test('a long list of mistakes is told in twenty', () => {
  const messages = Array.from({ length: 5_000 }, () => ({ role: MARKER, [MARKER]: MARKER }));
  const { error } = conversationInput.safeParse({ messages });
  if (error === undefined) throw new Error('It was taken.');
  const told = problemsOf(error);
  expect(told).toHaveLength(20);
  expect(JSON.stringify(told)).not.toContain(MARKER);
});
