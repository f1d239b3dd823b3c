import { expect, test } from 'vitest';
import { finderOf, mark } from './marked.ts';

const find = finderOf('SECRET');

/** Put together here, so that no scanner takes this file for a leak. */
const body = (length: number) => 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0z'.repeat(9).slice(0, length);
const KEYS: readonly (readonly [string, string])[] = [
  ['AWS', `AKI${'A'}QRSTUVWXYZ234567`],
  ['AWS, temporary', `ASI${'A'}QRSTUVWXYZ234567`],
  ['Google', `AIz${'a'}${body(35)}`],
  ['GitHub', `gh${'p'}_${body(36)}`],
  ['GitHub app', `gh${'s'}_${body(36)}`],
  ['GitHub, fine-grained', `github${'_pat'}_${body(22)}_${body(59)}`],
  ['GitLab', `glp${'at'}-${body(20)}`],
  ['Slack', `xox${'b'}-123456789012-${body(24)}`],
  ['Stripe', `sk${'_live'}_${body(24)}`],
  ['Stripe, restricted', `rk${'_live'}_${body(24)}`],
  ['Stripe, test', `sk${'_test'}_${body(24)}`],
  ['OpenAI', `sk${'-'}${body(48)}`],
  ['OpenAI, project', `sk${'-proj'}-${body(40)}_${body(40)}-${body(20)}`],
  ['Anthropic', `sk${'-ant'}-api03-${body(90)}AA`],
  ['Hugging Face', `h${'f'}_${body(34)}`],
  ['npm', `np${'m'}_${body(36)}`],
  ['PyPI', `pyp${'i'}-AgEIcHlwaS5vcmc${body(60)}`],
  ['JWT, the shortest', `ey${'J'}${body(10)}.${body(10)}`],
  ['JWT', `ey${'J'}${body(30)}.ey${'J'}${body(40)}.${body(43)}`],
];

test.each(KEYS)('%s', (_name, key) => {
  for (const text of [`key: ${key}.`, `"${key}"`, `export TOKEN=${key}\n`, `钥匙${key}在`, `my-old_${key}`]) {
    expect(mark(text, find(text))).toBe(text.replace(key, `«${key}»`));
  }
});

test('a key with one character less, or inside a longer word, is none', () => {
  const aws = `AKI${'A'}QRSTUVWXYZ234567`;
  for (const text of [aws.slice(0, -1), `x${aws}`, `${aws}x`, `gh${'p'}_${body(35)}`]) expect(find(text)).toEqual([]);
});

test.each([
  `sk${'-'}your-api-key-goes-here-please`,
  `gh${'p'}_${'x'.repeat(36)}`,
  `sk${'-'}circle-fade-dot-container`,
  `glaive-function-calling-v2-sharegpt`,
  'task-1234567890abcdef1234567890',
  'https://example.com/a:b@c',
  'https://user:password@example.com',
  'https://user:<token>@example.com',
  '-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----',
])('no secret: %s', (text) => {
  expect(find(text)).toEqual([]);
});

test('passwords in URLs, whatever they hold', () => {
  for (const password of ['hunter42', 'p@ss:w0rd', '%40%3a', 'ünïcode9']) {
    const text = `git clone https://ann:${password}@example.com/repo`;
    expect(mark(text, find(text))).toBe(text.replace(password, `«${password}»`));
  }
});

test('private keys with their markers, several, in string literals, and cut short', () => {
  const begin = `-----BEGIN RSA ${'PRIVATE'} KEY-----`;
  const end = `-----END RSA ${'PRIVATE'} KEY-----`;
  const key = `${begin}\nProc-Type: 4,ENCRYPTED\n\n${body(64)}\n${body(30)}==\n${end}`;
  expect(mark(`a\n${key}\nb\n${key}`, find(`a\n${key}\nb\n${key}`))).toBe(`a\n«${key}»\nb\n«${key}»`);
  const literal = `${begin}\\n${body(64)}\\n${end}`;
  expect(mark(`"${literal}"`, find(`"${literal}"`))).toBe(`"«${literal}»"`);
  const cut = `${begin}\n${body(64)}\n${body(20)}`;
  expect(mark(`${cut} …`, find(`${cut} …`))).toBe(`«${cut}» …`);
});
