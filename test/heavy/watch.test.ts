import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Manifest } from '../../src/engine/export/manifest.ts';
import type { ExportJob } from '../../src/service/context.ts';
import { EventBus } from '../../src/service/eventBus.ts';
import { type RunningService, startService } from '../../src/service/startService.ts';
import { damage, leftovers } from '../commands/exported.ts';
import { SAMPLE } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';
import { testService } from '../service/helpers.ts';

// The thread that looks and the program that exports are the built ones: `npm run build` first.
let folder = new Workdir();
let data = '';
let service: RunningService | undefined;

/** A service on a copy of the sample, closed when the test is through. */
async function started(config = '', withLogs = true): Promise<RunningService> {
  folder = new Workdir().write({ 'curate.yaml': config });
  if (withLogs) cpSync(SAMPLE, join(folder.path, 'data/training_logs'), { recursive: true });
  data = join(folder.path, 'data');
  const begun = await startService({
    project: { data, config: join(folder.path, 'curate.yaml') },
    overrides: { port: 0 },
  });
  service = begun;
  onTestFinished(async () => {
    await service?.close();
    service = undefined;
  });
  return begun;
}

const command = async (...flags: string[]) => {
  const { stdout } = await folder.run([...flags, '--json', '--quiet', '--config', 'curate.yaml']);
  return JSON.parse(stdout);
};

async function exported({ url }: RunningService, body: object): Promise<ExportJob> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/v1/exports`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(answer.status).toBe(202);
  const at = answer.headers.get('location') ?? '';
  for (;;) {
    const job = await json<ExportJob>(await fetch(url + at));
    if (job.ended !== null) return job;
    await wait(50);
  }
}

async function json<Body>(answer: Response): Promise<Body> {
  return JSON.parse(await answer.text());
}

/** A path as it stands: `fetch` would mend it. */
function statusOf({ url }: RunningService, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('numbers over HTTP are those of the commands, and new feedback is in them within two seconds', async () => {
  const { url } = await started();
  const get = async <Body>(path: string): Promise<Body> => json(await fetch(url + path));
  expect(await get('/v1/stats')).toEqual(await command('stats'));
  expect(await get('/v1/progress')).toEqual(await command('progress'));
  const before = await get<{ total: number }>('/api/feedback/stats');
  const began = performance.now();
  const feedback = { conversation_id: 'ex-000001', stars: 5, comment: 'It works, says anna@example.com' };
  const headers = { 'content-type': 'application/json' };
  await fetch(`${url}/v1/feedback`, { method: 'POST', headers, body: JSON.stringify(feedback) });
  let after = before;
  while (after.total === before.total) after = await get<{ total: number }>('/api/feedback/stats');
  expect(performance.now() - began).toBeLessThan(2000);
  const { comments } = await get<{ comments: object[] }>('/v1/comments?most=1');
  expect(comments).toEqual([expect.objectContaining({ stars: 5, comment: 'It works, says [EMAIL]' })]);
  expect(await get('/v1/stats')).toEqual(await command('stats'));
});

test('an export is made, listed, fetched whole, known again, and gone when another one is there', async () => {
  const running = await started();
  const { url } = running;
  const job = await exported(running, { format: 'alpaca' });
  expect(job).toMatchObject({ status: 'done', problem: null, report: { format: 'alpaca', records: 2056 } });
  expect(damage(join(data, 'curated/alpaca'))).toEqual([]);
  const files = `${url}/v1/exports/${job.id}/files/`;
  const manifest = await json<Pick<Manifest, 'outputs'>>(await fetch(`${files}manifest.json`));
  expect(job.files.map(({ name }) => name)).toEqual([...manifest.outputs.map(({ file }) => file), 'manifest.json']);
  for (const { file, sha256, bytes } of manifest.outputs) {
    const answer = await fetch(files + encodeURIComponent(file));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe(String(bytes));
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${file.replace('/', '-')}"`);
    expect(
      createHash('sha256')
        .update(new Uint8Array(await answer.arrayBuffer()))
        .digest('hex'),
    ).toBe(sha256);
    const again = { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } };
    expect((await fetch(files + encodeURIComponent(file), again)).status).toBe(304);
  }
  for (const name of [
    '..%2f..%2ftraining_logs%2ffeedback_2026-10.jsonl',
    '%2e%2e%2fsplits.ledger',
    'nothing.jsonl',
    '%00',
    'train.jsonl%00',
    '..%5c..',
  ])
    expect([name, await statusOf(running, `/v1/exports/${job.id}/files/${name}`)]).toEqual([name, 404]);
  expect(await statusOf(running, `/v1/exports/${job.id}/files/../../../curated`)).toBe(404);
  expect(await statusOf(running, '/v1/exports/0123456789abcdef')).toBe(404);
  const seen = await json<{ exports: ExportJob[] }>(await fetch(`${url}/v1/exports`));
  expect(seen.exports.map(({ id }) => id)).toEqual([job.id]);
  expect((await folder.run(['export', '--format', 'alpaca', '--quiet', '--config', 'curate.yaml'])).code).toBe(0);
  expect((await fetch(`${files}train.jsonl`)).status).toBe(410);
  expect(await (await fetch(`${url}/v1/exports/${job.id}`)).json()).toMatchObject({ status: 'replaced', files: [] });
});

test('why an export failed is told as the command says it', async () => {
  const running = await started('export: { for: openai }\n');
  expect(await exported(running, { format: 'csv' })).toMatchObject({
    status: 'failed',
    report: null,
    problem: expect.stringMatching(/^OpenAI.* does not read csv/),
  });
  const unknown = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"format":"chatlm"}' };
  const refused = await fetch(`${running.url}/v1/exports`, unknown);
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('chatml-text') });
});

test('a stop while an export runs ends it, and leaves the folder as it was', async () => {
  const running = await started();
  const answer = await fetch(`${running.url}/v1/exports`, { method: 'POST' });
  expect(answer.status).toBe(202);
  const stream = await fetch(`${running.url}/v1/events`);
  await wait(300);
  const began = performance.now();
  await running.close();
  service = undefined;
  expect(performance.now() - began).toBeLessThan(8000);
  expect(await stream.text()).toContain('event: export');
  expect(leftovers(data)).toEqual([]);
  expect((await folder.run(['export', '--quiet', '--config', 'curate.yaml'])).code).toBe(0);
});

test('watchers hear of what was stored and looked at, with the state first', async () => {
  const { url } = await started();
  await fetch(`${url}/v1/stats`);
  const aborter = new AbortController();
  const stream = await fetch(`${url}/v1/events`, { signal: aborter.signal });
  expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const told: string[] = [];
  const reading = (async () => {
    for await (const piece of stream.body ?? []) told.push(Buffer.from(piece).toString('utf8'));
  })().catch(() => {});
  const heard = async (pattern: RegExp) => {
    while (!pattern.test(told.join(''))) await wait(10);
  };
  await heard(/^retry: 3000\n\nid: 1\nevent: looked\n/);
  told.length = 0;
  const line = JSON.stringify({ user_message: 'Where is my parcel?', assistant_message: 'It leaves tomorrow.' });
  const headers = { 'content-type': 'application/json' };
  await fetch(`${url}/v1/conversations`, { method: 'POST', headers, body: line });
  await heard(/event: collected\ndata: \{"type":"collected","conversations":1,"feedback":0\}\n\n(.|\n)*event: looked/);
  aborter.abort();
  await reading;
});

test('two hundred may listen, and who goes away makes room', async () => {
  const { url } = await started();
  const aborter = new AbortController();
  const all = await Promise.all(
    Array.from({ length: 200 }, () => fetch(`${url}/v1/events`, { signal: aborter.signal })),
  );
  expect(all.every(({ status }) => status === 200)).toBe(true);
  const refused = await fetch(`${url}/v1/events`);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
  aborter.abort();
  for (let tries = 0; ; tries++) {
    const again = new AbortController();
    const { status } = await fetch(`${url}/v1/events`, { signal: again.signal });
    again.abort();
    if (status === 200) break;
    expect(tries).toBeLessThan(100);
    await wait(20);
  }
});

test('an empty folder has numbers, too', async () => {
  const { url } = await started('', false);
  expect(await (await fetch(`${url}/v1/stats`)).json()).toMatchObject({ lines: 0, kept: 0 });
  expect(await (await fetch(`${url}/v1/exports`)).json()).toEqual({ exports: [] });
});

test('a watcher who reads nothing is dropped, and keeps nothing waiting', async () => {
  const events = new EventBus();
  const { app } = await testService({ port: 0 }, {}, { events });
  const url = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const socket = connect(Number(url.port), url.hostname);
  let isGone = false;
  socket.on('close', () => {
    isGone = true;
  });
  socket.on('error', () => {});
  socket.pause();
  socket.write('GET /v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n');
  while (events.listeners === 0) await wait(5);
  const before = process.memoryUsage().rss;
  // The buffers of both sockets hold some megabytes before the service sees that nobody reads.
  for (let count = 0; events.listeners > 0; count++) {
    events.publish({ type: 'export', id: 'x'.repeat(1000), status: 'running' });
    if (count % 50 === 0) await wait(1);
    expect(count).toBeLessThan(100_000);
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
  socket.resume();
  for (let tries = 0; !isGone && tries < 500; tries++) await wait(10);
  expect(isGone).toBe(true);
});
