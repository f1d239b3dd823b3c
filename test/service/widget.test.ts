import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testService } from './helpers.ts';

const script = readFileSync(new URL('../../dist/widget/widget.js', import.meta.url), 'utf8');

/** A few kilobytes, says the promise. */
const MOST_BYTES = 6 * 1024;

test('the widget is a few kilobytes, and makes nothing from text, which strict pages forbid', () => {
  expect(Buffer.byteLength(script)).toBeLessThan(MOST_BYTES);
  expect(script).not.toMatch(/innerHTML|insertAdjacentHTML|\beval\b|new Function|style=/);
  // Nothing moves, so nobody has to ask for less motion.
  expect(script).not.toMatch(/transition:|animation:/);
  expect(script).toMatch(/^\(function\(\)\{/);
});

test('anybody may have its script, from pages of any origin', async () => {
  const { app } = await testService();
  const answer = await app.inject('/widget.js');
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toBe(script);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=300',
    'x-content-type-options': 'nosniff',
  });
});

test('whoever has it is told that it is as it was', async () => {
  const { app } = await testService();
  const etag = String((await app.inject('/widget.js')).headers.etag);
  const ask = (tags: string) => app.inject({ url: '/widget.js', headers: { 'if-none-match': tags } });
  for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const answer = await ask(tags);
    expect([answer.statusCode, answer.body, answer.headers.etag], tags).toEqual([304, '', etag]);
  }
  expect((await ask('"other"')).statusCode).toBe(200);
});
