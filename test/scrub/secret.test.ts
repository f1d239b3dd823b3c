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
  ['Google, OAuth client', `GOCS${'PX'}-${body(28)}`],
  ['Google, OAuth access', `ya${'29'}.${body(60)}`],
  ['Azure, application', `aB3${'8Q'}~${body(34)}`],
  ['GitLab, runner', `gl${'rt'}-${body(20)}`],
  ['Slack, app', `xap${'p'}-1-${body(40)}`],
  ['Stripe, webhook', `whs${'ec'}_${body(32)}`],
  ['Groq', `gs${'k'}_${body(52)}`],
  ['Docker', `dckr${'_pat'}_${body(27)}`],
  ['DigitalOcean', `dop${'_v1'}_${'0123456789abcdef'.repeat(4)}`],
  ['Databricks', `dap${'i'}${'0123456789abcdef'.repeat(2)}`],
  ['Shopify', `shp${'at'}_${'0123456789abcdef'.repeat(2)}`],
  ['Twilio', `S${'K'}${'0123456789abcdef'.repeat(2)}`],
  ['SendGrid', `S${'G'}.${body(22)}.${body(43)}`],
  ['Discord, bot', `M${body(25)}.${body(6)}.${body(38)}`],
  ['Telegram, bot', `123456789${':'}${body(35)}`],
  ['Notion', `nt${'n'}_${body(46)}`],
  ['Vault', `hv${'s'}.${body(90)}`],
  ['JWT, the shortest', `ey${'J'}${body(10)}.${body(10)}`],
  ['JWT', `ey${'J'}${body(30)}.ey${'J'}${body(40)}.${body(43)}`],
];

test.each(KEYS)('%s', (_name, key) => {
  for (const text of [`key: ${key}.`, `"${key}"`, `export TOKEN=${key}\n`, `钥匙${key}在`, `my-old_${key}`]) {
    expect(mark(text, find(text))).toBe(text.replace(key, `«${key}»`));
  }
});

test('webhooks behind their addresses', () => {
  const slack = `T0123ABCD/B0123ABCD/${body(24)}`;
  const discord = body(68);
  for (const [address, secret] of [
    ['https://hooks.slack.com/services/', slack],
    ['https://discord.com/api/webhooks/123456789012345678/', discord],
  ]) {
    const text = `curl -d x ${address}${secret} now`;
    expect(mark(text, find(text))).toBe(`curl -d x ${address}«${secret}» now`);
  }
  expect(find(`https://example.com/services/${slack}`)).toEqual([]);
});

test('an AWS secret behind its id, on the same or the next line, alone', () => {
  const id = `AKI${'A'}QRSTUVWXYZ234567`;
  const secret = 'aB3dE5gH7jK9mN1p/2rS4tU6vW8xY0z+B3dE5gH7';
  for (const between of [' ', '\n', ', secret: ', '","']) {
    const text = `${id}${between}${secret}`;
    expect(mark(text, find(text))).toBe(`«${id}»${between}«${secret}»`);
  }
  expect(find(`sha1 ${secret}`)).toEqual([]);
});

test('a key with one character less, or inside a longer word, is none', () => {
  const aws = `AKI${'A'}QRSTUVWXYZ234567`;
  for (const text of [aws.slice(0, -1), `x${aws}`, `${aws}x`, `gh${'p'}_${body(35)}`]) expect(find(text)).toEqual([]);
});

test.each([
  `sk${'-'}your-api-key-goes-here-please`,
  `gh${'p'}_${'x'.repeat(36)}`,
  `sk${'-'}${'X'.repeat(32)}`,
  `h${'f'}_${'Xx'.repeat(17)}`,
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

test('PGP keys with comments, OpenSSH and SSH2 keys; a marker that is only spoken of', () => {
  for (const [kind, dashes] of [
    ['PGP PRIVATE KEY BLOCK', '-----'],
    ['OPENSSH PRIVATE KEY', '-----'],
    ['SSH2 ENCRYPTED PRIVATE KEY', '---- '],
  ] as const) {
    const close = [...dashes].reverse().join('');
    const key = `${dashes}BEGIN ${kind}${close}\nVersion: GnuPG v1 (GNU/Linux)\n\n${body(64)}\n${dashes}END ${kind}${close}`;
    expect(mark(`a ${key} b`, find(`a ${key} b`))).toBe(`a «${key}» b`);
  }
  const spoken = `It begins with -----BEGIN ${'PRIVATE'} KEY-----; then comes <base64>.`;
  expect(find(spoken).every(({ end }) => end <= spoken.indexOf(';'))).toBe(true);
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
