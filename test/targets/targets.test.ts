import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FORMATS } from '../../src/formats/index.ts';
import { TARGETS, targetNamed } from '../../src/targets/index.ts';
import type { Target } from '../../src/targets/target.ts';
import { exampleOf } from './examples.ts';

const turns = z.array(z.tuple([z.enum(['system', 'user', 'assistant', 'tool']), z.string()]));
const caseSchema = z.strictObject({
  note: z.string(),
  turns,
  chosen: turns.optional(),
  rejected: turns.optional(),
  tools: z.string().optional(),
  /** It is a pair, for formats of pairs. */
  pair: z.literal(true).optional(),
  taken_by: z.literal('all').optional(),
  /** Asked of these alone. */
  targets: z.array(z.string()).optional(),
  formats: z.array(z.string()).optional(),
  /** By target, or target/format where the format decides; in a target's usual format otherwise. */
  refused: z.record(z.string(), z.string()).optional(),
});
const cases = z
  .array(caseSchema)
  .parse(load(readFileSync(new URL('cases.yaml', import.meta.url), 'utf8')))
  .map((one) => [one.note, one] as const);

const PAIRS = ['preference', 'openai-preference', 'gemini-preference', 'nemo-preference'];

/** The formats of a target that a case is about: its first one, and what the case names. */
function formatsFor(target: Target, { pair, refused = {} }: z.output<typeof caseSchema>): string[] {
  if (pair) return target.formats.filter((format) => PAIRS.includes(format));
  return target.formats.filter((format, place) => place === 0 || `${target.name}/${format}` in refused);
}

test.each(cases)('%s', (_note, one) => {
  const example = exampleOf({
    turns: one.turns,
    ...(one.chosen && { chosen: one.chosen }),
    ...(one.rejected && { rejected: one.rejected }),
    ...(one.tools !== undefined && { tools: one.tools }),
  });
  const found: Record<string, string> = {};
  for (const target of TARGETS) {
    if (one.targets?.includes(target.name) === false) continue;
    for (const format of formatsFor(target, one)) {
      const reason = target.refuses(example, format);
      if (reason === undefined) continue;
      const name = format === target.formats[0] || one.pair ? target.name : `${target.name}/${format}`;
      found[name] = reason;
      expect(Object.keys(target.reasons)).toContain(reason);
    }
  }
  expect(found).toEqual(one.refused ?? {});
});

test('every reason of a target is one that a case shows', () => {
  const shown = new Set(cases.flatMap(([, { refused = {} }]) => Object.values(refused)));
  const declared = TARGETS.flatMap(({ reasons }) => Object.keys(reasons));
  const rare = ['too_long', 'tool_name', 'tools_in_pair'];
  expect([...new Set(declared)].filter((reason) => !shown.has(reason)).sort()).toEqual(rare);
});

test('rarer reasons: lengths, names of tools', () => {
  const long = exampleOf({
    turns: [
      ['user', 'How?'],
      ['assistant', 'a'.repeat(96_001)],
    ],
  });
  expect(targetNamed('bedrock-claude').refuses(long, 'bedrock-claude')).toBe('too_long');
  const call = { id: 'abcdefghi', name: 'a tool', arguments: '{}' };
  const named = exampleOf({
    turns: [
      ['user', 'How?'],
      ['assistant', '()'],
    ],
  });
  const misnamed = { messages: named.messages.map((m) => (m.tool_calls ? { ...m, tool_calls: [call] } : m)) };
  expect(targetNamed('mistral').refuses(named, 'mistral')).toBe(undefined);
  expect(targetNamed('mistral').refuses(misnamed, 'mistral')).toBe('tool_name');
  const pair = exampleOf({
    turns: [
      ['user', 'How?'],
      ['assistant', '()'],
      ['tool', '3'],
    ],
    chosen: [['assistant', 'In three steps.']],
    rejected: [['assistant', 'Not at all.']],
  });
  expect(targetNamed('axolotl').refuses(pair, 'preference')).toBe('tools_in_pair');
  expect(targetNamed('trl').refuses(pair, 'preference')).toBe(undefined);
});

describe.each(TARGETS.map((target) => [target.name, target] as const))('%s', (_name, target) => {
  test('its facts hold together', () => {
    expect(target.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(TARGETS.filter(({ name }) => name === target.name)).toHaveLength(1);
    expect(target.sources.length).toBeGreaterThan(0);
    for (const { at } of target.sources) expect(at).toMatch(/^(https:\/\/|github\.com\/|\w+ [\d.]+ \(PyPI\))/);
    expect(new Set(Object.values(target.files)).size).toBe(3);
    expect(new Set(target.formats).size).toBe(target.formats.length);
    for (const [limit, value] of Object.entries(target.limits)) {
      const most = Object.entries(target.limits).find(([name]) => name === limit.replace('min_', 'max_'))?.[1];
      expect(value).toBeLessThanOrEqual(most ?? Number.POSITIVE_INFINITY);
    }
    expect(target.masked_turns).not.toMatch(/[.!]$/);
  });

  test('it reads formats that there are', () => {
    expect(FORMATS.map(({ name }) => name)).toEqual(expect.arrayContaining([...target.formats]));
  });

  test('it says something of any messages in any order, and never throws', () => {
    const role = fc.constantFrom('system' as const, 'user' as const, 'assistant' as const, 'tool' as const);
    const any = fc.array(fc.tuple(role, fc.oneof(fc.string(), fc.constantFrom('', '()', 'User:'))), { maxLength: 6 });
    fc.assert(
      fc.property(
        any,
        fc.option(any, { nil: undefined }),
        fc.constantFrom(...target.formats),
        (said, chosen, format) => {
          const example = exampleOf({ turns: said, ...(chosen && { chosen, rejected: chosen }) });
          const reason = target.refuses(example, format);
          expect([undefined, ...Object.keys(target.reasons)]).toContain(reason);
        },
      ),
    );
  });
});
