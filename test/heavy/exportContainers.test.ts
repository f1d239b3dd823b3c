import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { readRows } from '../../src/engine/containers/readRows.ts';
import { manifest } from '../commands/contracts.ts';
import { damage, leftovers, SPLITS } from '../commands/exported.ts';
import { ANNA, lines, markOf } from '../commands/forgetWorld.ts';
import { exchanges } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

const folder = new Workdir().write({ 'data/training_logs/conversations_2026-01-01.jsonl': exchanges(0, 60) });
const run = (...args: string[]) => folder.run(['export', ...args, '--quiet']);

beforeAll(async () => {
  for (const format of ['chatml', 'alpaca', 'csv', 'json'])
    expect((await run('--format', format, '-o', `plain/${format}`, '--container', 'jsonl')).code).toBe(0);
});

async function rowsOf(name: string, from = folder): Promise<unknown[]> {
  const rows: unknown[] = [];
  await readRows(join(from.path, name), { row: (row) => rows.push(row), problem: (problem) => rows.push(problem) });
  return rows;
}

test.each([
  ['chatml', 'json', '.json', []],
  ['chatml', 'parquet', '.parquet', []],
  ['json', 'parquet', '.parquet', []],
  ['csv', 'parquet', '.parquet', []],
  ['csv', 'json', '.json.gz', ['--compress', 'gz']],
  ['alpaca', 'csv', '.csv', []],
  ['alpaca', 'csv', '.csv.gz', ['--compress', 'gz']],
])(
  '%s in %s: the same rows in files that end in %s, with a card that names them',
  async (format, container, ending, more) => {
    expect((await run('--format', format, '--container', container, '-o', 'out', ...more)).code).toBe(0);
    expect(damage(join(folder.path, 'out'))).toEqual([]);
    const { outputs } = manifest.parse(JSON.parse(folder.read('out/manifest.json')));
    for (const split of SPLITS) {
      const expected = await rowsOf(`plain/${format}/${split}.jsonl`);
      expect(expected.length).toBeGreaterThan(0);
      expect(await rowsOf(`out/${split}${ending}`)).toEqual(expected);
      expect(outputs.find(({ file }) => file === `${split}${ending}`)).toMatchObject({ rows: expected.length });
      expect(folder.read('out/README.md')).toContain(`path: ${split}${ending}`);
    }
  },
);

test('the config says what rows are put into, and the command line has the last word', async () => {
  folder.write({ 'own.yaml': 'export: { container: parquet, format: [chatml, json] }\n' });
  expect((await run('--config', 'own.yaml', '-o', 'own')).code).toBe(0);
  expect(folder.list('own').filter((name) => name.includes('train.p'))).toEqual([
    'chatml/train.parquet',
    'json/train.parquet',
  ]);
  expect((await run('--config', 'own.yaml', '--container', 'auto', '-o', 'own')).code).toBe(0);
  expect(folder.list('own').filter((name) => /^\w+\/train/.test(name))).toEqual([
    'chatml/train.jsonl',
    'json/train.json',
  ]);
});

test('a split without rows has no file', async () => {
  const few = new Workdir().write({ 'data/training_logs/conversations_2026-01-01.jsonl': exchanges(0, 1) });
  expect((await few.run(['export', '--container', 'parquet', '--quiet'])).code).toBe(0);
  expect(few.list('data/curated/chatml').filter((name) => name.endsWith('.parquet'))).toHaveLength(1);
});

test('-o FILE is what its name says', async () => {
  const rows = await Promise.all(SPLITS.map((split) => rowsOf(`plain/chatml/${split}.jsonl`)));
  for (const name of ['all.parquet', 'all.json', 'all.json.gz', 'all.jsonl.gz']) {
    expect((await run('-o', `one/${name}`)).code).toBe(0);
    expect((await rowsOf(`one/${name}`)).map((row) => JSON.stringify(row)).sort()).toEqual(
      rows
        .flat()
        .map((row) => JSON.stringify(row))
        .sort(),
    );
  }
  expect(JSON.parse(gunzipSync(folder.bytes('one/all.json.gz')).toString('utf8'))).toHaveLength(rows.flat().length);
});

test('without one row a Parquet file has its columns all the same', async () => {
  const none = new Workdir().write({ 'data/training_logs/conversations_2026-01-01.jsonl': exchanges(0, 3) });
  expect((await none.run(['export', '-o', 'none.parquet', '--since', '2030-01-01', '--quiet'])).code).toBe(0);
  expect(await rowsOf('none.parquet', none)).toEqual([]);
});

test('-o - streams an array', async () => {
  const { code, stdout } = await run('-o', '-', '--split', 'val', '--container', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual(await rowsOf('plain/chatml/val.jsonl'));
});

test.each([
  [
    ['-o', '-', '--container', 'parquet'],
    /^curate: -o - and the container parquet do not go together: .* -o FILE\.parquet/,
  ],
  [['--container', 'parquet', '--compress', 'gz'], /^curate: Parquet is compressed inside/],
  [['-o', 'x.parquet.gz'], /^curate: Parquet is compressed inside/],
  [['-o', 'x.parquet', '--container', 'csv'], /^curate: --container csv does not go with -o FILE\.parquet;/],
  [
    ['--container', 'csv'],
    /^curate: chatml does not go into CSV: its column `messages` is nested, .* the format csv\.\n$/,
  ],
  [['-o', 'x.csv'], /^curate: chatml does not go into CSV/],
  [['--container', 'xml'], /jsonl, json, parquet, csv/],
])('curate export %s is refused before anything is read', async (args, sentence) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(sentence);
  expect(folder.list().filter((name) => name.startsWith('x.'))).toEqual([]);
});

test('columns that only some data nests are refused as well', async () => {
  const turns = ['a', 'b', 'c', 'd'].map((word, at) => ({
    role: at % 2 === 0 ? 'user' : 'assistant',
    content: `${word} long enough sentence about nothing in particular, ${word} and ${word} again.`,
  }));
  const log = [{ id: 'one', messages: turns }];
  const long = new Workdir().write({ 'data/training_logs/conversations_2026-01-01.jsonl': log });
  const { code, stderr } = await long.run(['export', '--format', 'alpaca', '--container', 'csv', '--quiet']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/alpaca does not go into CSV: its column `history` is nested/);
  expect(leftovers(long.path)).toEqual([]);
});

test.each([
  ['json', 'parquet'],
  ['chatml', 'json'],
  ['alpaca', 'csv'],
])('an erasure takes the rows out of %s in %s', async (format, container) => {
  const other = new Workdir().write({ 'data/training_logs/conversations_2026-01-01.jsonl': lines(0, 60) });
  expect((await other.run(['export', '--format', format, '--container', container, '--quiet'])).code).toBe(0);
  const out = `data/curated/${format}`;
  const rowsIn = async () =>
    (
      await Promise.all(
        SPLITS.map(async (split) => {
          const name = `${out}/${split}.${container}`;
          return existsSync(join(other.path, name)) ? rowsOf(name, other) : [];
        }),
      )
    ).flat();
  const before = await rowsIn();
  const hers = (rows: unknown[]) => rows.filter((row) => JSON.stringify(row).includes(markOf(ANNA, 0).slice(0, -2)));
  expect(hers(before)).toHaveLength(10);
  expect((await other.run(['forget', '--user', ANNA, '--quiet'])).code).toBe(0);
  const after = await rowsIn();
  expect(after).toEqual(before.filter((row) => !hers(before).includes(row)));
  expect(damage(join(other.path, out))).toEqual([]);
});
