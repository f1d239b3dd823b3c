import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { chatmlRow, exportReport, quarantineLine } from '../commands/contracts.ts';
import { damage, leftovers, readLines, SPLITS } from '../commands/exported.ts';
import { exchanges, SAMPLE } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

const folder = new Workdir().write({
  'data/training_logs/conversations_2026-01-01.jsonl': exchanges(0, 60),
  'data/training_logs/conversations_2026-01-02.jsonl': 'not json\n',
});

beforeAll(async () => {
  expect((await folder.run(['export', '--quiet'])).code).toBe(0);
});

const rowsOf = (name: string) => readLines(join(folder.path, name), chatmlRow);

/** All rows in the order of the logs, which the splits keep; put together again by their question. */
function allRows(): string[] {
  return SPLITS.flatMap((split) => rowsOf(`data/curated/chatml/${split}.jsonl`)).map((row) => JSON.stringify(row));
}

test('-o FILE.jsonl holds the rows of all splits in the order of the logs, and lists what was unusable beside it', async () => {
  const { code, stdout } = await folder.run(['export', '-o', 'one/all.jsonl', '--json']);
  expect(code).toBe(0);
  expect(exportReport.parse(JSON.parse(stdout)).out).toBe(join(folder.path, 'one/all.jsonl'));
  expect(folder.list('one')).toEqual(['all.jsonl', 'all.jsonl.quarantine.jsonl']);
  const rows = rowsOf('one/all.jsonl');
  expect(rows.map((row) => JSON.stringify(row)).sort()).toEqual(allRows().sort());
  const questions = exchanges(0, 60).map((line) => line.user_message);
  expect(rows.map(({ messages }) => messages[0]?.content)).toEqual(questions);
  expect(readLines(join(folder.path, 'one/all.jsonl.quarantine.jsonl'), quarantineLine)).toEqual([
    { file: 'conversations_2026-01-02.jsonl', line: 1, offset: 0, reason: 'not_json' },
  ]);
});

test('-o FILE.jsonl.gz and --split; a file is replaced', async () => {
  expect((await folder.run(['export', '-o', 'val.jsonl.gz', '--split', 'val'])).code).toBe(0);
  expect((await folder.run(['export', '-o', 'val.jsonl.gz', '--split', 'val'])).code).toBe(0);
  const val = folder.read('data/curated/chatml/val.jsonl');
  expect(gunzipSync(folder.bytes('val.jsonl.gz')).toString('utf8')).toBe(val);
});

test('-o - writes rows and nothing else to standard output', async () => {
  const { code, stdout, stderr } = await folder.run(['export', '-o', '-', '--split', 'train']);
  expect(code).toBe(0);
  expect(stdout).toBe(folder.read('data/curated/chatml/train.jsonl'));
  expect(stderr).toContain('written to standard output');
  const json = await folder.run(['export', '-o', '-', '--split', 'test', '--json', '--quiet']);
  expect(json.stdout).toBe(folder.read('data/curated/chatml/test.jsonl'));
  expect(exportReport.parse(JSON.parse(json.stderr)).out).toBe('-');
});

test('-o DIR holds one format itself, and a folder for each of several', async () => {
  expect((await folder.run(['export', '-o', 'here'])).code).toBe(0);
  expect(folder.read('here/train.jsonl')).toBe(folder.read('data/curated/chatml/train.jsonl'));
  expect(damage(join(folder.path, 'here'))).toEqual([]);
  expect((await folder.run(['export', '-o', 'both', '--format', 'chatml,csv'])).code).toBe(0);
  expect(folder.list('both').filter((name) => /train|manifest/.test(name))).toEqual([
    ...['chatml/manifest.json', 'chatml/provenance/train.jsonl', 'chatml/train.jsonl'],
    ...['csv/manifest.json', 'csv/provenance/train.jsonl', 'csv/train.csv'],
  ]);
});

test('--compress gz unpacks to the plain rows, and the manifest has the packed bytes', async () => {
  expect((await folder.run(['export', '-o', 'packed', '--compress', 'gz'])).code).toBe(0);
  expect(existsSync(join(folder.path, 'packed/train.jsonl'))).toBe(false);
  for (const split of SPLITS) {
    const plain = gunzipSync(folder.bytes(`packed/${split}.jsonl.gz`)).toString('utf8');
    expect(plain).toBe(folder.read(`data/curated/chatml/${split}.jsonl`));
  }
  expect(damage(join(folder.path, 'packed'))).toEqual([]);
});

test.each([
  ['a folder that is no export', { 'thesis/chapter1.txt': 'years of work' }],
  ['a folder whose manifest.json is not one of curate', { 'thesis/manifest.json': '{"name":"my extension"}' }],
])('refuses to replace %s', async (_, files) => {
  const other = new Workdir().write({ 'data/training_logs/conversations_2026-01-01.jsonl': exchanges(0, 3), ...files });
  const { code, stderr } = await other.run(['export', '-o', 'thesis', '--quiet']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/thesis exists and is not an export of curate .* -o/);
  for (const [name, text] of Object.entries(files)) expect(other.read(name)).toBe(text);
});

test('never replaces a log that it reads', async () => {
  const log = 'data/training_logs/conversations_2026-01-01.jsonl';
  const before = folder.read(log);
  const file = await folder.run(['export', '-o', log, '--quiet']);
  expect(file).toMatchObject({ code: 2, stdout: '' });
  expect(file.stderr).toMatch(
    /^curate: -o would replace .*conversations_2026-01-01\.jsonl, which is one of the inputs\..*\n$/,
  );
  expect(folder.read(log)).toBe(before);
});

test('one file takes one format, and --split goes with a file or a stream', async () => {
  const several = await folder.run(['export', '-o', 'x.jsonl', '--format', 'chatml,csv', '--quiet']);
  expect(several).toMatchObject({ code: 2, stdout: '' });
  expect(several.stderr).toMatch(/^curate: -o x\.jsonl: one file holds one format, not 2\..*\n$/);
  const split = await folder.run(['export', '--split', 'train', '--quiet']);
  expect(split).toMatchObject({ code: 2, stdout: '' });
  expect(split.stderr).toMatch(/^curate: --split goes with -o FILE\.jsonl or -o -;.*\n$/);
});

test.each(['export -o - --quiet', 'export -o - --workers 2 --quiet', 'stages', 'stages --json'])(
  'a reader that closes the pipe early is no error: curate %s | head -c 1',
  async (command) => {
    const other = new Workdir();
    cpSync(SAMPLE, join(other.path, 'data/training_logs'), { recursive: true });
    const { code, stdout, stderr } = await other.shell(`$CURATE ${command} | head -c 1`);
    expect({ code, length: stdout.length, stderr }).toEqual({ code: 0, length: 1, stderr: '' });
  },
);

test('notes that nobody reads do not stop an export, rows that find no room do', async () => {
  const silent = await folder.shell('$CURATE export 2>&1 >/dev/null | head -c 1');
  expect(silent).toMatchObject({ code: 0 });
  const full = await folder.shell('$CURATE export -o - --quiet >/dev/full');
  expect(full).toMatchObject({ code: 2, stdout: '' });
  expect(full.stderr).toMatch(/^curate: standard output: the disk is full; .*\n$/);
  expect(leftovers(folder.path)).toEqual([]);
});
