import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExportJob, ExportJobs, Looks, NewestComment } from '../../src/service/context.ts';
import { EventBus } from '../../src/service/eventBus.ts';
import { Workdir } from '../commands/workdir.ts';
import { progress, stats } from '../report/samples.ts';
import { testService } from './helpers.ts';

const comment: NewestComment = { conversation_id: 'c', timestamp: null, stars: null, thumbs: 'up', comment: 'Good.' };
const asked: number[] = [];
const looks: Looks = {
  stats: async () => stats,
  progress: async () => progress,
  comments: async (most) => {
    asked.push(most);
    return [comment];
  },
  changed() {},
  async close() {},
};

test('numbers are answered as the commands print them, and are not kept by whoever passes them on', async () => {
  const { app } = await testService({}, {}, { looks });
  for (const [url, report] of [
    ['/v1/stats', stats],
    ['/v1/progress', progress],
  ] as const) {
    const answer = await app.inject(url);
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(report)));
    expect(answer.headers['cache-control']).toBe('no-store');
  }
});

test('comments: twenty unless more or fewer are wanted, a hundred at the most', async () => {
  const { app } = await testService({}, {}, { looks });
  asked.length = 0;
  for (const url of ['/v1/comments', '/v1/comments?most=3', '/v1/comments?most=100'])
    expect((await app.inject(url)).json()).toEqual({ comments: [comment] });
  expect(asked).toEqual([20, 3, 100]);
  for (const most of ['0', '101', '2.5', 'all', ''])
    expect([most, (await app.inject(`/v1/comments?most=${most}`)).statusCode]).toEqual([most, 400]);
});

test('the older route has one flat object, whose counts add up', async () => {
  const { app } = await testService({}, {}, { looks });
  const flat = (await app.inject('/api/feedback/stats')).json();
  expect(flat).toMatchObject({ total: stats.feedback.entries, mean: stats.feedback.mean_stars });
  expect(flat.positive + flat.negative).toBe(flat.rated);
  expect(flat.positive / flat.rated).toBeCloseTo(stats.feedback.positive_rate ?? Number.NaN, 2);
  expect(Object.values(flat).every((value) => value === null || typeof value === 'number')).toBe(true);
});

/** An export of one file, which somebody may replace. */
function oneExport(): { exports: ExportJobs; folder: string; requests: object[]; job: ExportJob } {
  const folder = new Workdir().path;
  writeFileSync(join(folder, 'train.jsonl'), '{"text":"one"}\n');
  const job: ExportJob = {
    id: 'one',
    format: 'chatml',
    status: 'done',
    requested: '2026-01-01T00:00:00.000Z',
    ended: '2026-01-01T00:00:09.000Z',
    report: null,
    problem: null,
    files: [{ name: 'train.jsonl', bytes: 15 }],
  };
  const requests: object[] = [];
  const exports: ExportJobs = {
    list: async () => [job],
    find: async (id) => (id === 'one' ? job : undefined),
    file: async (id, name) => (id === 'one' ? join(folder, name) : undefined),
    start: async (request) => {
      requests.push(request);
      return job;
    },
    async close() {},
  };
  return { exports, folder, requests, job };
}

test('an export is asked for with a body, with none, and by older clients with any', async () => {
  const { exports, requests } = oneExport();
  const { app } = await testService({}, {}, { exports });
  const post = (url: string, payload?: object) => app.inject({ method: 'POST', url, ...(payload && { payload }) });
  const answers = [
    await post('/v1/exports', { format: 'alpaca', container: 'parquet' }),
    await post('/v1/exports', {}),
    await post('/v1/exports'),
    await post('/api/feedback/export', { days: 30 }),
    await post('/api/feedback/export'),
  ];
  for (const { statusCode, headers } of answers)
    expect([statusCode, headers.location]).toEqual([202, '/v1/exports/one']);
  expect(requests).toEqual([{ format: 'alpaca', container: 'parquet' }, {}, {}, {}, {}]);
  for (const payload of [{ format: 3 }, { container: 'zip' }, { out: '/etc' }])
    expect((await post('/v1/exports', payload)).statusCode).toBe(400);
});

test('a file comes with all that tells it from another, and not again to who has it', async () => {
  const { exports } = oneExport();
  const { app } = await testService({}, {}, { exports });
  const url = '/v1/exports/one/files/train.jsonl';
  const answer = await app.inject(url);
  expect(answer.payload).toBe('{"text":"one"}\n');
  expect(answer.headers).toMatchObject({
    'content-length': '15',
    'content-disposition': 'attachment; filename="train.jsonl"',
    etag: expect.stringMatching(/^"[0-9a-z-]+"$/),
  });
  const etag = String(answer.headers.etag);
  for (const known of [etag, `"other", ${etag}`, `W/${etag}`]) {
    const again = await app.inject({ url, headers: { 'if-none-match': known } });
    expect([again.statusCode, again.payload, again.headers.etag]).toEqual([304, '', etag]);
  }
  expect((await app.inject({ url, headers: { 'if-none-match': '"other"' } })).statusCode).toBe(200);
});

test('what is no file, a link, or not there is not found; an empty file is one', async () => {
  const { exports, folder } = oneExport();
  mkdirSync(join(folder, 'provenance'));
  symlinkSync(join(folder, 'train.jsonl'), join(folder, 'link.jsonl'));
  writeFileSync(join(folder, 'empty.jsonl'), '');
  const { app } = await testService({}, {}, { exports });
  const statusOf = async (name: string) => (await app.inject(`/v1/exports/one/files/${name}`)).statusCode;
  for (const name of ['provenance', 'link.jsonl', 'gone.jsonl'])
    expect([name, await statusOf(name)]).toEqual([name, 404]);
  expect(await statusOf('empty.jsonl')).toBe(200);
  expect((await app.inject('/v1/exports/two/files/train.jsonl')).statusCode).toBe(404);
  expect((await app.inject('/v1/exports/two')).statusCode).toBe(404);
});

test('an export that is replaced while a file of it is opened is gone: the file may be one of the other', async () => {
  const { exports, job } = oneExport();
  let looked = 0;
  const find = async () => (looked++ === 0 ? job : { ...job, status: 'replaced' as const });
  const { app } = await testService({}, {}, { exports: { ...exports, find } });
  expect((await app.inject('/v1/exports/one/files/train.jsonl')).statusCode).toBe(410);
  expect(looked).toBe(2);
});

test('two hundred listen, and no more', async () => {
  const events = new EventBus();
  for (let count = 0; count < 200; count++) events.listen(() => {});
  const { app } = await testService({}, {}, { events });
  const answer = await app.inject('/v1/events');
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '30']);
});
