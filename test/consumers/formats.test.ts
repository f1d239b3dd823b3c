import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { SplitFacts } from '../../src/formats/dataCard.ts';
import { dataCard } from '../../src/formats/dataCard.ts';
import type { Format } from '../../src/formats/format.ts';
import { FORMATS } from '../../src/formats/index.ts';
import { cardFacts } from '../formats/cardFacts.ts';
import { render, takenBy } from '../formats/render.ts';
import { rowsIn } from '../formats/rowsIn.ts';
import { TORTURE } from '../formats/torture.ts';

/**
 * The real readers: every format's torture set through `datasets`, pandas and polars, by the snippet of its own data
 * card. Wants Python with these packages (`CURATE_PYTHON` names the program, `python3` otherwise) and installs nothing.
 */
const python = process.env.CURATE_PYTHON ?? 'python3';
const present = spawnSync(python, ['-c', 'import datasets, pandas, polars']).status === 0;
if (!present)
  process.stderr.write(`passed over: ${python} has no datasets, pandas and polars to read the formats with\n`);

const rowsSchema = z.array(z.record(z.string(), z.unknown()));
const answerSchema = z.record(
  z.string(),
  z.object({
    datasets: z.record(z.string(), rowsSchema),
    pandas: rowsSchema,
    polars: rowsSchema,
    folder: z.record(z.string(), z.number()),
  }),
);

const folder = mkdtempSync(join(tmpdir(), 'curate-consumers-'));
let answers: z.infer<typeof answerSchema> = {};
beforeAll(() => {
  if (present) answers = readExports();
});
afterAll(() => rmSync(folder, { recursive: true }));
const HUB_SPLITS = { train: 'train', val: 'validation', test: 'test' } as const;
const SPLITS = ['train', 'val', 'test'] as const;

describe.each(FORMATS.map((format) => [format.name, format] as const))('%s', (name, format) => {
  const files = writeExport(format);

  test('our own reader finds rows in every split', () => {
    for (const split of SPLITS) expect(files[split].length).toBeGreaterThan(0);
  });

  if (!present) return;

  test('`datasets` reads all splits in one call, text for text', () => {
    for (const split of SPLITS) expect(answers[name]?.datasets[HUB_SPLITS[split]]).toEqual(files[split]);
  });

  test('`datasets` loads the folder by the front matter of its card', () => {
    const counts = SPLITS.map((split) => [HUB_SPLITS[split], files[split].length]);
    expect(answers[name]?.folder).toEqual(Object.fromEntries(counts));
  });

  test('pandas reads the first split, text for text', () => {
    expect(answers[name]?.pandas).toEqual(files.train);
  });

  test('polars reads the first split, text for text', () => {
    const rows = answers[name]?.polars.map((row) => ({
      ...row,
      // Read as text here, so that polars does not take ids for numbers.
      ...(name === 'csv' && { user_length: Number(row.user_length), bot_length: Number(row.bot_length) }),
    }));
    expect(rows).toEqual(files.train);
  });
});

/** Writes the torture set and its card; gives the rows of each split as our own readers see them. */
function writeExport(format: Format): Record<(typeof SPLITS)[number], Record<string, unknown>[]> {
  const out = join(folder, format.name);
  mkdirSync(out);
  const all = SPLITS.flatMap((split) => TORTURE[split]);
  const texts = { train: '', val: '', test: '' };
  const splits: SplitFacts[] = [];
  for (const split of SPLITS) {
    const file = `${split}.${format.extension}`;
    texts[split] = render(format, TORTURE[split], undefined, all);
    writeFileSync(join(out, file), texts[split]);
    splits.push({ split, file, examples: TORTURE[split].length, rows: rowsIn(format, texts[split]).length });
  }
  writeFileSync(join(out, 'README.md'), dataCard({ ...cardFacts(format, takenBy(format, all)), splits }));
  return { train: rowsIn(format, texts.train), val: rowsIn(format, texts.val), test: rowsIn(format, texts.test) };
}

/** What the Python packages found in every export, by format. */
function readExports(): z.infer<typeof answerSchema> {
  const script = fileURLToPath(new URL('readFormats.py', import.meta.url));
  const run = spawnSync(python, [script, folder], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return answerSchema.parse(JSON.parse(run.stdout));
}
