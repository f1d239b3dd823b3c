import { expect, test } from 'vitest';
import { testService } from './helpers.ts';

const wrong = (values: number): string => `{"messages":[${'1,'.repeat(values)}1]}`;
const post = { method: 'POST', url: '/v1/conversations' } as const;

test('more values than a conversation can have are refused before each is checked', async () => {
  const { app } = await testService();
  const headers = { 'content-type': 'application/json' };
  expect((await app.inject({ ...post, headers, payload: wrong(40_000) })).statusCode).toBe(400);
  const answer = await app.inject({ ...post, headers, payload: wrong(60_000) });
  expect(answer.statusCode).toBe(413);
});

test('many lines that are wrong let others go on', async () => {
  const { app } = await testService();
  const ended: string[] = [];
  const headers = { 'content-type': 'application/x-ndjson' };
  const payload = Array.from({ length: 20 }, () => wrong(5_000)).join('\n');
  const lines = app.inject({ ...post, headers, payload }).then(({ statusCode }) => {
    ended.push('lines');
    return statusCode;
  });
  const other = new Promise(setImmediate).then(() => app.inject('/healthz')).then(() => ended.push('other'));
  expect(await lines).toBe(200);
  await other;
  expect(ended).toEqual(['other', 'lines']);
});
