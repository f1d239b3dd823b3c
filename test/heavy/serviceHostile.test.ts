import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Bystander } from './bystander.ts';
import { head, open, type Talk, talk, whole } from './rawHttp.ts';
import { type Served, serveFolder } from './servedFolder.ts';

/**
 * What strangers, and clients with faults, say to the built service over real sockets. Each gets the right status; meanwhile another
 * client is served, nothing of what was sent comes back or gets into the log, and the process goes on.
 */
const MARKER = 'zq7marker';
const TIMEOUT_MS = 1_500;
const WRITE = 'write-token-of-the-test-0123456789';
const EXPORT = 'export-token-of-the-test-0123456789';
const READ = 'read-token-of-the-test-0123456789';
/** Ours: a body of 16 MB is parsed in a third of a second on a busy machine, and everybody waits for it. */
const PATIENCE_MS = 3_000;

let served: Served;
let bystander: Bystander;

beforeAll(async () => {
  served = await serveFolder({ request_timeout_ms: TIMEOUT_MS }, `write:${WRITE},read:${READ},export:${EXPORT}`);
});
beforeEach(() => {
  bystander = new Bystander(served.port, WRITE);
});
afterEach(async () => {
  // Some requests more, so that whoever broke something is found out.
  await wait(100);
  const { failures, p99 } = await bystander.stop();
  expect(failures).toEqual([]);
  expect(p99).toBeLessThan(PATIENCE_MS);
  expect(served.isRunning()).toBe(true);
  expect(served.told()).not.toContain(MARKER);
});
afterAll(async () => {
  for (const line of served.lines()) expect(() => JSON.parse(line)).not.toThrow();
  expect(await served.stop()).toBe(0);
  expect(served.told()).not.toContain(MARKER);
});

const token = WRITE;
const exchange = JSON.stringify({ user_message: `Is ${MARKER} open?`, assistant_message: 'Until six.' });
const chunked = (...chunks: readonly string[]): string =>
  head({ token, headers: ['Content-Type: application/json', 'Transfer-Encoding: chunked'] }) + chunks.join('');
const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const get = (path: string, more: Parameters<typeof head>[0] = {}): string =>
  head({ method: 'GET', path, token: READ, ...more });
const MANY = 17 * 1024 * 1024;

type Case = readonly [name: string, statuses: readonly number[], talk: Talk];

async function expectStatuses([name, statuses, said]: Case): Promise<void> {
  const heard = await talk(served.port, said);
  expect(heard.text, name).not.toContain(MARKER);
  expect(heard.text, name).not.toMatch(/ at .*\.js:|node_modules/);
  expect(heard.statuses, name).toEqual(statuses);
  expect(heard.closed, name).toBe(true);
}

const bodies: readonly Case[] = [
  ['good JSON', [201], { pieces: [whole(exchange, { token })] }],
  [
    'good JSON in chunks',
    [201],
    { pieces: [chunked(chunk(exchange.slice(0, 9)), chunk(exchange.slice(9)), '0\r\n\r\n')] },
  ],
  ['no body', [400], { pieces: [whole('', { token })] }],
  ['malformed JSON', [400], { pieces: [whole(`{"user_message": "${MARKER}`, { token })] }],
  ['JSON behind JSON', [400], { pieces: [whole(`${exchange}${exchange}`, { token })] }],
  ['a number', [400], { pieces: [whole('1e999', { token })] }],
  ['bad UTF-8', [400], { pieces: [whole(Buffer.from(exchange.replace('o', '\xff'), 'latin1'), { token })] }],
  ['UTF-16', [400], { pieces: [whole(Buffer.from(exchange, 'utf16le'), { token })] }],
  ['half a character', [201], { pieces: [whole(exchange.replace('six', '\\ud83d'), { token })] }],
  ['deep lists', [400], { pieces: [whole(`{"metadata":${'['.repeat(1e6)}${']'.repeat(1e6)}}`, { token })] }],
  ['deep objects', [400], { pieces: [whole(`${'{"a":'.repeat(1e6)}1${'}'.repeat(1e6)}`, { token })] }],
  ['__proto__', [400], { pieces: [whole(`{"__proto__":{"admin":true},"${MARKER}":1}`, { token })] }],
  ['__proto__ inside', [400], { pieces: [whole(`{"metadata":{"a":{"__proto__":{"${MARKER}":1}}}}`, { token })] }],
  ['constructor', [400], { pieces: [whole(`{"constructor":{"prototype":{"${MARKER}":1}}}`, { token })] }],
  [
    'many keys',
    [413],
    { pieces: [whole(`{${Array.from({ length: 2e5 }, (_, at) => `"${MARKER}${at}":1`).join(',')}}`, { token })] },
  ],
  ['a long list', [413], { pieces: [whole(`{"messages":[${'1,'.repeat(2e6)}1]}`, { token })] }],
  ['text', [415], { pieces: [whole(exchange, { token, headers: ['Content-Type: text/plain'] })] }],
  [
    'a form',
    [415],
    { pieces: [whole('a=1', { token, headers: ['Content-Type: application/x-www-form-urlencoded'] })] },
  ],
  [
    'several parts',
    [415],
    { pieces: [whole('--x', { token, headers: ['Content-Type: multipart/form-data; boundary=x'] })] },
  ],
  ['a strange type', [415], { pieces: [whole(exchange, { token, headers: [`Content-Type: ${MARKER}/${MARKER}`] })] }],
  [
    'a gzip bomb',
    [415],
    { pieces: [whole(gzipSync(Buffer.alloc(5e7)), { token, headers: ['Content-Encoding: gzip'] })] },
  ],
];

const sizes: readonly Case[] = [
  [
    'larger by its length',
    [413],
    { pieces: [head({ token, headers: ['Content-Type: application/json', `Content-Length: ${MANY}`] })] },
  ],
  ['larger, and all of it', [413], { pieces: [whole(Buffer.alloc(MANY, MARKER), { token })] }],
  ['larger in chunks', [413], { pieces: [chunked(...Array.from({ length: 40 }, () => chunk(MARKER.repeat(50_000))))] }],
  ['larger than any number', [400], { pieces: [head({ token, headers: [`Content-Length: ${'9'.repeat(30)}`] })] }],
  [
    'more headers than there are',
    [431],
    { pieces: [get('/healthz', { headers: Array.from({ length: 5_000 }, (_, at) => `X-${at}: ${MARKER}`) })] },
  ],
  ['a long header', [431], { pieces: [get('/healthz', { headers: [`X-Long: ${MARKER.repeat(10_000)}`] })] }],
  ['a long path', [431], { pieces: [get(`/${MARKER.repeat(10_000)}`)] }],
  ['a path as long as headers may be', [404], { pieces: [get(`/${'a'.repeat(15_000)}`)] }],
  ['a long parameter', [404], { pieces: [get(`/v1/exports/${MARKER.repeat(500)}`)] }],
  ['a long query', [400], { pieces: [get(`/v1/comments?most=${'9'.repeat(14_000)}`)] }],
];

const frames: readonly Case[] = [
  ['no HTTP', [400], { pieces: [`${MARKER}\r\n\r\n`] }],
  ['TLS', [400], { pieces: [Buffer.from('16030100c8010000c40303', 'hex')] }],
  ['HTTP/2', [400], { pieces: ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'] }],
  ['HTTP/9.9', [400], { pieces: ['GET /healthz HTTP/9.9\r\nHost: localhost\r\n\r\n'] }],
  ['a method of nobody', [400], { pieces: [head({ method: MARKER.toUpperCase() })] }],
  ['no Host', [400], { pieces: ['GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n'] }],
  ['two Hosts', [400], { pieces: [get('/healthz', { headers: ['Host: example.com'] })] }],
  ['two lengths', [400], { pieces: [head({ token, headers: ['Content-Length: 5', 'Content-Length: 6'] }), exchange] }],
  [
    'a length and chunks',
    [400],
    { pieces: [head({ token, headers: ['Content-Length: 5', 'Transfer-Encoding: chunked'] }), '0\r\n\r\n'] },
  ],
  [
    'chunks twice',
    [400],
    { pieces: [head({ token, headers: ['Transfer-Encoding: chunked, chunked'] }), '0\r\n\r\nGET /'] },
  ],
  [
    'chunks, but not at last',
    [400],
    { pieces: [head({ token, headers: ['Transfer-Encoding: chunked, identity'] }), '0\r\n\r\n'] },
  ],
  [
    'chunks by another name',
    [400],
    { pieces: [head({ token, headers: ['Transfer-Encoding: xchunked'] }), '0\r\n\r\n'] },
  ],
  ['a negative length', [400], { pieces: [head({ token, headers: ['Content-Length: -1'] })] }],
  ['a length with a sign', [400], { pieces: [head({ token, headers: ['Content-Length: +5'] }), '{"a":1}'] }],
  ['a space before the colon', [400], { pieces: [head({ token, headers: [`Content-Length : 5`] }), '{"a":1}'] }],
  ['a folded header', [400], { pieces: [get('/healthz', { headers: ['X-A: 1', ` ${MARKER}`] })] }],
  ['a null byte in a header', [400], { pieces: [get('/healthz', { headers: [`X-A: \0${MARKER}`] })] }],
  ['a size of a chunk that is none', [400], { pieces: [chunked(`zz\r\n${MARKER}\r\n0\r\n\r\n`)] }],
  ['a chunk longer than it says', [400], { pieces: [chunked(`3\r\n${MARKER}\r\n0\r\n\r\n`)] }],
  ['a chunk that never comes', [408], { pieces: [chunked(`fffffffffffff\r\n${MARKER}`)] }],
  ['extensions of a chunk without end', [413], { pieces: [chunked(`1;${MARKER.repeat(5_000)}\r\na\r\n0\r\n\r\n`)] }],
  ['a wait for 100', [100, 201], { pieces: [whole(exchange, { token, headers: ['Expect: 100-continue'] })] }],
  ['a wait for what nobody knows', [417], { pieces: [whole(exchange, { token, headers: [`Expect: ${MARKER}`] })] }],
  // Node closes the connection of whom it would have to make a tunnel for.
  ['CONNECT', [], { pieces: ['CONNECT example.com:443 HTTP/1.1\r\nHost: localhost\r\n\r\n'] }],
];

const places: readonly Case[] = [
  ['a wrong method', [405], { pieces: [head({ method: 'DELETE', token })] }],
  ['a method for what is read', [405], { pieces: [head({ method: 'POST', path: '/v1/stats', token: READ })] }],
  ['TRACE', [405], { pieces: [head({ method: 'TRACE', path: '/healthz' })] }],
  ['no token', [401], { pieces: [whole(exchange)] }],
  ['a wrong token', [401], { pieces: [whole(exchange, { token: MARKER })] }],
  ['no token at all', [401], { pieces: [whole(exchange, { headers: ['Authorization: Bearer '] })] }],
  ['a token of another kind', [401], { pieces: [whole(exchange, { headers: [`Authorization: Basic ${MARKER}`] })] }],
  ['a token for something else', [403], { pieces: [whole(exchange, { token: READ })] }],
  [
    'no token, and much to send',
    [401],
    { pieces: [head({ headers: ['Content-Type: application/json', `Content-Length: ${MANY}`] })] },
  ],
  ['a way out', [404], { pieces: [get('/../../../etc/passwd')] }],
  ['a way out, encoded', [404], { pieces: [get('/v1/%2e%2e/%2e%2e/etc/passwd')] }],
  ['a slash, encoded', [404], { pieces: [get('/v1%2fstats')] }],
  ['a way out behind a route', [404], { pieces: [get('/v1/stats/..;/..%5c..%5cetc')] }],
  ['a null byte', [400], { pieces: [get(`/healthz\0${MARKER}`)] }],
  ['a null byte, encoded', [404], { pieces: [get('/healthz%00.json')] }],
  ['what is no encoding', [400], { pieces: [get('/v1/exports/%zz')] }],
  ['bytes that are no UTF-8, encoded', [400], { pieces: [get('/v1/exports/%ff%fe')] }],
  [
    'another host',
    [421],
    {
      pieces: [
        head({
          method: 'GET',
          path: '/healthz',
          bare: true,
          headers: [`Host: ${MARKER}.example.com`, 'Connection: close'],
        }),
      ],
    },
  ],
  [
    'a host that is none',
    [400],
    {
      pieces: [
        head({ method: 'GET', path: '/healthz', bare: true, headers: [`Host: a b/${MARKER}`, 'Connection: close'] }),
      ],
    },
  ],
  ['a whole address', [421], { pieces: [get(`http://${MARKER}.example.com/healthz`)] }],
  [
    'a page from elsewhere',
    [403],
    { pieces: [whole(exchange, { token, headers: [`Origin: https://${MARKER}.example.com`] })] },
  ],
  ['a page of nowhere', [403], { pieces: [whole(exchange, { token, headers: ['Origin: null'] })] }],
  [
    'a page that asks before',
    [405],
    {
      pieces: [
        head({ method: 'OPTIONS', headers: ['Origin: https://example.com', 'Access-Control-Request-Method: POST'] }),
      ],
    },
  ],
  [
    'a web socket',
    [401],
    { pieces: [head({ method: 'GET', path: '/v1/events', headers: ['Upgrade: websocket', 'Connection: Upgrade'] })] },
  ],
];

const exporting = (body: string): Talk => ({ pieces: [whole(body, { path: '/v1/exports', token: EXPORT })] });
const file = (path: string): Talk => ({ pieces: [get(path, { token: EXPORT })] });

const files: readonly Case[] = [
  ['a format that is a way out', [400], exporting(`{"format":"../../${MARKER}"}`)],
  ['a format that is a flag', [400], exporting('{"format":"--config=/etc/passwd"}')],
  ['a format that is two', [400], exporting('{"format":"chatml,../x"}')],
  ['a format with a null byte', [400], exporting(`{"format":"chatml\\u0000${MARKER}"}`)],
  ['a container of nobody', [400], exporting(`{"container":"${MARKER}"}`)],
  ['a flag beside the format', [400], exporting(`{"format":"chatml","out":"/tmp/${MARKER}"}`)],
  ['an export that is a way out', [404], file('/v1/exports/..%2f..%2fetc')],
  ['a file that is a way out', [404], file('/v1/exports/chatml/files/..%2f..%2f..%2ftraining_logs')],
  ['a file from the root', [404], file('/v1/exports/chatml/files/%2fetc%2fpasswd')],
  ['a file with a null byte', [404], file(`/v1/exports/chatml/files/train.jsonl%00${MARKER}`)],
  ['a name of every object', [404], file('/v1/exports/__proto__/files/constructor')],
];

describe('bodies', () => test.each(bodies)('%s: %j', (...one) => expectStatuses(one)));
describe('sizes', () => test.each(sizes)('%s: %j', (...one) => expectStatuses(one)));
describe('frames', () => test.each(frames)('%s: %j', (...one) => expectStatuses(one)));
describe('places', () => test.each(places)('%s: %j', (...one) => expectStatuses(one)));
describe('files', () => test.each(files)('%s: %j', (...one) => expectStatuses(one)));

describe('slow clients', () => {
  test('who send a byte a second of the head are told so when the time is up', async () => {
    const pieces = [...whole(exchange, { token }).toString()];
    const heard = await talk(served.port, { pieces, gap_ms: 1_000 });
    expect(heard.statuses).toEqual([408]);
    expect(heard.milliseconds).toBeLessThan(TIMEOUT_MS + 2_500);
  });

  test('who send a byte a second of the body, too', async () => {
    const all = whole(exchange, { token }).toString();
    const body = all.indexOf('{');
    const heard = await talk(served.port, { pieces: [all.slice(0, body), ...all.slice(body)], gap_ms: 1_000 });
    expect(heard.statuses).toEqual([408]);
    expect(heard.milliseconds).toBeLessThan(TIMEOUT_MS + 2_500);
  });

  test('two hundred of them at once take nobody else time', async () => {
    const pieces = [...whole(exchange, { token }).toString()];
    const all = await Promise.all(Array.from({ length: 200 }, () => talk(served.port, { pieces, gap_ms: 1_000 })));
    expect(new Set(all.flatMap(({ statuses }) => statuses))).toEqual(new Set([408]));
  });
});

describe('clients that go away', () => {
  test('with their side closed, Node answers nothing more, and closes its own', async () => {
    for (const pieces of [[whole(exchange, { token })], [whole(exchange, { token }).subarray(0, -9)], []]) {
      const heard = await talk(served.port, { pieces, halfClose: true });
      expect(heard.closed).toBe(true);
      expect(heard.milliseconds).toBeLessThan(TIMEOUT_MS);
      expect([[], [201], [400]]).toContainEqual(heard.statuses);
    }
  });

  test('in the middle of a request, or of an answer', async () => {
    for (let at = 0; at < 300; at++) {
      const socket = await open(served.port);
      socket.on('error', () => {});
      const request = at % 2 === 0 ? whole(exchange, { token }) : Buffer.from(get('/openapi.json'));
      socket.write(at % 3 === 0 ? request.subarray(0, request.length - (at % 40)) : request);
      if (at % 5 === 0) socket.resetAndDestroy();
      else setTimeout(() => socket.destroy(), at % 4);
    }
    await wait(500);
    expect(await gauge('curate_http_requests_in_flight')).toBeLessThan(3);
  });

  test('in the middle of an event stream, leave nothing behind', async () => {
    const streams = await Promise.all(Array.from({ length: 150 }, () => open(served.port)));
    for (const socket of streams) socket.on('error', () => {}).write(get('/v1/events'));
    await expect.poll(() => gauge('curate_event_listeners'), { timeout: 10_000 }).toBe(150);
    for (const [at, socket] of streams.entries()) at % 2 === 0 ? socket.destroy() : socket.resetAndDestroy();
    await expect.poll(() => gauge('curate_event_listeners'), { timeout: 10_000 }).toBe(0);
  });

  test('who never read an event stream cost no more than a buffer', async () => {
    const streams = await Promise.all(Array.from({ length: 50 }, () => open(served.port)));
    for (const socket of streams)
      socket
        .on('error', () => {})
        .pause()
        .write(get('/v1/events'));
    await wait(500);
    for (const socket of streams) socket.destroy();
    await expect.poll(() => gauge('curate_event_listeners'), { timeout: 10_000 }).toBe(0);
  });
});

async function gauge(name: string): Promise<number> {
  const { text } = await talk(served.port, { pieces: [get('/metrics')] });
  return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
}

test('more listeners to events than there may be are sent away', async () => {
  const streams = await Promise.all(Array.from({ length: 205 }, () => open(served.port)));
  let sentAway = 0;
  for (const socket of streams) {
    socket.on('error', () => {}).write(get('/v1/events'));
    socket.on('data', (part) => {
      if (part.toString('latin1').startsWith('HTTP/1.1 503 ')) sentAway += 1;
    });
  }
  await expect.poll(() => sentAway, { timeout: 10_000 }).toBe(5);
  for (const socket of streams) socket.destroy();
  await expect.poll(() => gauge('curate_event_listeners'), { timeout: 10_000 }).toBe(0);
});

test('a line of 15 MB among others is refused alone', async () => {
  const line = JSON.stringify({ user_message: MARKER.repeat(1_650_000), assistant_message: 'Yes.' });
  const body = [exchange, line, exchange].join('\n');
  const pieces = [whole(body, { token, headers: ['Content-Type: application/x-ndjson'] })];
  const heard = await talk(served.port, { pieces });
  expect(heard.statuses).toEqual([200]);
  expect(heard.text).toMatch(/"stored":2,.*"refused":\[\{"line":2,/);
  expect(heard.text).not.toContain(MARKER);
});

test('a thousand requests at once on one connection are answered in their order', async () => {
  const body = JSON.stringify({ user_message: 'Open?', assistant_message: 'Yes.' });
  const one = `POST /v1/conversations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  const heard = await talk(served.port, { pieces: [one.repeat(999), get('/healthz')] });
  expect(heard.statuses).toEqual([...Array.from({ length: 999 }, () => 201), 200]);
});

test('what stands behind a refused body is not taken for a request', async () => {
  const inside = `GET /healthz?${MARKER} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
  const refused = whole(Buffer.from(inside), {
    token,
    headers: ['Content-Type: text/plain', 'Connection: keep-alive'],
  });
  const heard = await talk(served.port, { pieces: [refused], patience_ms: 1_000 });
  expect(heard.statuses).toEqual([415]);
});

test('many lines, each wrong in many places, hold up nobody', async () => {
  const line = `{"messages":[${'1,'.repeat(40_000)}1]}`;
  const pieces = [
    whole(Array.from({ length: 150 }, () => line).join('\n'), {
      token,
      headers: ['Content-Type: application/x-ndjson'],
    }),
  ];
  const heard = await talk(served.port, { pieces, patience_ms: 60_000 });
  expect(heard.statuses).toEqual([200]);
});
