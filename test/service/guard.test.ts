import { describe, expect, test } from 'vitest';
import { Tokens } from '../../src/service/tokens.ts';
import { EXCHANGE, testService } from './helpers.ts';

const TOKEN = {
  write: 'write-0123456789abcdef',
  feedback: 'feedback-0123456789abcdef',
  read: 'read-0123456789abcdef',
  admin: 'admin-0123456789abcdef',
} as const;

function tokensOf(): Tokens {
  const tokens = new Tokens();
  for (const [role, token] of Object.entries(TOKEN)) tokens.add([role], token, 'a test');
  return tokens;
}

const post = (headers: Record<string, string> = {}, url = '/v1/conversations', payload: object = EXCHANGE) =>
  ({ method: 'POST', url, headers, payload }) as const;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const FEEDBACK = { conversation_id: 'c-1', thumbs: 'up' };

describe('tokens', () => {
  test.each([
    ['none', {}, 401],
    ['another scheme', { authorization: 'Basic d3JpdGU6eA==' }, 401],
    ['an unknown one', bearer('nobody-0123456789abcdef'), 401],
    ['an empty one', { authorization: 'Bearer ' }, 401],
    ['of another role', bearer(TOKEN.read), 403],
    ['for feedback only', bearer(TOKEN.feedback), 403],
    ['of the role', bearer(TOKEN.write), 201],
    ['in other letters', { authorization: `bearer ${TOKEN.write}` }, 201],
    ['of the administrator', bearer(TOKEN.admin), 201],
  ])('to store a conversation: %s', async (_what, headers, status) => {
    const { app, collector } = await testService({}, { tokens: tokensOf() });
    const answer = await app.inject(post(headers));
    expect(answer.statusCode).toBe(status);
    expect(collector.conversationsTaken.length).toBe(status === 201 ? 1 : 0);
    const challenge = answer.headers['www-authenticate'];
    if (status === 201) expect(challenge).toBeUndefined();
    else expect(challenge).toMatch(/^Bearer realm="curate"/);
    expect(answer.body).not.toContain('0123456789abcdef');
  });

  test('who may write may give feedback, too', async () => {
    const { app } = await testService({}, { tokens: tokensOf() });
    for (const token of [TOKEN.write, TOKEN.feedback]) {
      const answer = await app.inject(post(bearer(token), '/v1/feedback', FEEDBACK));
      expect(answer.statusCode).toBe(201);
    }
  });

  test('are asked for before a body is read, and not for the state of the service', async () => {
    const { app } = await testService({ max_body_bytes: 1024 }, { tokens: tokensOf() });
    const large = await app.inject(post({}, '/v1/conversations', { user_message: 'x'.repeat(5000) }));
    expect(large.statusCode).toBe(401);
    expect((await app.inject('/healthz')).statusCode).toBe(200);
    expect((await app.inject('/metrics')).statusCode).toBe(401);
    expect((await app.inject({ url: '/metrics', headers: bearer(TOKEN.read) })).statusCode).toBe(200);
  });
});

describe('hosts', () => {
  test.each([
    ['localhost:8787', 200],
    ['curate.localhost', 200],
    ['127.0.0.1:8787', 200],
    ['[::1]:8787', 200],
    ['192.0.2.7', 200],
    ['Curate.Example.com:443', 200],
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['curate.example.com.', 421],
    ['a b', 400],
    ['a:b:c', 400],
  ])('%s', async (host, status) => {
    const { app } = await testService({ hosts: ['curate.example.com'] });
    const answer = await app.inject({ url: '/healthz', headers: { host } });
    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toContain('evil');
  });
});

describe('origins', () => {
  const serve = { origins: ['https://shop.example.com'], hosts: ['curate.example.com'] };

  test.each([
    ['localhost:80', 'http://localhost:80', 201],
    ['curate.example.com', 'https://curate.example.com', 201],
    ['localhost:80', 'https://shop.example.com', 201],
    ['localhost:80', 'https://evil.example', 403],
    ['localhost:80', 'http://localhost:3000', 403],
    ['localhost:80', 'null', 403],
  ])('to %s from %s', async (host, origin, status) => {
    const { app, collector } = await testService(serve);
    const answer = await app.inject(post({ host, origin }));
    expect(answer.statusCode).toBe(status);
    expect(collector.conversationsTaken.length).toBe(status === 201 ? 1 : 0);
    const allowed = origin === 'https://shop.example.com' ? origin : undefined;
    expect(answer.headers['access-control-allow-origin']).toBe(allowed);
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  });

  test('a page that may ask is told so beforehand, and can read what is wrong', async () => {
    const { app } = await testService(serve, { tokens: tokensOf() });
    const origin = 'https://shop.example.com';
    const preflight = { origin, 'access-control-request-method': 'POST' };
    const asked = await app.inject({ method: 'OPTIONS', url: '/v1/feedback', headers: preflight });
    expect(asked.statusCode).toBe(204);
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, HEAD, POST',
      'access-control-allow-headers': 'Authorization, Content-Type',
    });
    const refused = await app.inject(post({ origin }, '/v1/feedback', FEEDBACK));
    expect(refused.statusCode).toBe(401);
    expect(refused.headers['access-control-allow-origin']).toBe(origin);
    const other = { ...preflight, origin: 'https://evil.example' };
    const never = await app.inject({ method: 'OPTIONS', url: '/v1/feedback', headers: other });
    expect(never.statusCode).toBe(403);
    expect(never.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('limits', () => {
  test('a client that asks too often is told when to come back', async () => {
    const { app } = await testService({ max_requests_per_minute: 3 });
    const statuses = [];
    for (let at = 0; at < 4; at++) statuses.push((await app.inject('/healthz')).statusCode);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await app.inject('/healthz');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
    const other = await app.inject({ url: '/healthz', remoteAddress: '192.0.2.9' });
    expect(other.statusCode).toBe(200);
  });

  test('tokens are counted apart, addresses of one IPv6 network together', async () => {
    const { app } = await testService({ max_requests_per_minute: 1 }, { tokens: tokensOf() });
    expect((await app.inject(post(bearer(TOKEN.write)))).statusCode).toBe(201);
    expect((await app.inject(post(bearer(TOKEN.admin)))).statusCode).toBe(201);
    expect((await app.inject(post(bearer(TOKEN.write)))).statusCode).toBe(429);
    expect((await app.inject({ url: '/healthz', remoteAddress: '2001:db8::1' })).statusCode).toBe(200);
    expect((await app.inject({ url: '/healthz', remoteAddress: '2001:db8::2' })).statusCode).toBe(429);
  });

  test('feedback of a token in a page is counted by address', async () => {
    const { app } = await testService({ max_feedback_per_minute: 2 }, { tokens: tokensOf() });
    const give = async (token: string, remoteAddress: string) =>
      (await app.inject({ ...post(bearer(token), '/v1/feedback', FEEDBACK), remoteAddress })).statusCode;
    expect([await give(TOKEN.feedback, '192.0.2.1'), await give(TOKEN.feedback, '192.0.2.1')]).toEqual([201, 201]);
    expect(await give(TOKEN.feedback, '192.0.2.1')).toBe(429);
    expect(await give(TOKEN.feedback, '192.0.2.2')).toBe(201);
    expect(await give(TOKEN.write, '192.0.2.1')).toBe(201);
  });

  test('behind a proxy that is believed, addresses are those of its clients', async () => {
    const { app } = await testService({ max_requests_per_minute: 1, proxies: ['192.0.2.0/24'] });
    const from = async (client: string, remoteAddress: string) =>
      (await app.inject({ url: '/healthz', remoteAddress, headers: { 'x-forwarded-for': client } })).statusCode;
    expect([await from('198.51.100.1', '192.0.2.1'), await from('198.51.100.2', '192.0.2.1')]).toEqual([200, 200]);
    expect([await from('198.51.100.3', '203.0.113.1'), await from('198.51.100.4', '203.0.113.1')]).toEqual([200, 429]);
  });

  test('none where the config wants none', async () => {
    const { app } = await testService({ max_requests_per_minute: null });
    for (let at = 0; at < 5; at++) expect((await app.inject('/healthz')).statusCode).toBe(200);
  });
});

describe('paths and methods', () => {
  test.each([
    ['GET', '/v1/conversations', 405, 'POST'],
    ['DELETE', '/healthz', 405, 'GET, HEAD'],
    ['OPTIONS', '/healthz', 405, 'GET, HEAD'],
    ['PUT', '/v1/feedback', 405, 'POST'],
    ['GET', '/healthz/', 404, undefined],
    ['GET', '//healthz', 404, undefined],
    ['GET', '/HEALTHZ', 404, undefined],
    ['GET', '/..%2f..%2fetc/passwd', 404, undefined],
    ['POST', '/nothing', 404, undefined],
    ['GET', '/%zz', 400, undefined],
    ['GET', '/%00', 404, undefined],
  ] as const)('%s %s', async (method, url, status, allow) => {
    const { app } = await testService();
    const answer = await app.inject({ method, url });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers.allow).toBe(allow);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({ status, request_id: answer.headers['x-request-id'] });
    expect(answer.body).not.toMatch(/passwd|zz|\/nothing/);
  });

  test('HEAD is GET without the body', async () => {
    const { app } = await testService();
    const answer = await app.inject({ method: 'HEAD', url: '/healthz' });
    expect([answer.statusCode, answer.body, answer.headers['content-length']]).toEqual([200, '', '15']);
  });
});

describe('headers of every answer', () => {
  test.each(['/healthz', '/nothing', '/%zz'])('%s', async (url) => {
    const { app } = await testService();
    const { headers } = await app.inject(url);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ['trace-1.A_b', true],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    ['a b', false],
    ['<script>', false],
    ['', false],
  ])('an id that is given: %s', async (id, isKept) => {
    const { app } = await testService();
    const { headers } = await app.inject({ url: '/healthz', headers: { 'x-request-id': id } });
    expect(headers['x-request-id'] === id).toBe(isKept);
  });
});
