import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testService } from './helpers.ts';

const FILES = [
  ['/', 'text/html; charset=utf-8'],
  ['/dashboard.js', 'text/javascript; charset=utf-8'],
  ['/dashboard.css', 'text/css; charset=utf-8'],
] as const;

test.each(FILES)('%s is there for everybody, and not sent twice', async (url, type) => {
  const { app } = await testService();
  const answer = await app.inject(url);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, type]);
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
  const again = await app.inject({ url, headers: { 'if-none-match': String(answer.headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test('the page forbids scripts but its own, says how often to ask, and of which version it is', async () => {
  const { app } = await testService({ refresh_seconds: 7 });
  const { headers, body } = await app.inject('/');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(body).toContain('<meta name="curate-refresh-seconds" content="7">');
  expect(body).not.toContain('{{');
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(body).toContain(`curate ${version}`);
});

test('its script carries the licences of what is in it', async () => {
  const { app } = await testService();
  const { body } = await app.inject('/dashboard.js');
  expect(body.slice(0, 4000)).toMatch(/chart\.js [\d.]+\. The MIT License[\s\S]*@kurkle\/color [\d.]+\./);
});
