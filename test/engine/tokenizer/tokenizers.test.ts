import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenizerPlan } from '../../../src/engine/tokenizer/tokenizerPlan.ts';
import { tokensOf } from '../../../src/engine/tokenizer/tokensOf.ts';
import { CurateError } from '../../../src/errors.ts';
import { TOKENS_AROUND_MESSAGE } from '../../../src/pipeline/tokens/messageTokens.ts';
import { Workdir } from '../../commands/workdir.ts';
import { textsOfTheSample } from '../../textsOfTheSample.ts';
import { bytePairTokenizer, unigramTokenizer } from './smallTokenizers.ts';

/** Counts a text by a tokenizer.json that a config names. */
function counterOf(json: string, settings?: string): (text: string) => number {
  const folder = new Workdir().write({ 'models/tokenizer.json': json });
  if (settings !== undefined) folder.write({ 'models/tokenizer_config.json': settings });
  const tokenizer = tokenizerPlan('../models/tokenizer.json', join(folder.path, 'config/config.yaml'));
  const tokens = tokensOf(tokenizer === undefined ? {} : { tokenizer });
  return (content) => (tokens?.ofMessage({ role: 'user', content, index: 0 }) ?? 0) - TOKENS_AROUND_MESSAGE;
}

describe.each([
  ['byte pairs', bytePairTokenizer()],
  ['a unigram model', unigramTokenizer()],
])('a tokenizer.json with %s', (_, json) => {
  const count = counterOf(JSON.stringify(json));
  const other = new Tokenizer(json, {});
  const alone = (text: string) => other.encode(text, { add_special_tokens: false }).ids.length;

  test('counts what the package counts', () => {
    for (const text of textsOfTheSample().slice(0, 300)) expect(count(text), text).toBe(alone(text));
    const words = fc.array(fc.constantFrom('the', ' ', 'and', 'singing', '1', '    ', '\n', 'é', '?'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, (parts) => {
        expect(count(parts.join(''))).toBe(alone(parts.join('')));
      }),
    );
  });

  test('puts nothing before or behind a text', () => {
    expect(count('')).toBe(0);
  });

  test('counts long texts without spaces in parts, a token off at most at the end of each', () => {
    const text = 'ing'.repeat(100_000);
    expect(Math.abs(count(text) - (text.length / 30_000) * count('ing'.repeat(10_000)))).toBeLessThanOrEqual(12);
  });
});

test.each([
  ['Second: \ufeffbyte-order mark', 6],
  ['a \ufeff \ufeffb', 4],
  ['a\u0085\u0085b  \u0085c', 10],
  ['one \u0085two', 5],
])('white space is what tiktoken takes for it, in %j', (content, tokens) => {
  for (const name of ['o200k_base', 'cl100k_base'])
    expect(tokensOf({ tokenizer: { name } })?.ofMessage({ role: 'user', content, index: 0 })).toBe(
      tokens + TOKENS_AROUND_MESSAGE,
    );
});

test('control tokens are text, other added tokens are what they are', () => {
  const count = counterOf(JSON.stringify(bytePairTokenizer()));
  const other = new Tokenizer(bytePairTokenizer(), {});
  expect(other.tokenize('<|im_end|>')).toHaveLength(1);
  expect(count('<|im_end|>')).toBe('<|im_end|>'.length);
  expect(count('    ')).toBe(1);
});

test('settings beside it count', () => {
  const spaces = 'the   the';
  const json = JSON.stringify(unigramTokenizer());
  expect(counterOf(json, '{"remove_space": true}')(spaces)).toBeLessThan(counterOf(json)(spaces));
});

describe('the plan', () => {
  const folder = new Workdir().write({ 'models/tokenizer.json': '{}' });
  const config = join(folder.path, 'config/curate.yaml');

  test('none, and encodings by their names', () => {
    expect(tokenizerPlan(null, config)).toBeUndefined();
    expect(tokenizerPlan('o200k_base', undefined)).toEqual({ name: 'o200k_base' });
  });

  test('a path is relative to the folder of the config, and its content counts', () => {
    const name = '../models/tokenizer.json';
    const before = tokenizerPlan(name, config);
    expect(before).toMatchObject({
      name,
      file: { path: join(folder.path, 'models/tokenizer.json'), config_sha256: null },
    });
    folder.write({ 'models/tokenizer_config.json': '{}' });
    const beside = tokenizerPlan(name, config);
    folder.write({ 'models/tokenizer.json': '{ }' });
    const changed = tokenizerPlan(name, config);
    expect(new Set([before, beside, changed].map((plan) => JSON.stringify(plan))).size).toBe(3);
  });

  test.each([
    ['../models/token.json', 'there is no such file'],
    ['o200k', 'there is no such file'],
    ['../models', 'tokenizer.json'],
  ])('%s is told with file and key', (name, why) => {
    const make = () => tokenizerPlan(name, config);
    expect(make).toThrow(CurateError);
    expect(make).toThrow(why);
    for (const part of [config, 'tokenizer:', 'o200k_base']) expect(make).toThrow(part);
  });
});

test.each([
  ['not JSON', '{"model": '],
  ['no object', '[]'],
  ['without a model', '{}'],
  ['with a model that nobody knows', JSON.stringify({ ...bytePairTokenizer(), model: { type: 'Oracle' } })],
  ['with a part that nobody knows', JSON.stringify({ ...bytePairTokenizer(), pre_tokenizer: { type: 'Oracle' } })],
  ['with a vocabulary that is none', JSON.stringify({ ...bytePairTokenizer(), model: { type: 'BPE' } })],
])('a file %s is told with file and key', (_, json) => {
  const make = () => counterOf(json)('text');
  expect(make).toThrow(CurateError);
  expect(make).toThrow(/tokenizer: .*tokenizer\.json.*`tokenizer` in the config/);
});

test('a file that is changed between the plan and the count is told', () => {
  const folder = new Workdir().write({ 'tokenizer.json': JSON.stringify(bytePairTokenizer()) });
  const tokenizer = tokenizerPlan('tokenizer.json', join(folder.path, 'curate.yaml'));
  folder.write({ 'tokenizer.json': JSON.stringify(unigramTokenizer()) });
  expect(() => tokensOf(tokenizer === undefined ? {} : { tokenizer })).toThrow('changed');
});
