import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/index.ts';
import { exportReport, exportsReport, manifest, quarantineLine } from './contracts.ts';
import { chatmlRows, damage, declaredReasons, expectAccounted, leftovers, readLines, sha256 } from './exported.ts';
import { exchange, exchanges, SAMPLE } from './logs.ts';
import { Workdir } from './workdir.ts';

/** The bundled sample, exported once for all tests here. */
const sample = new Workdir();
const chatml = join(sample.path, 'data/curated/chatml');
let stdout = '';

beforeAll(async () => {
  cpSync(SAMPLE, join(sample.path, 'data/training_logs'), { recursive: true });
  const run = await sample.run(['export', '--format', 'chatml', '--json']);
  expect(run.code).toBe(0);
  stdout = run.stdout;
});

test('writes the files of the layout and nothing else', () => {
  expect(sample.list('data/curated/chatml')).toEqual([
    ...['README.md', 'manifest.json', 'provenance/test.jsonl', 'provenance/train.jsonl', 'provenance/val.jsonl'],
    ...['quarantine.jsonl', 'test.jsonl', 'train.jsonl', 'val.jsonl'],
  ]);
  const besides = sample.list('data/curated').filter((name) => !name.startsWith('chatml/'));
  expect(besides).toEqual(['splits.ledger']);
});

test('prints one JSON object in which no line is lost, and every reason is one that `stages` lists', async () => {
  const report = exportReport.parse(JSON.parse(stdout));
  expect(stdout.endsWith('}\n')).toBe(true);
  expectAccounted(report);
  expect(report).toMatchObject({ format: 'chatml', out: chatml, pending: 1 });
  expect(report.feedback.joined + report.feedback.orphans).toBe(report.feedback.entries);
  expect(report.splits.train + report.splits.val + report.splits.test).toBe(report.kept);
  expect(Object.keys(report.dropped.by_reason).length).toBeGreaterThan(5);
  const declared = await declaredReasons(sample);
  for (const reason of Object.keys(report.dropped.by_reason)) expect(declared).toContain(reason);
});

test('the manifest has every output and input with its hash and its rows', () => {
  const report = exportReport.parse(JSON.parse(stdout));
  expect(damage(chatml)).toEqual([]);
  const { inputs, outputs, lines, splits } = manifest.parse(
    JSON.parse(sample.read('data/curated/chatml/manifest.json')),
  );
  expect(inputs.map(({ file }) => file).sort()).toEqual(sample.list('data/training_logs'));
  for (const { file, bytes, sha256: hash, ...counted } of inputs) {
    const content = sample.bytes(`data/training_logs/${file}`);
    expect([file, bytes, hash]).toEqual([file, content.length, sha256(content)]);
    expect(counted.blank + counted.pending + counted.malformed + counted.records, file).toBe(counted.lines);
  }
  for (const { file, rows } of outputs) {
    if (file.endsWith('.md')) continue;
    expect([file, rows]).toEqual([file, sample.read(`data/curated/chatml/${file}`).split('\n').length - 1]);
  }
  const { lines: read, blank, pending, malformed, records } = report;
  expect(lines).toEqual({ lines: read, blank, pending, malformed, records });
  expect(splits).toEqual(report.splits);
});

test('provenance names for each row the line of the log that it comes from', () => {
  for (const { row, from } of chatmlRows(chatml)) {
    expect(from.hash).toBe(sha256(JSON.stringify(row.messages)));
    expect(from.rating === 0 || from.rating >= 4).toBe(true);
    if (from.file.endsWith('.gz')) continue;
    const line = sample.read(`data/training_logs/${from.file}`).split('\n')[from.line - 1];
    expect(line?.replace(/^\ufeff/, '').startsWith('{'), `${from.file}:${from.line}`).toBe(true);
    if (from.id.startsWith('ex-')) expect(line).toContain(`"${from.id}"`);
  }
});

test('quarantine names file, line, offset and reason of each line that could not be used', () => {
  const entries = readLines(join(chatml, 'quarantine.jsonl'), quarantineLine);
  const report = exportReport.parse(JSON.parse(stdout));
  expect(entries.filter(({ file }) => file.startsWith('conversations')).length).toBe(report.malformed);
  for (const { file, line, offset } of entries) {
    const bytes = readFileSync(new URL(file, SAMPLE));
    if (file.endsWith('.gz')) continue;
    expect(bytes.subarray(0, offset).toString('latin1').split('\n').length, `${file}:${line}`).toBe(line);
  }
});

test('an empty split has no file, and the data card and the manifest do not name one', async () => {
  const folder = new Workdir().write({
    'data/training_logs/conversations_2026-01-01.jsonl': exchanges(0, 3),
    'config/fine_tuning_config.yaml': 'split: { train: 1, val: 0, test: 0 }',
  });
  expect((await folder.run(['export'])).code).toBe(0);
  expect(folder.list('data/curated/chatml')).toEqual([
    ...['README.md', 'manifest.json', 'provenance/train.jsonl', 'train.jsonl'],
  ]);
  expect(folder.read('data/curated/chatml/README.md')).not.toContain('val.jsonl');
  expect(damage(join(folder.path, 'data/curated/chatml'))).toEqual([]);
});

test('nothing kept is no error: the report says why, and no split is written', async () => {
  const folder = new Workdir().write({
    'data/training_logs/conversations_2026-01-01.jsonl': [exchange(1, { assistant_message: 'Yes.' })],
  });
  const { code, stdout: printed } = await folder.run(['export', '--json']);
  expect(code).toBe(0);
  const report = exportReport.parse(JSON.parse(printed));
  expectAccounted(report);
  expect(report.dropped.by_reason).toEqual({ 'min_answer_length.too_few_chars': 1 });
  expect(folder.list('data/curated/chatml')).toEqual(['README.md', 'manifest.json']);
});

test('several formats make a folder and a report each, all makes every format that `stages` lists', async () => {
  const folder = new Workdir().write({ 'data/training_logs/conversations_2026-01-01.jsonl': exchanges(0, 30) });
  const two = await folder.run(['export', '--format', 'csv,alpaca', '--json']);
  const { formats } = exportsReport.parse(JSON.parse(two.stdout));
  expect(formats.map(({ format }) => format)).toEqual(['csv', 'alpaca']);
  const all = exportsReport.parse(JSON.parse((await folder.run(['export', '--format', 'all', '--json'])).stdout));
  // Nobody rated anything, and there is no chat template.
  const usable = FORMATS.filter(({ kind, name }) => kind === 'conversations' && name !== 'text');
  expect(all.formats.map(({ format }) => format)).toEqual(usable.map(({ name }) => name));
  for (const report of all.formats) {
    expectAccounted(report);
    expect(damage(report.out), report.format).toEqual([]);
  }
  expect(leftovers(folder.path)).toEqual([]);
});

test('a test split that stays empty because nothing can be divided is told', async () => {
  const folder = new Workdir().write({
    'data/training_logs/conversations_2026-01-01.jsonl': exchanges(0, 120, { session_id: 'default' }),
  });
  const { code, stderr } = await folder.run(['export']);
  expect(code).toBe(0);
  expect(stderr).toMatch(/note: (val|test) has no rows, though `split\.\1` is more than 0/);
  expect((await folder.run(['export', '-o', 'all.jsonl'])).stderr).not.toContain('has no rows');
});
