import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { exportReport } from './contracts.ts';
import { exchange, exchanges } from './logs.ts';
import { Workdir } from './workdir.ts';

const LOG = 'data/training_logs/conversations_2026-01-01.jsonl';
const CONFIG = 'config/fine_tuning_config.yaml';
const heldAgainst = (...files: string[]): string => `decontaminate: { against: ${JSON.stringify(files)} }\n`;

const manifestSchema = z.object({
  decontaminated: z.object({
    files: z.array(
      z.strictObject({
        file: z.string(),
        bytes: z.number(),
        sha256: z.string().length(64),
        rows: z.number(),
        texts: z.number(),
      }),
    ),
    dropped: z.record(z.string(), z.number()),
  }),
});

async function exported(folder: Workdir) {
  const { code, stdout, stderr } = await folder.run(['export', '--json', '--quiet']);
  expect(code, stderr).toBe(0);
  return exportReport.parse(JSON.parse(stdout));
}

const textOf = (number: number): string => String(exchange(number).assistant_message);

test('what shares text with a benchmark or a hold-out is dropped, told and explained', async () => {
  const folder = new Workdir().write({
    [LOG]: [
      ...exchanges(0, 10),
      exchange(10, {
        user_message: 'Please write to jane.doe@example.com: who sold all those apples, and what is left of them now?',
      }),
    ],
    [CONFIG]: heldAgainst('../bench/*.jsonl', '../bench/notes.txt.gz'),
    'bench/one.jsonl': [
      { question: `Somebody said: ${textOf(2)}`, answer: 4 },
      // Cleaned and scrubbed, as the log is, or the address between would hide it.
      { question: 'Please write to someone@example.org: who sold all those apples, and what is left of them now?' },
    ],
    'bench/notes.txt.gz': `A title\n\n${textOf(5).replaceAll(' ', '\n')}\n`,
  });
  const report = await exported(folder);
  expect(report.dropped.by_reason).toEqual({ 'decontaminate.shared_ngram': 3 });
  const manifest = manifestSchema.parse(JSON.parse(folder.read('data/curated/chatml/manifest.json')));
  expect(manifest.decontaminated.dropped).toEqual({ shared_ngram: 3 });
  expect(manifest.decontaminated.files.map(({ file, rows }) => [file.replace(/.*bench/, 'bench'), rows])).toEqual([
    ['bench/one.jsonl', 2],
    ['bench/notes.txt.gz', textOf(5).split(' ').length + 1],
  ]);
  const explained = await folder.run(['explain', 'ex-2', '--json']);
  const { steps, outcome } = JSON.parse(explained.stdout);
  expect(outcome).toBe('dropped');
  expect(steps.at(-1)).toMatchObject({
    stage: 'decontaminate',
    reason: 'shared_ngram',
    measured: textOf(2).split(' ').length,
    limit: 13,
    shares: { file: expect.stringContaining('bench/one.jsonl'), line: 1 },
  });
  expect(steps.at(-1)).not.toHaveProperty('diff');
  const shown = await folder.run(['explain', 'ex-5']);
  expect(shown.stdout.replaceAll(/\s+/g, ' ')).toContain('bench/notes.txt.gz, line 3)');
  // Another benchmark is another survey.
  folder.write({ 'bench/one.jsonl': [{ question: textOf(7) }] });
  expect((await exported(folder)).dropped.by_reason).toEqual({ 'decontaminate.shared_ngram': 2 });
});

test('a test set that was published stays out of the next data set', async () => {
  const folder = new Workdir().write({ [LOG]: exchanges(0, 60) });
  const first = await exported(folder);
  expect(first.splits.test).toBeGreaterThan(0);
  cpSync(join(folder.path, 'data/curated/chatml'), join(folder.path, 'published'), { recursive: true });
  folder.write({ [CONFIG]: heldAgainst('../published/test.jsonl') });
  const second = await exported(folder);
  expect(second.dropped.total).toBe(first.splits.test);
  expect(second.splits).toEqual({ ...first.splits, test: 0 });
});
