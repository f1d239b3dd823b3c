import fc from 'fast-check';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { disarmControlTokens, findControlTokens, isControlToken } from '../../src/measures/controlTokens/find.ts';
import { CONTROL_TOKENS } from '../../src/measures/controlTokens/table.ts';

const ALL = Object.values(CONTROL_TOKENS).flat();

describe.each(Object.entries(CONTROL_TOKENS))('%s', (family, tokens) => {
  test.each(tokens)('%s', (token) => {
    expect(findControlTokens(`a${token}b`)).toEqual([{ token, family, start: 1, end: 1 + token.length }]);
    expect(isControlToken(token)).toBe(true);
    expect(token).not.toMatch(/\s/);
  });
});

test('a token stands in one family', () => {
  expect(new Set(ALL).size).toBe(ALL.length);
});

test('those known by their shape have its name', () => {
  const families = ['<|im_end|>', '<｜User｜>', '<|x_12|>', '<unused7>', '<extra_id_1>'].map(
    (token) => findControlTokens(token)[0]?.family,
  );
  expect(families).toEqual(['bars', 'bars', 'bars', 'numbered', 'numbered']);
});

test('what is no token alone is none', () => {
  for (const text of ['', 'a', '<|im_end|> ', 'a<s>', '<|im_end|><|im_end|>', '<|>', '< |im_end|>'])
    expect(isControlToken(text)).toBe(false);
});

/** Tokens, and the signs that they are made of. */
const pieces = fc.string({
  unit: fc.constantFrom(...ALL, '<|im_end|>', '<', '|', '>', '[', ']', '~', 'b', '｜', '/', 's', ' ', '\n'),
});

test('what is disarmed holds no token, and the same signs but for spaces', () => {
  fc.assert(
    fc.property(pieces, (text) => {
      const disarmed = disarmControlTokens(text);
      expect(findControlTokens(disarmed)).toEqual([]);
      expect(disarmControlTokens(disarmed)).toBe(disarmed);
      expect(disarmed.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
    { numRuns: 500 },
  );
});

test('a tokenizer that refuses control tokens in text takes what is disarmed', () => {
  for (const token of ['<|endoftext|>', '<|endofprompt|>']) {
    expect(() => encode(token)).toThrow(/[Dd]isallowed/);
    expect(() => encode(disarmControlTokens(`a${token}b`))).not.toThrow();
  }
});

test.each(['<', '<|', '<|a', '[', ']~', '<<SYS>', `<|${'a'.repeat(63)}`, '<|im_end|>', '[|', '<unused'])(
  'a megabyte of %s takes no longer than its length asks for',
  (piece) => {
    const text = piece.repeat(Math.ceil(1e6 / piece.length));
    const began = process.cpuUsage(); // what else the machine does counts little
    disarmControlTokens(text);
    findControlTokens(text);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(1_500);
  },
);
