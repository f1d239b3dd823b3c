import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { EventBus, type ServiceEvent } from '../../src/service/eventBus.ts';
import { exportShape } from '../../src/service/exports/exportAnswers.ts';
import type { ExportOutcome, ExportRequest } from '../../src/service/exports/exportChild.ts';
import { openExportJobs } from '../../src/service/exports/exportJobs.ts';
import { Workdir } from '../commands/workdir.ts';

/** An export that ends when the test says so. */
interface Begun {
  readonly request: ExportRequest;
  readonly end: (outcome: Partial<ExportOutcome>) => void;
  stopped: boolean;
}

let folder = new Workdir();
let begun: Begun[] = [];
let heard: ServiceEvent[] = [];
let clock = 0;

beforeEach(() => {
  folder = new Workdir();
  begun = [];
  heard = [];
  clock = Date.UTC(2026, 0, 1);
});

function opened(config: object = {}) {
  const events = new EventBus();
  events.listen((event) => heard.push(event));
  return openExportJobs({ data: join(folder.path, 'data') }, parseConfig(config, 'a test'), events, {
    now: () => {
      clock += 1000;
      return new Date(clock);
    },
    startExport: (request) => {
      let end: (outcome: ExportOutcome) => void = () => {};
      const done = new Promise<ExportOutcome>((resolve) => {
        end = resolve;
      });
      const whole = { ok: true, report: null, problem: null };
      const one: Begun = { request, end: (outcome) => end({ ...whole, ...outcome }), stopped: false };
      begun.push(one);
      const stop = () => {
        one.stopped = true;
        setTimeout(() => one.end({ ok: false, problem: 'ended from outside' }), 5); // it cleans up first
      };
      return { done, stop };
    },
  });
}

const settled = () => new Promise((resolve) => setImmediate(resolve)).then(() => new Promise((r) => setTimeout(r, 15)));

/** Puts an export in its place, as `curate export` leaves one. */
function lay(name: string, rows = 'row\n', created = '2026-01-01T00:00:05.000Z', outputs?: readonly string[]): string {
  const out = join(folder.path, 'data/curated', name);
  rmSync(out, { recursive: true, force: true });
  const files: Record<string, string> = {
    'train.jsonl': rows,
    'provenance/train.jsonl': '{}\n',
    'README.md': '# card\n',
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), text);
  }
  const manifest = {
    curate: '0.1.0',
    created,
    format: name,
    config_sha256: 'x',
    outputs: (outputs ?? Object.keys(files)).map((file) => ({ file, rows: 1, bytes: files[file]?.length ?? 0 })),
    lines: { lines: 1, blank: 0, pending: 0, malformed: 0, records: 1 },
    account: { records: 1, kept: 1, dropped: { total: 0, by_reason: {} }, funnel: [] },
    feedback: { entries: 0, joined: 0, orphans: 0, malformed: 0 },
    splits: { train: 1 },
  };
  writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest));
  return out;
}

const names = (files: readonly { readonly name: string }[]) => files.map(({ name }) => name);

test('an export runs, and what it left may be fetched until another one stands in its place', async () => {
  const jobs = opened();
  const asked = await jobs.start({ format: 'chatml' });
  expect(asked).toMatchObject({ format: 'chatml', status: 'running', ended: null, problem: null, files: [] });
  const report = { command: 'export', out: lay('chatml') };
  begun[0]?.end({ report });
  await settled();
  const done = await jobs.find(asked.id);
  expect(done).toMatchObject({ status: 'done', report, ended: expect.any(String) });
  expect(exportShape.parse(done)).toEqual(done);
  expect(names(done?.files ?? [])).toEqual(['train.jsonl', 'provenance/train.jsonl', 'README.md', 'manifest.json']);
  const path = await jobs.file(asked.id, 'provenance/train.jsonl');
  expect(readFileSync(path ?? '', 'utf8')).toBe('{}\n');
  expect(await jobs.list()).toEqual([done]);
  lay('chatml', 'other\n', '2026-01-01T00:01:00.000Z');
  expect(await jobs.find(asked.id)).toMatchObject({ status: 'replaced', files: [], report });
  expect(await jobs.file(asked.id, 'train.jsonl')).toBeUndefined();
  const [newer, older] = await jobs.list();
  expect(newer).toMatchObject({ status: 'done', format: 'chatml' });
  expect(older?.id).toBe(asked.id);
  expect(heard).toEqual(
    ['running', 'done']
      .map((status) => expect.objectContaining({ id: asked.id, status }))
      .toSpliced(0, 0, expect.objectContaining({ status: 'waiting' })),
  );
});

test('exports of others are listed with their counts, and known as replaced once they are', async () => {
  const jobs = opened();
  expect(await jobs.list()).toEqual([]);
  lay('alpaca');
  writeFileSync(join(folder.path, 'data/curated/splits.ledger'), 'x');
  mkdirSync(join(folder.path, 'data/curated/.curate-new'));
  mkdirSync(join(folder.path, 'data/curated/notes'));
  const [found, ...others] = await jobs.list();
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    format: 'alpaca',
    status: 'done',
    report: { command: 'export', format: 'alpaca', records: 1, kept: 1, splits: { train: 1, val: 0, test: 0 } },
  });
  expect(exportShape.parse(found)).toEqual(found);
  const id = found?.id ?? '';
  expect(await opened().find(id)).toEqual(found); // the same after a restart
  expect(await jobs.file(id, 'train.jsonl')).toBeDefined();
  lay('alpaca', 'row\n', '2026-02-01T00:00:00.000Z');
  expect(await jobs.find(id)).toMatchObject({ status: 'replaced', files: [] });
  expect(await jobs.find('0123456789abcdef')).toBeUndefined();
});

test('one at a time, in the order in which they were asked for', async () => {
  const jobs = opened({ export: { format: ['alpaca', 'csv'] } });
  const ids = [];
  for (const format of ['chatml', 'alpaca', undefined, 'openai']) ids.push((await jobs.start({ format })).id);
  expect(await jobs.find(ids[2] ?? '')).toMatchObject({ format: 'alpaca,csv', status: 'waiting' });
  for (let place = 0; place < 4; place++) {
    expect(begun).toHaveLength(place + 1);
    begun[place]?.end({});
    await settled();
  }
  expect(begun.map(({ request }) => request.format)).toEqual(['chatml', 'alpaca', undefined, 'chatml']);
});

test('who asks for what is waiting already has that one; what runs may have begun before the last line', async () => {
  const jobs = opened();
  const running = await jobs.start({ format: 'chatml' });
  const waiting = await jobs.start({ format: 'chatml' });
  expect(waiting.id).not.toBe(running.id);
  expect((await jobs.start({ format: 'chatml' })).id).toBe(waiting.id);
  expect((await jobs.start({ format: 'chatml', container: 'parquet' })).id).not.toBe(waiting.id);
});

test('the eleventh that waits is refused', async () => {
  const jobs = opened();
  const formats = 'chatml,chatml-text,sharegpt,prompt-completion,alpaca,instruction,mistral,gemini,json,csv,kto'.split(
    ',',
  );
  for (const format of formats) await jobs.start({ format });
  await expect(jobs.start({ format: 'reward' })).rejects.toMatchObject({
    status: 429,
    headers: { 'retry-after': '30' },
  });
});

test('an unknown format is refused with those that there are, and without what was asked for', async () => {
  const refused = await opened()
    .start({ format: 'chatlm; rm -rf' })
    .catch((error: unknown) => error);
  expect(refused).toMatchObject({ status: 400, message: expect.stringContaining('choose one of chatml, chatml-text') });
  expect(String(refused)).not.toContain('rm -rf');
});

test('a gate that is not passed is told with the report, and the files are there', async () => {
  const jobs = opened();
  const { id } = await jobs.start({});
  begun[0]?.end({
    ok: false,
    report: { out: lay('openai') },
    problem: 'the data is written, but OpenAI would refuse it.',
  });
  await settled();
  const job = await jobs.find(id);
  expect(job).toMatchObject({ status: 'failed', problem: expect.stringContaining('would refuse') });
  expect(names(job?.files ?? [])).toContain('train.jsonl');
});

test('at the end what runs is told to stop and waited for, and what waits never begins', async () => {
  const jobs = opened();
  const running = await jobs.start({ format: 'chatml' });
  const waiting = await jobs.start({ format: 'alpaca' });
  await jobs.close();
  expect(begun.map(({ stopped }) => stopped)).toEqual([true]);
  expect(await jobs.find(running.id)).toMatchObject({ status: 'failed', problem: 'ended from outside' });
  expect(await jobs.find(waiting.id)).toMatchObject({ status: 'failed', problem: expect.stringContaining('stopped') });
  await expect(jobs.start({})).rejects.toMatchObject({ status: 503 });
});

test('of many a hundred are remembered', async () => {
  const jobs = opened();
  for (let count = 0; count < 110; count++) {
    await jobs.start({});
    begun[count]?.end({});
    while ((await jobs.list()).some(({ status }) => status === 'running')) await new Promise(setImmediate);
  }
  expect((await jobs.list()).length).toBeLessThanOrEqual(101);
});

test('no name leads to anything but a file that the manifest names, be it named in the manifest itself', async () => {
  const outside = join(folder.path, 'secret.txt');
  writeFileSync(outside, 'secret');
  const tricks = [
    '../secret.txt',
    '../../../secret.txt',
    outside,
    'provenance/../../../../secret.txt',
    './train.jsonl',
    '.hidden',
  ];
  const out = lay('chatml', 'row\n', '2026-01-01T00:00:05.000Z', [
    ...tricks,
    'train.jsonl',
    'link.jsonl',
    'far/secret.txt',
    'gone.jsonl',
  ]);
  writeFileSync(join(out, '.hidden'), 'secret');
  symlinkSync(outside, join(out, 'link.jsonl'));
  symlinkSync(folder.path, join(out, 'far'));
  const jobs = opened();
  const id = (await jobs.list())[0]?.id ?? '';
  for (const name of [...tricks, 'link.jsonl', 'far/secret.txt', 'gone.jsonl', 'README.md', '', '.', '..'])
    expect([name, await jobs.file(id, name)]).toEqual([name, undefined]);
  expect(await jobs.file(id, 'train.jsonl')).toBe(join(out, 'train.jsonl'));
  const part = fc.constantFrom(
    '..',
    '.',
    '/',
    '\\',
    '%2e',
    '%2f',
    '\0',
    'train.jsonl',
    'provenance',
    'manifest.json',
    'secret.txt',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
        fc.string(),
      ),
      async (name) => {
        const path = await jobs.file(id, name);
        if (path !== undefined) expect(['train.jsonl', 'manifest.json'].map((one) => join(out, one))).toContain(path);
      },
    ),
  );
});
