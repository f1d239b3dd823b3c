import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ValidateReport } from '../../src/report/types.ts';
import { SAMPLE } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';
import { chats } from '../validate/clean.ts';
import { placesOf } from '../validate/validated.ts';

async function report(folder: Workdir, ...args: string[]): Promise<ValidateReport> {
  const run = await folder.run(['validate', '--json', '--quiet', ...args]);
  expect(run.stderr.replace(/^curate: .*\n/, '')).toBe('');
  const read: ValidateReport = JSON.parse(run.stdout);
  expect(run.code).toBe(read.ok ? 0 : 1);
  return read;
}

/** What is said of data sets that are as they should be: true of the sample, and harmless. */
const HARMLESS = new Set(['leak_prompt', 'history_trained', 'date_column_beside', 'duplicate']);

describe('what curate export writes', () => {
  test('has no problems as Parquet, and counts as many rows', async () => {
    const folder = new Workdir();
    cpSync(SAMPLE, join(folder.path, 'data/training_logs'), { recursive: true });
    const run = await folder.run(['export', '--format', 'chatml', '--container', 'parquet', '-o', 'out', '--quiet']);
    expect(run.code).toBe(0);
    const { problems, format, rows, ok } = await report(folder, 'out', '--no-personal-data');
    expect({ format, rows, ok }).toEqual({ format: 'chatml', rows: 1750, ok: true });
    expect(problems.filter(({ problem }) => !HARMLESS.has(problem))).toEqual([]);
  }, 60_000);

  test('is known by its manifest, also when it was edited', async () => {
    const folder = new Workdir();
    cpSync(SAMPLE, join(folder.path, 'data/training_logs'), { recursive: true });
    await folder.run(['export', '--format', 'chatml', '--quiet']);
    const file = join(folder.path, 'data/curated/chatml/val.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"user"', '"User"'));
    const { problems, guessed, format } = await report(folder, 'data/curated/chatml', '--no-personal-data');
    expect({ guessed, format }).toEqual({ guessed: false, format: 'chatml' });
    const told = placesOf({ problems: problems.filter(({ problem }) => !HARMLESS.has(problem)) });
    expect(told).toEqual(['error unknown_role val.jsonl:1 messages[0].role', 'warning edited_by_hand val.jsonl:0']);
  }, 60_000);
});

describe('the command', () => {
  test('tells where what is wrong, how to mend it, and never the text', async () => {
    const rows = chats(12);
    rows[4] = { messages: [{ role: 'user', content: 'My number is 4111 1111 1111 1111, Bartholomew.' }] };
    const folder = new Workdir().write({ 'set/train.jsonl': rows });
    const run = await folder.run(['validate', 'set', '--quiet']);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('set looks like chatml, 1 file');
    expect(run.stdout).toContain('train.jsonl:5 messages');
    expect(run.stdout).toContain('Leave the row out.');
    expect(run.stdout).toMatch(/warning personal_data CREDIT_CARD \(1\)/);
    expect(run.stdout + run.stderr).not.toMatch(/Bartholomew|4111/);
  });

  test('ends with 0, 1 and 2', async () => {
    const folder = new Workdir().write({ 'a.jsonl': chats(3), 'b.jsonl': '{', 'c/notes.txt': 'x' });
    expect((await folder.run(['validate', 'a.jsonl'])).code).toBe(0);
    expect((await folder.run(['validate', 'b.jsonl'])).code).toBe(1);
    for (const args of [['c'], ['gone.jsonl'], ['a.jsonl', '--for', 'trll'], ['a.jsonl', '--format', 'chatlm'], []]) {
      const run = await folder.run(['validate', ...args]);
      expect(run.code).toBe(2);
      expect(run.stdout).toBe('');
    }
    expect((await folder.run(['validate', 'a.jsonl', '--for', 'trll'])).stderr).toContain('`trl`');
    expect((await folder.run(['validate', 'a.jsonl', '--format', 'chatlm'])).stderr).toContain('`chatml`');
  });

  test('says the same with any number of workers', async () => {
    const rows: object[] = chats(9000);
    rows[4321] = { messages: [] };
    rows[8000] = rows[17] ?? {};
    const folder = new Workdir().write({ 'train.jsonl': rows });
    const told = [];
    for (const workers of ['0', '2']) {
      const { seconds: _, ...rest } = await report(folder, 'train.jsonl', '--workers', workers, '--no-personal-data');
      told.push(rest);
    }
    expect(told[1]).toEqual(told[0]);
    expect(placesOf(told[0] ?? { problems: [] })).toEqual([
      'error empty_messages train.jsonl:4322 messages',
      'warning duplicate train.jsonl:8001',
    ]);
  });
});
