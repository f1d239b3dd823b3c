import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/index.ts';
import { TARGETS } from '../../src/targets/index.ts';
import { SAMPLE } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';
import { placesOf, validatedFolder } from '../validate/validated.ts';
import { corpus, testOnCorpora } from './corpora.ts';

/** True of the sample, and harmless: people ask the same, and what was said before is learned. */
const HARMLESS = new Set(['leak_prompt', 'history_trained', 'date_column_beside', 'duplicate']);

test.each(TARGETS)('what is exported for $name in each of its formats has no problems', async ({ name, formats }) => {
  const folder = new Workdir();
  cpSync(SAMPLE, join(folder.path, 'data/training_logs'), { recursive: true });
  for (const format of formats) {
    // `text` needs a chat template.
    if (format === 'text' || !FORMATS.some((one) => one.name === format)) continue;
    const { code } = await folder.run(['export', '--for', name, '--format', format, '-o', format, '--quiet']);
    expect(code).toBe(0);
    const report = await validatedFolder(join(folder.path, format));
    expect(report).toMatchObject({ target: name, guessed: false, ok: true });
    const told = placesOf({ problems: report.problems.filter(({ problem }) => !HARMLESS.has(problem)) });
    expect(told, `${name} ${format}`).toEqual([]);
  }
});

test('what is exported has no problems in any format', async () => {
  const folder = new Workdir();
  cpSync(SAMPLE, join(folder.path, 'data/training_logs'), { recursive: true });
  // `text` needs a chat template.
  const formats = FORMATS.filter(({ name }) => name !== 'text');
  const run = await folder.run(['export', '--format', formats.map(({ name }) => name).join(','), '--quiet']);
  expect(run.code).toBe(0);
  for (const { name, kind } of formats) {
    const { problems, format, rows, ok } = await validatedFolder(join(folder.path, 'data/curated', name));
    expect({ format, ok, problems: problems.filter(({ problem }) => !HARMLESS.has(problem)) }).toEqual({
      format: name,
      ok: true,
      problems: [],
    });
    expect(rows).toBeGreaterThan(kind === 'conversations' ? 1000 : 20);
  }
});

/**
 * The demo data of LLaMA-Factory, with the dataset_info.json that belongs to it. What is told is true: 54 of its rows stand
 * twice (51 to the byte, the others but for case and white space), one answer has `</s>` in it, one `<|user|>`, and one of
 * the files is of another program.
 */
testOnCorpora('no false alarm on the demo data of LLaMA-Factory', async () => {
  const folder = corpus('chat/llamafactory');
  const report = await validatedFolder(folder, { target: 'llama-factory' });
  expect(report).toMatchObject({ ok: true, errors: 0, labels: { wanted: 150, unwanted: 150 } });
  expect(report.problems.map(({ problem, detail, count }) => [problem, detail, count])).toEqual([
    ['duplicate', '', 54],
    ['control_token', 'llama', 1],
    ['control_token', 'bars', 1],
    ['file_not_listed', '', 1],
  ]);
  expect(report.rows).toBe(1291);
});
