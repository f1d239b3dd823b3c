import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENCODINGS, namedTokenizer } from '../../src/engine/tokenizer/namedTokenizer.ts';
import { tokenizerPlan } from '../../src/engine/tokenizer/tokenizerPlan.ts';
import { tokensOf } from '../../src/engine/tokenizer/tokensOf.ts';
import type { TokenCounter } from '../../src/measures/tokenCounter.ts';
import { Workdir } from '../commands/workdir.ts';
import { bytePairTokenizer, unigramTokenizer } from '../engine/tokenizer/smallTokenizers.ts';

/** What makes pieces that do not end: one letter, letters of scripts without spaces, signs, white space, and so on. */
const WORST = [
  'a',
  ' ',
  '-',
  '\n',
  '漢',
  'हि',
  'ก',
  'ab',
  '😀',
  '\u0301',
  'Aa',
  "x'",
  '1',
  ' \n',
  'the',
  'ſ',
  '\u200d',
];

/** Of processor time, so that what else the machine does counts little. */
function milliseconds(count: TokenCounter, seed: string, length: number): number {
  const text = seed.repeat(Math.ceil(length / seed.length));
  const start = process.cpuUsage();
  count(text);
  return process.cpuUsage(start).user / 1000;
}

function counterOf(json: object): TokenCounter {
  const folder = new Workdir().write({ 'tokenizer.json': JSON.stringify(json) });
  const tokenizer = tokenizerPlan('tokenizer.json', join(folder.path, 'config.yaml'));
  const tokens = tokensOf(tokenizer === undefined ? {} : { tokenizer });
  return (content) => tokens?.ofMessage({ role: 'user', content, index: 0 }) ?? 0;
}

const COUNTERS: readonly (readonly [string, TokenCounter])[] = [
  ...ENCODINGS.map((name) => [name, namedTokenizer(name)] as const),
  ['a tokenizer.json with byte pairs', counterOf(bytePairTokenizer())],
  ['a tokenizer.json with a unigram model', counterOf(unigramTokenizer())],
];

/** Linear is 4 times as long for 4 times the text, quadratic 16 times, as in linear.test.ts. */
describe.each(COUNTERS)('%s is linear', (name, count) => {
  test.each(WORST)('on a megabyte of %j', { retry: 2 }, (seed) => {
    const quarter = milliseconds(count, seed, 250_000);
    const whole = milliseconds(count, seed, 1_000_000);
    process.stdout.write(`${name}\t${whole.toFixed(0)} ms a MB on ${JSON.stringify(seed)}\n`);
    expect(whole / Math.max(quarter, 20)).toBeLessThan(10);
  });
});
