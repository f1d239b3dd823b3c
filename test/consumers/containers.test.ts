import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CONTAINERS, type Container } from '../../src/formats/container.ts';
import { dataCard } from '../../src/formats/dataCard.ts';
import { formatNamed } from '../../src/formats/index.ts';
import { csvRows } from '../engine/containers/csvRows.ts';
import { fileOfRows, type Rows, rowsOfFile } from '../engine/containers/written.ts';
import { cardFacts } from '../formats/cardFacts.ts';
import { made, rowText, takenBy, writerFor } from '../formats/render.ts';
import { TORTURE } from '../formats/torture.ts';

/**
 * Rows of a nested format and of a flat one in every container that takes them, read by `datasets`, pandas, polars, pyarrow and
 * duckdb. Wants Python with these packages, as `formats.test.ts` does, and installs nothing.
 */
const python = process.env.CURATE_PYTHON ?? 'python3';
const present = spawnSync(python, ['-c', 'import datasets, duckdb, pandas, polars, pyarrow']).status === 0;
if (!present) process.stderr.write(`passed over: ${python} has no datasets, duckdb, pandas, polars and pyarrow\n`);

const rowsSchema = z.array(z.record(z.string(), z.unknown()));
const answerSchema = z.record(z.string(), z.record(z.string(), rowsSchema));

const CASES = [
  ...CONTAINERS.filter((container) => container !== 'csv').flatMap((container) => cases('json', container)),
  ...CONTAINERS.flatMap((container) => cases('csv', container)),
];

function cases(format: 'json' | 'csv', container: Container) {
  const plain = { format, container, gz: false, name: `${format} in ${container}` };
  return container === 'parquet' ? [plain] : [plain, { ...plain, gz: true, name: `${plain.name}.gz` }];
}

const folder = mkdtempSync(join(tmpdir(), 'curate-containers-'));
const written = new Map<string, Rows>();
let answers: z.infer<typeof answerSchema> = {};
beforeAll(async () => {
  for (const one of CASES) written.set(one.name, await writeExport(one));
  if (present) answers = readExports();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(CASES)('$name', ({ name, container }) => {
  test('there are rows', () => {
    expect(written.get(name)?.length).toBeGreaterThan(10);
  });

  if (!present) return;

  test.each(['datasets', 'folder', 'pandas', 'polars', 'duckdb', ...(container === 'parquet' ? ['pyarrow'] : [])])(
    '%s reads it, text for text',
    (reader) => {
      const read = answers[name]?.[reader];
      // The front matter cannot keep `datasets` from guessing types in CSV; the snippet of the card does.
      if (reader === 'folder' && container === 'csv') expect(read).toHaveLength(written.get(name)?.length ?? 0);
      else expect(read).toEqual(written.get(name));
    },
  );
});

/** Writes a train split with its card; gives its rows. */
async function writeExport({ name, format: formatName, container, gz }: (typeof CASES)[number]): Promise<Rows> {
  const format = formatNamed(formatName);
  const examples = takenBy(format, TORTURE.train);
  const { columns, rows: rowsOf } = writerFor(format, examples);
  const rows = rowsSchema.parse(
    examples.flatMap((example) => made(rowsOf(example)).map((row) => JSON.parse(rowText(row)))),
  );
  const file = `train.${container}${gz ? '.gz' : ''}`;
  const out = join(folder, name);
  mkdirSync(out);
  const bytes = await fileOfRows(container, columns, rows, 3);
  writeFileSync(join(out, file), gz ? gzipSync(bytes) : bytes);
  const splits = [{ split: 'train' as const, file, examples: examples.length, rows: rows.length }];
  writeFileSync(join(out, 'README.md'), dataCard({ ...cardFacts(format, examples), container, columns, splits }));
  const read =
    container === 'csv' ? csvRows(bytes.toString('utf8'), columns) : await rowsOfFile(`a.${container}`, bytes);
  expect(read).toEqual(rows);
  return rows;
}

/** What the Python packages found in every export, by its name and by theirs. */
function readExports(): z.infer<typeof answerSchema> {
  const script = fileURLToPath(new URL('readContainers.py', import.meta.url));
  const run = spawnSync(python, [script, folder], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return answerSchema.parse(JSON.parse(run.stdout));
}
