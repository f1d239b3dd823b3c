import { describe, expect, test } from 'vitest';
import { InvalidInput, NotWritten, TooLarge } from '../../src/collect/types.ts';
import { EXCHANGE, testService } from './helpers.ts';

const lines = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join('\n');
const ndjson = { 'content-type': 'application/x-ndjson' };

describe('one conversation', () => {
  test('is stored, and its id given back', async () => {
    const { app, collector } = await testService();
    const answer = await app.inject({ method: 'POST', url: '/v1/conversations', payload: EXCHANGE });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({ status: 'stored', conversation_id: 'made-1' });
    expect(collector.conversationsTaken).toEqual([EXCHANGE]);
  });

  test('with a mistake is refused by its place, without the value', async () => {
    const { app, collector } = await testService();
    const payload = { messages: [{ role: 'wizard', content: 'a secret' }], extra: 'secret' };
    const answer = await app.inject({ method: 'POST', url: '/v1/conversations', payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    const problem = answer.json();
    expect(problem).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400 });
    expect(problem.problems.map(({ path }: { path: string }) => path)).toEqual(['messages.0.role', '']);
    expect(answer.body).not.toMatch(/wizard|secret|extra/);
    expect(collector.conversationsTaken).toEqual([]);
  });

  test.each([
    [new InvalidInput('Say more.', [{ path: 'messages', message: 'no answer' }]), 400],
    [new TooLarge('Too large.'), 413],
    [new NotWritten('The disk is full.', 'full'), 503],
    [new Error('a text of a user'), 500],
  ])('that the collector does not take: %o', async (error, status) => {
    const { app, collector } = await testService();
    collector.instead = () => Promise.reject(error);
    const answer = await app.inject({ method: 'POST', url: '/v1/conversations', payload: EXCHANGE });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['retry-after']).toBe(status === 503 ? '5' : undefined);
    expect(answer.body).not.toMatch(/text of a user|at .*\.ts/);
    expect(answer.json()).toMatchObject({ status, request_id: answer.headers['x-request-id'] });
  });
});

describe('many conversations', () => {
  test('are stored one by one, and bad ones refused by their line', async () => {
    const { app, collector } = await testService();
    const payload = `${lines([EXCHANGE, { user_message: 7 }])}\n\n{ a secret\n${lines([EXCHANGE])}\r\n`;
    const answer = await app.inject({ method: 'POST', url: '/v1/conversations', headers: ndjson, payload });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      stored: 2,
      opted_out: 0,
      dropped: 0,
      refused: [
        { line: 2, problems: [{ path: 'user_message' }] },
        { line: 4, problems: [{ path: '', message: 'This is not valid JSON.' }] },
      ],
      not_written: [],
      conversation_ids: ['made-1', 'made-2'],
    });
    expect(answer.body).not.toContain('secret');
    expect(collector.conversationsTaken).toEqual([EXCHANGE, EXCHANGE]);
  });

  test('are never all in flight', async () => {
    const { app, collector } = await testService();
    let most = 0;
    let flying = 0;
    collector.instead = async () => {
      most = Math.max(most, ++flying);
      await new Promise(setImmediate);
      flying -= 1;
      return { status: 'stored', conversation_id: 'x' };
    };
    const payload = lines(Array.from({ length: 500 }, () => EXCHANGE));
    const answer = await app.inject({ method: 'POST', url: '/v1/conversations', headers: ndjson, payload });
    expect(answer.json().stored).toBe(500);
    expect(most).toBe(64);
  });

  test('of which the disk takes no more are told by line, to be sent again', async () => {
    const { app, collector } = await testService();
    let asked = 0;
    collector.instead = (input) =>
      'model' in input || ++asked > 100 ? Promise.reject(new NotWritten('The disk is full.', 'full')) : undefined;
    const many = Array.from({ length: 300 }, (_, at) => ({ ...EXCHANGE, ...(at === 100 && { model: 'm' }) }));
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/conversations',
      headers: ndjson,
      payload: lines(many),
    });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    const { stored, not_written } = answer.json();
    expect(stored + not_written.length).toBe(300);
    expect(not_written).toContain(101);
    expect(collector.conversationsTaken.length).toBe(stored);
    expect(asked).toBeLessThan(200);
  });

  test('more than one request may have are refused as a whole', async () => {
    const { app, collector } = await testService();
    const payload = '{}\n'.repeat(20_001);
    const answer = await app.inject({ method: 'POST', url: '/v1/conversations', headers: ndjson, payload });
    expect(answer.statusCode).toBe(413);
    expect(collector.conversationsTaken).toEqual([]);
  });
});

test('feedback is stored', async () => {
  const { app, collector } = await testService();
  const payload = { conversation_id: 'c-1', thumbs: 'up' };
  const answer = await app.inject({ method: 'POST', url: '/v1/feedback', payload });
  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toEqual({ status: 'stored', conversation_id: 'c-1' });
  expect(collector.feedbackTaken).toEqual([payload]);
});

describe('bodies that are not taken', () => {
  test.each([
    ['not JSON', 'application/json', '{"user_message": "sec', 400],
    ['nothing', 'application/json', '', 400],
    ['no UTF-8', 'application/json', Buffer.from([0x22, 0xff, 0x22]), 400],
    ['a prototype', 'application/json', '{"metadata":{"__proto__":{"admin":true}}}', 400],
    ['a prototype in escapes', 'application/json', '{"metadata":{"\\u005f_proto__":1}}', 400],
    ['a constructor', 'application/json', '{"metadata":{"constructor":{"prototype":{"x":1}}}}', 400],
    ['a deep nest', 'application/json', `{"metadata":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400],
    ['a string', 'application/json', '"text"', 400],
    ['a form', 'application/x-www-form-urlencoded', 'a=b', 415],
    ['plain text', 'text/plain', JSON.stringify(EXCHANGE), 415],
    ['too much', 'application/json', JSON.stringify({ user_message: 'x'.repeat(2000) }), 413],
  ])('%s', async (_what, type, payload, status) => {
    const { app, collector } = await testService({ max_body_bytes: type === 'text/plain' ? 1024 : 400_000 });
    const small = status === 413 ? (await testService({ max_body_bytes: 1024 })).app : app;
    const answer = await small.inject({
      method: 'POST',
      url: '/v1/conversations',
      headers: { 'content-type': type },
      payload,
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({ status, request_id: answer.headers['x-request-id'] });
    expect(collector.conversationsTaken).toEqual([]);
  });

  test('compressed ones', async () => {
    const { app } = await testService();
    const headers = { 'content-encoding': 'gzip' };
    const answer = await app.inject({ method: 'POST', url: '/v1/conversations', headers, payload: EXCHANGE });
    expect(answer.statusCode).toBe(415);
  });

  test('a word that only looks like a prototype is a word', async () => {
    const { app } = await testService();
    const payload = { user_message: 'What is __proto__?', metadata: { constructor: 'Smith' } };
    const answer = await app.inject({ method: 'POST', url: '/v1/conversations', payload });
    expect(answer.statusCode).toBe(201);
  });
});
