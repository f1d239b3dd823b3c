import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { judgeOf } from '../../src/engine/write/judge.ts';
import { DEFAULT_OPTIONS, type Example, type Row, shapeOf } from '../../src/formats/format.ts';
import { formatNamed } from '../../src/formats/index.ts';
import type { Message } from '../../src/pipeline/conversation.ts';
import { orderTurns } from '../../src/pipeline/turns.ts';
import { TARGETS, targetNamed } from '../../src/targets/index.ts';

/**
 * What trainers themselves say of a row, from their own checks and not from our rules: each is told by the raw row, and
 * throws what is wrong with it. What a target's rules let through must pass.
 */
const CHECKS: Readonly<Record<string, (row: unknown) => void>> = {
  // together 1.5.34, utils/files.py: no other keys, roles, texts, no two of a role in a row.
  'together/chatml'(row) {
    const { messages } = z.strictObject({ messages: z.array(said).min(1) }).parse(row);
    for (const [place, { role }] of messages.entries()) expect(role).not.toBe(messages[place - 1]?.role);
  },
  // LLaMA-Factory, data/converter.py, SharegptDatasetConverter.
  'llama-factory/sharegpt'(row) {
    const turn = z.object({ from: z.string(), value: z.string() });
    const { conversations } = z.object({ conversations: z.array(turn) }).parse(row);
    const spoken = conversations[0]?.from === 'system' ? conversations.slice(1) : conversations;
    const odd = ['human', 'observation'];
    const even = ['gpt', 'function_call'];
    for (const [place, { from }] of spoken.entries()) expect(place % 2 === 0 ? odd : even).toContain(from);
    expect(spoken.length % 2).toBe(0);
    expect(spoken.length).toBeGreaterThan(0);
  },
  // aws-samples, Claude's data_validation.py.
  'bedrock-claude/bedrock-claude'(row) {
    const shape = z.strictObject({ system: z.string().min(1).optional(), messages: z.array(said).min(2) });
    inTurn(shape.parse(row).messages.map(({ role, content }) => [role, content]));
    expect(JSON.stringify(row)).not.toMatch(/\\n(Human|Assistant):/);
  },
  // aws-samples, nova_ft_dataset_validator.py.
  'bedrock-nova/bedrock-converse'(row) {
    const texts = z.array(z.strictObject({ text: z.string().min(1) })).length(1);
    const message = z.strictObject({ role: z.enum(['user', 'assistant']), content: texts });
    const shape = z.strictObject({
      schemaVersion: z.string(),
      system: texts.optional(),
      messages: z.array(message).min(2),
    });
    const { messages } = shape.parse(row);
    inTurn(messages.map(({ role, content }) => [role, content[0]?.text ?? '']));
    const text = JSON.stringify(row).toLowerCase();
    for (const word of ['user:', 'bot:', 'assistant:', 'system:', '<image>', '<video>', '[eos]'])
      expect(text).not.toContain(word);
  },
};

const said = z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() });

function inTurn(messages: readonly (readonly [role: string, text: string])[]): void {
  for (const [place, [role, text]] of messages.entries()) {
    expect(role).toBe(place % 2 === 0 ? 'user' : 'assistant');
    expect(text.trim()).not.toBe('');
  }
  expect(messages.length % 2).toBe(0);
}

const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('', ' ', 'System: no', 'a\nHuman: b', 'x [EOS]', 'Humans: are', '😀', 'Robot: hi'),
);
const message: fc.Arbitrary<Omit<Message, 'index'>> = fc.oneof(
  fc.record({ role: fc.constantFrom('system' as const, 'user' as const, 'assistant' as const), content: text }),
  fc.constant({
    role: 'assistant' as const,
    content: '',
    tool_calls: [{ id: 'abcdefghi', name: 'find_way', arguments: '{"to":"x"}' }],
  }),
  fc.constant({ role: 'tool' as const, content: '3', tool_call_id: 'abcdefghi', name: 'find_way' }),
);
/** Mostly in turn, so that some pass. */
const pairs = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 3 });
const inOrder = fc.tuple(fc.option(text), pairs).map(([system, list]): Omit<Message, 'index'>[] => [
  ...(system === null ? [] : [{ role: 'system' as const, content: system }]),
  ...list.flatMap(([asked, answered]) => [
    { role: 'user' as const, content: asked },
    { role: 'assistant' as const, content: answered },
  ]),
]);
const examples = fc
  .tuple(fc.oneof({ weight: 3, arbitrary: inOrder }, fc.array(message, { minLength: 1, maxLength: 6 })), fc.boolean())
  .map(
    ([messages, offered]): Example => ({
      id: 'x',
      timestamp: undefined,
      user: undefined,
      session: undefined,
      facets: {},
      rating: undefined,
      messages: messages.map((one, index) => ({ ...one, index })),
      ...(offered && { tools: '[{"type":"function","function":{"name":"find_way"}}]' }),
    }),
  );

function parsed(row: Row): unknown {
  const pieces = typeof row === 'string' ? [row] : row;
  return JSON.parse(Buffer.concat(pieces.map((piece) => Buffer.from(piece))).toString('utf8'));
}

/** The rows that are written of an example for a target; nothing where it stays out. */
function written(target: string, name: string, example: Example): unknown[] | undefined {
  const format = formatNamed(name);
  if (format.kind !== 'conversations') return undefined;
  const options = { ...DEFAULT_OPTIONS, ...targetNamed(target).options };
  if (format.refuses(shapeOf(example), options) !== undefined) return undefined;
  const rows = format.open(shapeOf(example), options).rows(example);
  if ('refused' in rows || rows.length === 0 || judgeOf(target, format)?.(rows) !== undefined) return undefined;
  return rows.map(parsed);
}

describe.each(Object.entries(CHECKS))('%s', (name, check) => {
  const [target = '', format = ''] = name.split('/');

  test('what our rules let through, the trainer takes', () => {
    let taken = 0;
    fc.assert(
      fc.property(examples, (example) => {
        // As every conversation comes to a format.
        const ordered = orderTurns(example);
        const rows = 'reason' in ordered ? undefined : written(target, format, { ...example, ...ordered });
        if (rows === undefined) return;
        taken++;
        for (const row of rows) check(row);
      }),
      { numRuns: 1000 },
    );
    expect(taken, 'and it takes many').toBeGreaterThan(30);
  });
});

test('a plain question and answer is written for every target, in every one of its formats of conversations', () => {
  const example: Example = {
    id: 'x',
    timestamp: undefined,
    user: undefined,
    session: undefined,
    facets: {},
    rating: undefined,
    messages: [
      { role: 'user', content: 'How?', index: 0 },
      { role: 'assistant', content: 'In three steps.', index: 1 },
    ],
  };
  for (const { name, formats } of TARGETS) {
    for (const format of formats) {
      if (format === 'text' || formatNamed(format).kind !== 'conversations') continue;
      expect(written(name, format, example), `${name}/${format}`).toHaveLength(1);
    }
  }
});
