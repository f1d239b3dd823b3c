import { expect, test } from 'vitest';
import { testService } from './helpers.ts';

const send = async (payload: object) => {
  const { app, collector } = await testService();
  const answer = await app.inject({ method: 'POST', url: '/api/feedback/submit', payload });
  return { answer, taken: collector.feedbackTaken };
};

test.each([
  [
    { conversation_id: 'c1', rating: 4 },
    { conversation_id: 'c1', stars: 4 },
  ],
  [
    { interaction_id: 'c1', feedback_type: 'thumbs_down', comment: 'No.' },
    { conversation_id: 'c1', thumbs: 'down', comment: 'No.' },
  ],
  [
    { id: 7, helpful: true, user_id: 'u1' },
    { conversation_id: '7', thumbs: 'up', user_id: 'u1' },
  ],
  [
    { example_id: 'c1', score: '5', message_index: 1 },
    { conversation_id: 'c1', stars: 5, message_index: 1 },
  ],
  [
    { id: 'c1', vote: -1, user_hash: '0123456789abcdef' },
    { conversation_id: 'c1', thumbs: 'down', user_hash: '0123456789abcdef' },
  ],
  [
    { id: 'c1', correction: 'Yes.', timestamp: '2026-01-02T03:04:05Z' },
    { conversation_id: 'c1', correction: 'Yes.', timestamp: Date.UTC(2026, 0, 2, 3, 4, 5) },
  ],
])('%j is stored as %j', async (sent, stored) => {
  const { answer, taken } = await send(sent);
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({
    success: true,
    status: 'stored',
    conversation_id: stored.conversation_id,
    message: 'Thank you for your feedback.',
  });
  expect(JSON.parse(JSON.stringify(taken))).toEqual([stored]);
});

test.each([
  [{ rating: 4 }, /No id/],
  [{ id: 'c1' }, /No feedback/],
  [{ id: 'c1', rating: 9 }, /No feedback/],
])('%j is refused', async (sent, detail) => {
  const { answer, taken } = await send(sent);
  expect(answer.statusCode).toBe(400);
  expect(answer.json().detail).toMatch(detail);
  expect(taken).toEqual([]);
});
