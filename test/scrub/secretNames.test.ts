import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apart } from '../../src/pipeline/scrub/apart.ts';
import { endingsOf, mayEnd } from '../../src/pipeline/scrub/endings.ts';
import { secretKindBefore } from '../../src/pipeline/scrub/secrets/names.ts';
import { isPlaceholder } from '../../src/pipeline/scrub/secrets/placeholders.ts';
import { entropyOf, isRandomValue } from '../../src/pipeline/scrub/secrets/randomness.ts';
import { finderOf, mark } from './marked.ts';

describe('what a name says of its value', () => {
  test.each([
    [
      'password',
      ['password', 'DB_PASSWORD', 'dbPassword', 'userpassword', 'Passwort', 'mot de passe', 'pwd', 'user-pass', '密码'],
    ],
    [
      'token',
      [
        'api_key',
        'apiKey',
        'API key',
        'SECRET_ACCESS_KEY',
        'secretAccessKey',
        'client_secret',
        'accessToken',
        'clé API',
      ],
    ],
    ['key', ['key', 'KEY', 'fooKey', 'sig']],
    [undefined, ['bypass', 'keyboard', 'monkey', 'primary_key', 'publicKey', 'tokens', 'word', 'passe', 'api', '']],
  ] as const)('%s', (kind, names) => {
    for (const name of names) expect([name, secretKindBefore(`x ${name}`, name.length + 2)]).toEqual([name, kind]);
  });
});

test('placeholders, and what is none', () => {
  for (const value of [
    'your_password',
    '<token>',
    '****',
    '[SECRET]',
    '#{DB_PASSWORD}',
    '$PASSWORD',
    'changeme',
    'YOUR-API-KEY-HERE',
    'xxxx',
    'my-secret-token',
    'yourpassword',
    '...',
  ])
    expect([value, isPlaceholder(value)]).toEqual([value, true]);
  for (const value of [
    'hunter42',
    'letmein',
    'Tr0ub4dor&3',
    'correcthorse',
    '$3cr3t!',
    'a9B7$#fG3&Z1',
    'password123',
    '12345678',
  ])
    expect([value, isPlaceholder(value)]).toEqual([value, false]);
});

test('random values, and words', () => {
  expect(entropyOf('aaaa')).toBe(0);
  expect(entropyOf('abcd')).toBe(2);
  for (const value of ['3f2a9c81d4e57b60a1f2c3d4e5f60718', 'aB3dE5gH7jK9mN1pQ2rS', 'YW5uOmh1bnRlcjQyeHl6OTk='])
    expect([value, isRandomValue(value)]).toEqual([value, true]);
  for (const value of [
    '3f2a',
    'getElementsByTagName2',
    'some-long-variable-name-1',
    '11111111111111111111a',
    'abcdefghijklmnopqrst',
  ])
    expect([value, isRandomValue(value)]).toEqual([value, false]);
});

const letters = fc.stringMatching(/^[a-zA-Zäé密]{2,8}$/);

test('no word of a list is ruled out by its ending', () => {
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1 }), fc.string(), (words, before) => {
      const endings = endingsOf(words.map((word) => word.toLowerCase()));
      for (const word of words) expect(mayEnd(endings, before + word, before.length + word.length)).toBe(true);
    }),
  );
});

test('spans of several searches are sorted and apart, and cover what they covered', () => {
  const span = fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }))
    .map(([start, length]) => ({ start, end: start + length }));
  const places = (spans: readonly { start: number; end: number }[]) =>
    new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 10 }), (spans) => {
      const before = places(spans);
      const result = apart([...spans]);
      expect(places(result)).toEqual(before);
      for (let next = 1; next < result.length; next++)
        expect(result[next]?.start).toBeGreaterThanOrEqual(result[next - 1]?.end ?? 0);
    }),
  );
});

test('a password is found however it is set', () => {
  const find = finderOf('SECRET');
  const password = fc.stringMatching(/^[a-z][A-Za-z0-9!#%&]{4,20}[0-9][a-z]$/).filter((value) => !isPlaceholder(value));
  const set = fc.constantFrom(
    ...[
      'password = "¤"',
      "Password: '¤'",
      '{"password":"¤"}',
      '{\\"passwd\\": \\"¤\\"}',
      'DB_PASSWORD="¤"',
      'pwd := `¤`',
    ],
    ...[
      "$config['password'] = '¤';",
      'password: str = "¤"',
      "'password' => '¤',",
      'my password is "¤"',
      'passwort: "¤"',
    ],
  );
  fc.assert(
    fc.property(password, set, (value, form) => {
      const text = `a ${form.replace('¤', () => value)} b`;
      expect(mark(text, find(text))).toBe(`a ${form.replace('¤', () => `«${value}»`)} b`);
    }),
  );
});
