import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { newFolder, Served } from '../service/served.ts';

/** Stores conversations over so many connections until the service is gone; the ids that it gave back. */
class Load {
  readonly acknowledged: string[] = [];
  readonly statuses = new Map<number, number>();
  readonly done: Promise<unknown>;

  constructor(url: string, connections: number) {
    const agent = new Agent({ keepAlive: true, maxSockets: connections });
    this.done = Promise.all(Array.from({ length: connections }, () => this.#go(url, agent)));
  }

  async #go(url: string, agent: Agent): Promise<void> {
    for (;;) {
      const answer = await store(url, agent);
      if (answer === undefined) return;
      this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 201) this.acknowledged.push(JSON.parse(answer.body).conversation_id);
    }
  }
}

/** Nothing where the connection broke or nobody listens. */
function store(url: string, agent: Agent): Promise<{ status: number; body: string } | undefined> {
  const body = JSON.stringify({ user_message: 'When do you open?', assistant_message: 'At nine. '.repeat(100) });
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const asked = request(`${url}/v1/conversations`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (more: string) => {
        text += more;
      });
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      response.once('error', () => resolve(undefined));
    });
    asked.once('error', () => resolve(undefined));
    asked.end(body);
  });
}

describe('curate serve is told to stop', () => {
  test.each([
    ['os', 'SIGTERM', 150],
    ['os', 'SIGINT', 600],
    ['os', 'SIGTERM', 1100],
    ['batch', 'SIGTERM', 400],
    ['fsync', 'SIGTERM', 300],
    ['fsync', 'SIGINT', 900],
  ] as const)(
    'under load, with `%s`, by %s after %d ms: every line that was acknowledged is there',
    async (durability, signal, ms) => {
      const served = new Served(`collect: { durability: ${durability} }\nserve: { log: none }\n`);
      const load = new Load(await served.url(), 40);
      await pause(ms);
      served.kill(signal);
      const { code, stderr } = await served.ended;
      await load.done;
      expect(code, stderr).toBe(0);
      const stored = served.lines().map(({ conversation_id }) => conversation_id);
      expect(load.acknowledged.length).toBeGreaterThan(10);
      const ids = new Set(stored);
      expect(load.acknowledged.filter((id) => !ids.has(id))).toEqual([]);
      // Nothing is stored that was not acknowledged, either: no answer was cut off.
      expect(stored.length).toBe(load.acknowledged.length);
      expect([...load.statuses.keys()]).toEqual([201]);
    },
  );

  test('two services share a folder', async () => {
    const folder = newFolder();
    const both = [new Served('serve: { log: none }\n', folder), new Served('serve: { log: none }\n', folder)];
    const loads = await Promise.all(both.map(async (served) => new Load(await served.url(), 10)));
    await pause(700);
    for (const served of both) served.kill('SIGTERM');
    for (const served of both) expect((await served.ended).code).toBe(0);
    for (const load of loads) await load.done;
    const ids = new Set(both[0]?.lines().map(({ conversation_id }) => conversation_id));
    const acknowledged = loads.flatMap((load) => load.acknowledged);
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(ids).toEqual(new Set(acknowledged));
  });

  const HALF =
    'POST /v1/conversations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{';

  test('who never ends a request holds it up for ten seconds', async () => {
    const served = new Served('serve: { request_timeout_ms: 60000 }\n');
    const url = new URL(await served.url());
    const socket = connect(Number(url.port), url.hostname).on('error', () => {});
    socket.write(HALF);
    await pause(100);
    const began = performance.now();
    served.kill('SIGTERM');
    expect((await served.ended).code).toBe(0);
    expect(performance.now() - began).toBeGreaterThan(9000);
    expect(performance.now() - began).toBeLessThan(13_000);
  });

  test('a second signal ends it at once', async () => {
    const served = new Served('serve: { request_timeout_ms: 60000 }\n');
    const url = new URL(await served.url());
    connect(Number(url.port), url.hostname)
      .on('error', () => {})
      .write(HALF);
    await pause(100);
    served.kill('SIGTERM');
    await pause(300);
    const began = performance.now();
    served.kill('SIGTERM');
    expect((await served.ended).code).toBe(143);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test('a signal while it starts is kept in mind', async () => {
    const served = new Served('');
    await pause(250);
    served.kill('SIGTERM');
    const { code, signal } = await served.ended;
    // Before it is up to it, the system's own way: nothing was taken yet.
    expect([0, 143].includes(code ?? -1) || signal === 'SIGTERM').toBe(true);
  });
});
