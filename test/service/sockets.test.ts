import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listen } from '../../src/service/listen.ts';
import { EXCHANGE, testService } from './helpers.ts';

/** A connection of somebody who keeps to no rules. */
class Raw {
  text = '';
  readonly socket: Socket;
  readonly closed: Promise<string>;

  /** @param clings keeps its side open when the other one has ended */
  constructor(port: number, clings: boolean) {
    this.socket = connect({ port, host: '127.0.0.1', allowHalfOpen: clings });
    this.socket.setEncoding('utf8').on('data', (more: string) => {
      this.text += more;
    });
    this.socket.on('error', () => {});
    this.closed = new Promise((resolve) => this.socket.once('close', () => resolve(this.text)));
    onTestFinished(() => void this.socket.destroy());
  }

  send(text: string): this {
    this.socket.write(text);
    return this;
  }

  async until(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.text)) await pause(2);
    return this.text;
  }
}

async function listening(serve: Parameters<typeof testService>[0] = {}, other: Parameters<typeof testService>[2] = {}) {
  const service = await testService(serve, {}, other);
  const listens = await listen(service.app, { ...service.context.config.serve, port: 0 });
  const port = Number(new URL(listens.url).port);
  return { ...service, ...listens, port, raw: (clings = false) => new Raw(port, clings) };
}

const request = (line: string, headers = 'Host: localhost\r\n', body = ''): string =>
  `${line} HTTP/1.1\r\n${headers}\r\n${body}`;
const post = (body: string, length = body.length): string =>
  request(
    'POST /v1/conversations',
    `Host: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n`,
    body,
  );

describe('what is no request, or a strange one', () => {
  test.each([
    ['not HTTP', 'hello\r\n\r\n', 400],
    ['no host', request('GET /healthz', ''), 400],
    ['an empty host', request('GET /healthz', 'Host:\r\n'), 400],
    ['two lengths', request('POST /healthz', 'Host: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n'), 400],
    [
      'a length and chunks',
      request('POST /healthz', 'Host: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n'),
      400,
    ],
    ['large headers', request('GET /healthz', `Host: localhost\r\nX-Much: ${'x'.repeat(20_000)}\r\n`), 431],
    ['a path with dots', request('GET /v1/../healthz'), 404],
    ['a path with encoded dots', request('GET /v1/%2e%2e/healthz'), 404],
    ['two slashes', request('GET //healthz'), 404],
    ['a whole address of ours', request('GET http://localhost/healthz'), 200],
    ['a whole address of others', request('GET http://evil.example/healthz'), 421],
    ['a star', request('OPTIONS *'), 404],
    ['an unusual method', request('PROPFIND /healthz'), 405],
    ['an unknown method', request('FETCH /healthz'), 400],
  ])('%s', async (_what, sent, status) => {
    const { raw } = await listening();
    const answer = await raw()
      .send(sent)
      .until(/\r\n\r\n/);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).not.toMatch(/evil|Parse Error|HPE_/);
  });

  test('who sends a byte now and then is told so, and let go', { timeout: 5000 }, async () => {
    const { raw } = await listening({ request_timeout_ms: 150 });
    const head = raw().send('GET /healthz HTTP/1.1\r\nHo');
    const body = raw(true).send(post('{"user_me', 100));
    const silent = raw();
    const drip = setInterval(() => void body.send('s'), 20);
    const answers = await Promise.all([head.closed, body.closed, silent.closed]);
    clearInterval(drip);
    for (const answer of answers.slice(0, 2)) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('more connections than there may be are not taken, and the others are served', async () => {
    const { raw } = await listening({ max_connections: 2 });
    const first = raw();
    await first.send(request('GET /healthz')).until(/"ok"/);
    await raw().send(request('GET /healthz')).until(/"ok"/);
    expect(await raw().send(request('GET /healthz')).closed).toBe('');
    first.text = '';
    await first.send(request('GET /healthz')).until(/"ok"/);
  });
});

describe('the end', () => {
  test('waits for what is under way, and for nobody who only keeps a connection', { timeout: 5000 }, async () => {
    let isReady = true;
    const { raw, close, collector } = await listening({}, { isReady: () => isReady });
    let store = (): void => {};
    const stored = new Promise<void>((resolve) => {
      store = resolve;
    });
    collector.instead = () => stored.then(() => ({ status: 'stored', conversation_id: 'late' }));
    const idle = raw();
    await idle.send(request('GET /healthz')).until(/"ok"/);
    const busy = raw().send(post(JSON.stringify(EXCHANGE)));
    const half = raw().send(post(JSON.stringify(EXCHANGE)).slice(0, -5));
    await pause(30);
    isReady = false;
    const ended = close();
    await idle.closed;
    half.send(JSON.stringify(EXCHANGE).slice(-5));
    store();
    expect(await busy.closed).toMatch(/^HTTP\/1\.1 201 [\s\S]*"late"/);
    expect(await half.closed).toMatch(/^HTTP\/1\.1 201 [\s\S]*"late"/);
    await ended;
    expect(await raw().send(request('GET /healthz')).closed).toBe('');
  });

  test('sends home who listens to events', { timeout: 5000 }, async () => {
    const { raw, close, context } = await listening();
    const listener = raw().send(request('GET /v1/events'));
    await listener.until(/retry:/);
    expect(context.events.listeners).toBe(1);
    await close();
    expect(await listener.closed).toMatch(/\r\n0\r\n\r\n$/);
    expect(context.events.listeners).toBe(0);
  });

  test('the state says so meanwhile', async () => {
    const { app } = await testService({}, {}, { isReady: () => false });
    const answer = await app.inject('/healthz');
    expect([answer.statusCode, answer.json(), answer.headers.connection]).toEqual([
      503,
      { status: 'stopping' },
      'close',
    ]);
  });
});

test('who hangs up before the answer is counted, and in flight no more', async () => {
  const { app, raw, collector } = await listening();
  let asked = false;
  collector.instead = () => {
    asked = true;
    return new Promise(() => {});
  };
  const gone = raw().send(post(JSON.stringify(EXCHANGE)));
  while (!asked) await pause(2);
  gone.socket.destroy();
  const text = async () => (await app.inject('/metrics')).body;
  while (!(await text()).includes('status="499"')) await pause(5);
  expect(await text()).toMatch(/^curate_http_requests_in_flight 1$/m);
});

describe('an address that cannot be had', () => {
  test.each([
    ['in use', async () => (await listening()).port, '127.0.0.1', /in use by another program; choose another --port/],
    ['of another machine', async () => 0, '192.0.2.1', /not an address of this machine/],
    ['no address', async () => 0, 'no such host', /"no such host" is no address/],
  ])('%s', async (_what, portOf, host, message) => {
    const port = await portOf();
    const { app, context } = await testService();
    await expect(listen(app, { ...context.config.serve, host, port })).rejects.toThrow(message);
  });
});
