import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { recipeReport } from '../commands/contracts.ts';
import { damage, leftovers } from '../commands/exported.ts';
import { exchanges } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

const LOG = 'data/training_logs/conversations_2026-01-01.jsonl';
const folder = new Workdir().write({
  [LOG]: exchanges(0, 200),
  'fine.yaml': 'training: { method: qlora, epochs: 2, max_seq_length: 1000 }\ntokenizer: o200k_base\n',
});
const RECIPE = 'data/curated/axolotl/recipe';

beforeAll(async () => {
  for (const target of ['axolotl', 'mlx', 'trl'])
    expect((await folder.run(['export', '--for', target, '--quiet'])).code, target).toBe(0);
});

const config = (name: string) => z.looseObject({}).parse(load(folder.read(name)));

test('a ready config, from ours and from the export', async () => {
  const { code, stdout } = await folder.run(['recipe', '--for', 'axolotl', '--config', 'fine.yaml', '--json']);
  expect(code).toBe(0);
  const report = recipeReport.parse(JSON.parse(stdout));
  expect(report).toMatchObject({
    target: 'axolotl',
    format: 'chatml',
    out: join(folder.path, RECIPE),
    files: ['axolotl.yml', 'curated_test.yaml', 'Modelfile'],
    length: { max_length: 256, cut: 0, counted: 'counted by o200k_base' },
    weights: null,
  });
  expect(report.commands[0]).toBe(`axolotl train ${RECIPE}/axolotl.yml`);
  expect(config(`${RECIPE}/axolotl.yml`)).toMatchObject({
    adapter: 'qlora',
    load_in_4bit: true,
    num_epochs: 2,
    sequence_len: 256,
    datasets: [{ path: 'data/curated/axolotl/train.jsonl', type: 'chat_template' }],
    test_datasets: [{ path: 'data/curated/axolotl/val.jsonl' }],
  });
  expect(config(`${RECIPE}/curated_test.yaml`)).toMatchObject({
    dataset_kwargs: { data_files: { test: 'data/curated/axolotl/test.jsonl' } },
  });
  expect(folder.read(`${RECIPE}/Modelfile`)).toMatch(/^ADAPTER (\.\.\/){4}outputs\/axolotl$/m);
  expect(leftovers(folder.path)).toEqual([]);
});

test('the table says what will be cut, and what to run', async () => {
  const { stdout } = await folder.run(['recipe', '--for', 'mlx']);
  expect(stdout).toContain('max_length is 256 tokens. No example is longer. Tokens are');
  expect(stdout).toContain('mlx_lm.lora --config data/curated/mlx/recipe/lora.yaml');
});

test('a script of TRL names the files beside it, wherever it lies', async () => {
  expect((await folder.run(['recipe', '--for', 'trl', '-o', 'elsewhere/trl', '--quiet'])).code).toBe(0);
  expect(folder.list('elsewhere/trl')).toEqual(['Modelfile', 'curated_test.yaml', 'recipe.json', 'train.py']);
  expect(folder.read('elsewhere/trl/train.py')).toContain(
    'DATA = Path(__file__).resolve().parent / "../../data/curated/trl"',
  );
});

test('what was changed by hand is not written over, unless that is asked for', async () => {
  const run = (...more: string[]) => folder.run(['recipe', '--for', 'axolotl', '--quiet', ...more]);
  expect((await run()).code, 'what curate wrote may be written anew').toBe(0);
  const before = folder.read(`${RECIPE}/axolotl.yml`);
  appendFileSync(join(folder.path, RECIPE, 'axolotl.yml'), '# by hand\n');
  const { code, stderr } = await run('--config', 'fine.yaml');
  expect(code).toBe(2);
  expect(stderr).toContain(`${RECIPE}/axolotl.yml: changed since curate wrote it, so nothing is written.`);
  expect(folder.read(`${RECIPE}/axolotl.yml`)).toBe(`${before}# by hand\n`);

  expect((await folder.run(['export', '--for', 'axolotl', '--quiet'])).code, 'an export keeps it').toBe(0);
  expect(folder.read(`${RECIPE}/axolotl.yml`)).toBe(`${before}# by hand\n`);
  expect(damage(join(folder.path, 'data/curated/axolotl')).every((name) => name.startsWith('recipe/'))).toBe(true);
  expect((await run()).code).toBe(2);
  expect((await run('--force')).code).toBe(0);
  expect(folder.read(`${RECIPE}/axolotl.yml`)).toBe(before);
});

test('the same export and config give the same bytes', async () => {
  const once = new Map(folder.list(RECIPE).map((name) => [name, folder.read(`${RECIPE}/${name}`)]));
  expect((await folder.run(['recipe', '--for', 'axolotl', '--quiet', '--force'])).code).toBe(0);
  for (const [name, text] of once) expect(folder.read(`${RECIPE}/${name}`), name).toBe(text);
});

test.each([
  [
    ['--for', 'llama-factory'],
    'there is no export for LLaMA-Factory yet. Run `curate export --for llama-factory` first.',
  ],
  [['--for', 'mlx', '--format', 'text'], 'Run `curate export --for mlx --format text` first.'],
  [['--for', 'mlx', '--format', 'alpaca'], 'mlx-lm does not read alpaca'],
  [['--for', 'openai'], 'There is no recipe for "openai"'],
  [['--for', 'axolotle'], 'the nearest is `axolotl`'],
  [[], "required option '--for <target>' not specified"],
])('%j is refused with what to do', async (flags, sentence) => {
  const { code, stderr } = await folder.run(['recipe', ...flags]);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
});

test('an export of that name that was made for nobody is no export for the target', async () => {
  await folder.run(['export', '--format', 'chatml', '-o', 'data/curated/unsloth', '--quiet']);
  const { code, stderr } = await folder.run(['recipe', '--for', 'unsloth']);
  expect(code).toBe(2);
  expect(stderr).toContain('this is not of an export for Unsloth. Run `curate export --for unsloth` again.');
});

test('an export of ratings becomes a script for its trainer, with weights that balance both kinds', async () => {
  const rated = new Workdir().write({
    [LOG]: exchanges(0, 120),
    'data/training_logs/feedback_2026-01.jsonl': Array.from({ length: 120 }, (_, number) => ({
      id: `ex-${number}`,
      stars: number % 4 === 0 ? 1 : 5,
      ...(number % 8 === 0 && {
        correction: `You should rather do this, number ${number}, and then look whether it helped.`,
      }),
    })),
  });
  for (const [format, trainer] of [
    ['kto', 'KTO'],
    ['preference', 'DPO'],
    ['reward', 'Reward'],
  ] as const) {
    expect((await rated.run(['export', '--for', 'trl', '--format', format, '--quiet'])).code, format).toBe(0);
    const { code, stdout } = await rated.run(['recipe', '--for', 'trl', '--format', format, '--json']);
    expect(code, format).toBe(0);
    const report = recipeReport.parse(JSON.parse(stdout));
    const script = rated.read(`data/curated/trl-${format}/recipe/train.py`);
    expect(script).toContain(`from trl import ${trainer}Config, ${trainer}Trainer`);
    if (format !== 'kto') continue;
    expect(report.weights?.desirable).toBe(1);
    expect(report.weights?.undesirable).toBeGreaterThan(2);
    expect(script).toContain(`undesirable_weight=${report.weights?.undesirable},`);
  }
});
