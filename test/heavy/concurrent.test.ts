import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { generate } from '../../bench/generate.ts';
import { chatmlRows, damage, leftovers } from '../commands/exported.ts';
import { exchanges } from '../commands/logs.ts';
import { type Run, Workdir } from '../commands/workdir.ts';

const folder = new Workdir();
const data = join(folder.path, 'data');
const lock = join(data, 'curated/.curate.lock');
const chatml = join(data, 'curated/chatml');
const LOG = join(data, 'training_logs/conversations_2026-01-03.jsonl');
const LOCKED =
  /^curate: Another curate \(process \d+ on [^)]+\) is writing here; wait for it, or delete .*\.curate\.lock .*\n$/;

const start = () => folder.start(['export', '--quiet', '--no-cache']);
let log = Buffer.alloc(0);
let duration = 0;

beforeAll(async () => {
  generate({ exchanges: 4_000, out: data, days: 4, seed: 5 });
  log = readFileSync(LOG);
  const began = performance.now();
  expect((await start().done).code).toBe(0);
  duration = performance.now() - began;
});

beforeEach(() => writeFileSync(LOG, log));

const expectNothingHidden = (): void => expect(leftovers(data)).toEqual([]);

test('of two at once the second is told of the first, and the result is whole', async () => {
  const first = start();
  while (!existsSync(lock)) await wait(5);
  const second = await start().done;
  expect(second).toMatchObject({ code: 2, stdout: '' });
  expect(second.stderr).toMatch(LOCKED);
  expect((await first.done).code).toBe(0);
  expect(damage(chatml)).toEqual([]);
  expectNothingHidden();
});

test('of six that begin together at least one is through, and the others are told', async () => {
  const runs = await Promise.all(Array.from({ length: 6 }, () => start().done));
  expect(runs.filter(({ code }) => code === 0).length).toBeGreaterThan(0);
  for (const { stderr } of runs.filter(({ code }) => code !== 0))
    expect(stderr).toMatch(/Another curate|another curate starts at the same time/);
  expect(damage(chatml)).toEqual([]);
  expectNothingHidden();
});

test.each([
  ['of a process that is gone', JSON.stringify({ pid: 4_194_304, host: hostname(), started: '1' })],
  ['of a process whose number another one has now', JSON.stringify({ pid: 1, host: hostname(), started: '1' })],
  ['that is half written', '{"pid":'],
])('a lock %s is taken over', async (_, text) => {
  writeFileSync(lock, text);
  expect(await start().done).toEqual({ code: 0, stdout: '', stderr: '' });
  expectNothingHidden();
});

test('a lock of another machine stands', async () => {
  writeFileSync(lock, JSON.stringify({ pid: 1, host: 'another.example.com', started: '1' }));
  const { code, stderr } = await start().done;
  expect(code).toBe(2);
  expect(stderr).toMatch(LOCKED);
  rmSync(lock);
});

/** Changes the log at ten moments of a run; each time the export is whole, or untouched and the run says why. */
async function disturb(change: () => void, check: (run: Run) => void): Promise<string> {
  const codes: number[] = [];
  for (let moment = 1; moment <= 10; moment += 1) {
    writeFileSync(LOG, log);
    const before = readFileSync(join(chatml, 'manifest.json'), 'utf8');
    const { done } = start();
    await wait((duration * moment) / 10);
    change();
    const run = await done;
    expect([0, 2]).toContain(run.code);
    expect(run.stderr).not.toMatch(/^ {4}at /m);
    expect(damage(chatml), `at ${moment} tenths`).toEqual([]);
    if (run.code === 2) {
      expect(run.stderr).toMatch(/^curate: .*\.\n$/);
      expect(readFileSync(join(chatml, 'manifest.json'), 'utf8')).toBe(before);
    }
    check(run);
    expectNothingHidden();
    codes.push(run.code);
  }
  process.stdout.write(`exit codes ${codes.join(' ')}\n`);
  return codes.join(' ');
}

test('a log that grows: what was there at the start is exported', async () => {
  const grown = exchanges(0, 500)
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
  await disturb(
    () => appendFileSync(LOG, grown),
    ({ code }) => expect(code).toBe(0),
  );
});

test('a log that is cut short', async () => {
  const codes = await disturb(
    () => truncateSync(LOG, Math.floor(log.length / 3)),
    ({ code, stderr }) => {
      if (code === 2) expect(stderr).toMatch(/conversations_2026-01-03\.jsonl/);
    },
  );
  expect(codes).toContain('2');
});

test('a log that is deleted', async () => {
  await disturb(
    () => rmSync(LOG),
    ({ code, stderr }) => {
      if (code === 2) expect(stderr).toMatch(/conversations_2026-01-03\.jsonl/);
    },
  );
});

test('a log that is rewritten between the survey and the write: nothing unjudged goes out', async () => {
  // Every answer becomes one that the filters drop, in place: each line keeps its id, its offset and its length.
  const useless = log.toString('utf8').replace(/"assistant_message":"((?:[^"\\]|\\.)*)"/g, (field, answer: string) => {
    return Buffer.byteLength(answer) < 10
      ? field
      : `"assistant_message":"No."${' '.repeat(Buffer.byteLength(answer) - 3)}`;
  });
  expect(Buffer.byteLength(useless)).toBe(log.length);
  const before = readFileSync(join(chatml, 'manifest.json'), 'utf8');
  const { done } = start();
  while (!existsSync(join(data, 'curated/.curate-new/chatml'))) await wait(1);
  writeFileSync(`${LOG}.new`, useless);
  renameSync(`${LOG}.new`, LOG);
  const { code, stderr } = await done;
  expect(damage(chatml)).toEqual([]);
  expectNothingHidden();
  const answers = chatmlRows(chatml).map(({ row }) => row.messages.at(-1)?.content ?? '');
  expect(answers.filter((answer) => answer === 'No.')).toEqual([]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/conversations_2026-01-03\.jsonl.*: the file was changed while it was read; .*\n$/);
  expect(readFileSync(join(chatml, 'manifest.json'), 'utf8')).toBe(before);
});
