import { expect, test } from 'vitest';
import { EXCHANGE, testService } from './helpers.ts';

// Checked value by value, a body of 16 MB would keep the service from everybody else for a minute.
const zeros = { messages: Array(20_000).fill(0) };

test('a body with more values than a conversation has is refused before it is looked at', async () => {
  const { app, collector } = await testService();
  const answer = await app.inject({ method: 'POST', url: '/v1/conversations', payload: zeros });
  expect(answer.statusCode).toBe(400);
  expect(answer.json().problems).toEqual([{ path: '', message: 'it has more than 10000 values' }]);
  expect(collector.conversationsTaken).toEqual([]);
});

test('so is such a line among others', async () => {
  const { app, collector } = await testService();
  const answer = await app.inject({
    ...{ method: 'POST', url: '/v1/conversations', headers: { 'content-type': 'application/x-ndjson' } },
    payload: [zeros, EXCHANGE].map((line) => JSON.stringify(line)).join('\n'),
  });
  expect(answer.json()).toMatchObject({ stored: 1, refused: [{ line: 1, problems: [{ path: '' }] }] });
  expect(collector.conversationsTaken).toHaveLength(1);
});
