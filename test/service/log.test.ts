import { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Tokens } from '../../src/service/tokens.ts';
import { EXCHANGE, testService } from './helpers.ts';

class Told extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }

  async lines(): Promise<Record<string, unknown>[]> {
    // One turn for the lines of this one to be handed on, one for the close of the response.
    for (let at = 0; at < 3; at++) await turn();
    return this.text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  }
}

const SECRET = 'zq7secret';

describe('the log', () => {
  test('has a line a request, with the pattern of its path and nothing that was sent', async () => {
    const log = new Told();
    const tokens = new Tokens();
    tokens.add(['admin'], `${SECRET}-0123456789abcdef`, 'a test');
    const { app, collector } = await testService({}, { log, tokens });
    collector.instead = ({ user_message }: { user_message?: string }) =>
      user_message === SECRET ? Promise.reject(new Error(`cannot store ${SECRET}`)) : undefined;
    const headers = { authorization: `Bearer ${SECRET}-0123456789abcdef` };
    await app.inject({ method: 'POST', url: `/v1/conversations?q=${SECRET}`, headers, payload: EXCHANGE });
    await app.inject({ url: `/v1/exports/${SECRET}`, headers });
    await app.inject({ url: `/${SECRET}` });
    await app.inject({ url: `/%zz${SECRET}` });
    await app.inject({ method: 'POST', url: '/v1/conversations', headers, payload: `{"${SECRET}` });
    await app.inject({ method: 'POST', url: '/v1/conversations', headers, payload: { user_message: SECRET } });
    const lines = await log.lines();
    expect(lines.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['POST', '/v1/conversations', 201],
      ['GET', '/v1/exports/:id', 404],
      ['GET', 'unknown', 404],
      ['GET', 'unknown', 400],
      ['POST', '/v1/conversations', 415],
      [undefined, undefined, undefined],
      ['POST', '/v1/conversations', 500],
    ]);
    expect(lines[0]).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      method: 'POST',
      route: '/v1/conversations',
      status: 201,
      ms: expect.any(Number),
      bytes_in: expect.any(Number),
      bytes_out: expect.any(Number),
      address: '127.0.0.1',
      message: 'request',
    });
    expect(lines[5]).toMatchObject({ level: 'error', err: { type: 'Error', at: expect.any(Array) } });
    expect(lines[6]).toMatchObject({ level: 'error', request_id: lines[5]?.request_id });
    expect(log.text).not.toContain(SECRET);
  });

  test.each([
    ['requests', [200, 404, undefined, 500]],
    ['errors', [undefined, 500]],
    ['none', []],
  ] as const)('with `serve.log: %s`', async (mode, statuses) => {
    const log = new Told();
    const { app, collector } = await testService({ log: mode }, { log });
    collector.instead = () => Promise.reject(new Error('a fault'));
    await app.inject('/healthz');
    await app.inject('/nothing');
    await app.inject({ method: 'POST', url: '/v1/conversations', payload: EXCHANGE });
    expect((await log.lines()).map(({ status }) => status)).toEqual(statuses);
  });
});
