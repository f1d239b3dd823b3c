import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { exportReport, forgetReport, manifest, targetsReport } from '../commands/contracts.ts';
import { damage, expectAccounted, leftovers } from '../commands/exported.ts';
import { exchanges, toolExchange } from '../commands/logs.ts';
import { prunable, exported as pruned } from '../commands/pruneWorld.ts';
import { Workdir } from '../commands/workdir.ts';

const LOG = 'data/training_logs/conversations_2026-01-01.jsonl';
const world = (...more: object[]) => new Workdir().write({ [LOG]: [...exchanges(0, 60), ...more] });
const set = (folder: Workdir, name: string) => join(folder.path, 'data/curated', name);
const manifestOf = (folder: Workdir, name: string) =>
  manifest.parse(JSON.parse(folder.read(`data/curated/${name}/manifest.json`)));

test('a folder, a manifest and a card of the target, with the names that it looks for', async () => {
  const folder = world();
  const { code, stdout } = await folder.run(['export', '--for', 'mlx', '--json', '--quiet']);
  expect(code).toBe(0);
  const report = exportReport.parse(JSON.parse(stdout));
  expect(report).toMatchObject({ format: 'chatml', target: 'mlx', out: set(folder, 'mlx'), problems: [] });
  expect(folder.list('data/curated')).toEqual([
    ...['mlx/README.md', 'mlx/manifest.json', 'mlx/provenance/test.jsonl', 'mlx/provenance/train.jsonl'],
    ...['mlx/provenance/val.jsonl', 'mlx/test.jsonl', 'mlx/train.jsonl', 'mlx/valid.jsonl', 'splits.ledger'],
  ]);
  expect(damage(set(folder, 'mlx'))).toEqual([]);
  expect(manifestOf(folder, 'mlx')).toMatchObject({ target: 'mlx', format: 'chatml' });
  const card = folder.read('data/curated/mlx/README.md');
  expect(card).toContain('Made for mlx-lm (`curate export --for mlx`)');
  expect(card).toContain('path: valid.jsonl');
});

test('the table says for whom it is', async () => {
  const { stdout } = await world().run(['export', '--for', 'openai', '--quiet', '--format', 'chatml', '--no-cache']);
  expect(stdout).toBe('');
  const shown = await world().run(['export', '--for', 'openai']);
  expect(shown.stdout).toContain('60 examples as chatml for openai');
});

test('Azure’s files begin with a byte-order mark, and are those of OpenAI otherwise', async () => {
  const folder = world();
  for (const target of ['openai', 'azure']) await folder.run(['export', '--for', target, '--quiet']);
  const mark = '\ufeff';
  for (const file of ['train.jsonl', 'val.jsonl', 'test.jsonl'])
    expect(folder.read(`data/curated/azure/${file}`)).toBe(mark + folder.read(`data/curated/openai/${file}`));
  expect(folder.read('data/curated/azure/provenance/train.jsonl').startsWith(mark)).toBe(false);
  expect(folder.read('data/curated/azure/README.md')).toContain('encoding="utf-8-sig"');
  expect(folder.read('data/curated/openai/README.md')).not.toContain('encoding=');
  const stream = await folder.run(['export', '--for', 'azure', '-o', '-', '--split', 'train', '--quiet']);
  expect(stream.stdout).toBe(folder.read('data/curated/azure/train.jsonl'));
  await folder.run(['export', '--for', 'azure', '-o', 'all.jsonl', '--quiet']);
  expect(folder.read('all.jsonl').startsWith(`${mark}{`)).toBe(true);
});

test('calls of tools are written as the service has them: no key without a use', async () => {
  const folder = world(toolExchange(100));
  await folder.run(['export', '--for', 'openai', '--quiet', '-o', 'out']);
  const rows = ['train', 'val', 'test'].flatMap((split) => folder.read(`out/${split}.jsonl`).trim().split('\n'));
  const withTools = rows.filter((row) => row.includes('"tools"'));
  expect(withTools).toHaveLength(1);
  expect(JSON.parse(withTools[0] ?? '').tools[0].type).toBe('function');
  expect(rows.filter((row) => row.includes('tool_calls'))).toHaveLength(1);
});

test('what the target would refuse stays out and is counted by its reason', async () => {
  const folder = world(toolExchange(100), toolExchange(101));
  const { code, stdout } = await folder.run(['export', '--for', 'together', '--json', '--quiet']);
  expect(code).toBe(0);
  const report = exportReport.parse(JSON.parse(stdout));
  expectAccounted(report);
  expect(report.dropped.by_reason).toEqual({ 'target.tools': 2 });
  expect(report.kept).toBe(60);
  expect(report.splits.train + report.splits.val + report.splits.test).toBe(60);
  const { stdout: listed } = await folder.run(['targets', 'together', '--json']);
  const [together] = targetsReport.parse(JSON.parse(listed)).targets;
  expect(together?.reasons).toHaveProperty('tools');
  expect(folder.read('data/curated/together/README.md')).toContain('`target.tools` | tools are called or offered');
  expect(folder.read('data/curated/together/train.jsonl')).not.toContain('tool');
});

test('where the target has no place for tools, no row has their keys either', async () => {
  const folder = world(toolExchange(100), toolExchange(101));
  const { code, stdout } = await folder.run(['export', '--for', 'ms-swift', '--json', '--quiet']);
  expect(code).toBe(0);
  const report = exportReport.parse(JSON.parse(stdout));
  expectAccounted(report);
  expect(report.dropped.by_reason).toEqual({ 'target.tools': 2 });
  expect(report.kept).toBe(60);
  for (const split of ['train', 'val', 'test'])
    expect(folder.read(`data/curated/ms-swift/${split}.jsonl`)).not.toContain('tool');
  expect(folder.read('data/curated/ms-swift/README.md')).not.toContain('name: tools');
});

test('LLaMA-Factory is told of the column of tools where there is one, and gets no row that it would drop', async () => {
  const calls = [0, 1].map((number) => ({ id: `c${number}`, function: { name: 'find_way', arguments: '{}' } }));
  const folder = world(toolExchange(100), {
    id: 'twice',
    messages: [
      { role: 'user', content: 'Which of the two ways is the shorter one to the harbour?' },
      { role: 'assistant', content: '', tool_calls: calls },
      { role: 'tool', tool_call_id: 'c0', content: '3' },
      { role: 'tool', tool_call_id: 'c1', content: '4' },
      { role: 'assistant', content: 'The first way is the shorter one, as it takes three miles and not four.' },
    ],
  });
  const { stdout } = await folder.run(['export', '--for', 'llama-factory', '--json', '--quiet']);
  expect(exportReport.parse(JSON.parse(stdout)).dropped.by_reason).toEqual({ 'target.turns_out_of_step': 1 });
  const info = JSON.parse(folder.read('data/curated/llama-factory/dataset_info.json'));
  expect(info.curated_train.columns).toEqual({ messages: 'conversations', tools: 'tools' });
});

test('words that Amazon Nova keeps for itself, also inside of others', async () => {
  const folder = new Workdir().write({
    [LOG]: [
      ...exchanges(0, 60),
      {
        id: 'kept-out',
        user_message: 'Which operating system: this one or that one, and why so?',
        assistant_message: 'This one, because it is the one that you have known for longest, and so it costs least.',
      },
    ],
  });
  const { stdout } = await folder.run(['export', '--for', 'bedrock-nova', '--json', '--quiet']);
  const report = exportReport.parse(JSON.parse(stdout));
  expect(report).toMatchObject({ format: 'bedrock-converse', target: 'bedrock-nova' });
  expect(report.dropped.by_reason).toEqual({ 'target.reserved_words': 1 });
});

test('too few examples: written, told of, and the exit code of a check that failed', async () => {
  const folder = new Workdir().write({ [LOG]: exchanges(0, 6) });
  const { code, stdout, stderr } = await folder.run(['export', '--for', 'openai', '--json', '--quiet']);
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^curate: the data is written, but openai would refuse it: train has \d+ rows, and OpenAI refuses fewer than 10\.\n$/,
  );
  expect(exportReport.parse(JSON.parse(stdout)).problems).toContainEqual(expect.objectContaining({ level: 'error' }));
  expect(damage(set(folder, 'openai'))).toEqual([]);
});

test('axolotl gets its `datasets:` block, and nothing names a file that is not there', async () => {
  const folder = world();
  await folder.run(['export', '--for', 'axolotl', '--quiet']);
  const entry = z.looseObject({ path: z.string(), type: z.string() });
  const block = z
    .strictObject({ datasets: z.array(entry), test_datasets: z.array(entry) })
    .parse(load(folder.read('data/curated/axolotl/datasets.yml')));
  expect(block.datasets).toMatchObject([{ path: './train.jsonl', type: 'chat_template', field_messages: 'messages' }]);
  expect(block.test_datasets).toMatchObject([{ path: './val.jsonl' }]);
  expect(manifestOf(folder, 'axolotl').outputs.map(({ file }) => file)).toContain('datasets.yml');
  expect(damage(set(folder, 'axolotl'))).toEqual([]);
  folder.write({ 'one.yaml': 'split: { train: 1, val: 0, test: 0 }' });
  const flags = ['--json', '--quiet', '--config', 'one.yaml', '--reset-splits'];
  const { stdout } = await folder.run(['export', '--for', 'axolotl', ...flags]);
  expect(exportReport.parse(JSON.parse(stdout)).problems).toEqual([
    { level: 'warning', text: 'the split val is empty: nothing watches the training' },
  ]);
  expect(folder.read('data/curated/axolotl/datasets.yml')).not.toContain('test_datasets');
});

test('pairs for axolotl say nothing of tools: where keys differ it would learn a list of letters', async () => {
  const comment = (conversation_id: string): object => ({
    conversation_id,
    rating: 1,
    correction: `${conversation_id}, better`,
  });
  const said = ['user', 'assistant', 'user', 'assistant'].map((role, turn) => ({
    role,
    content: `${role} in turn ${turn}`,
  }));
  const folder = new Workdir().write({
    [LOG]: [{ conversation_id: 'turns', messages: said }, toolExchange(1)],
    'data/training_logs/feedback.jsonl': [comment('turns'), comment('ex-1')],
    'all.yaml': 'pipeline: []',
  });
  const flags = ['--config', 'all.yaml', '--format', 'preference', '--quiet', '-o', 'pairs.jsonl'];
  await folder.run(['export', '--for', 'axolotl', ...flags]);
  const rows = folder.read('pairs.jsonl').trim().split('\n');
  expect(rows.map((row) => JSON.parse(row))).toEqual([
    { prompt: said.slice(0, 3), chosen: [{ role: 'assistant', content: 'turns, better' }], rejected: said.slice(3) },
  ]);
});

test('another format than its first goes to a folder of its own', async () => {
  const folder = world();
  const { code } = await folder.run(['export', '--for', 'llama-factory', '--format', 'alpaca', '--quiet']);
  expect(code).toBe(0);
  const info = JSON.parse(folder.read('data/curated/llama-factory-alpaca/dataset_info.json'));
  expect(Object.keys(info)).toEqual(['curated_train', 'curated_val', 'curated_test']);
  expect(info.curated_val).toEqual({
    file_name: 'val.jsonl',
    formatting: 'alpaca',
    columns: { prompt: 'instruction', query: 'input', response: 'output' },
  });
});

test.each([
  [['--for', 'axolotle'], 'There is no target "axolotle": the nearest is `axolotl`; choose one of trl, '],
  [['--for', 'openai', '--format', 'csv'], 'OpenAI does not read csv; with --for openai choose one of chatml, openai-'],
  [['--for', 'mlx', '--format', 'chatml,csv'], '--for mlx writes one format, not several: leave --format out, or name'],
  [['--for', 'mlx', '--format', 'all'], '--for mlx writes one format, not several'],
  [['--for', 'mlx', '--format', 'cvs'], 'There is no format "cvs": the nearest is `csv`'],
  [
    ['--for', 'mlx', '--compress', 'gz'],
    '--compress gz: mlx-lm reads no gzip files; leave that out of an export --for',
  ],
  [['--for', 'mlx', '-o', 'all.jsonl.gz'], '-o all.jsonl.gz: mlx-lm reads no gzip files'],
])('%j is refused with what to do', async (flags, sentence) => {
  const folder = world();
  const { code, stderr } = await folder.run(['export', ...flags]);
  expect(code).toBe(2);
  expect(stderr).toContain(`curate: ${sentence}`);
  expect(folder.list('data/curated')).toEqual([]);
});

test('the config may name the target; --for none sets it aside', async () => {
  const folder = world().write({
    'fine.yaml': 'export: { for: mlx, compress: gz }',
    'bad.yaml': 'export: { for: mxl }',
  });
  await folder.run(['export', '--config', 'fine.yaml', '--quiet']);
  expect(folder.list('data/curated/mlx')).toContain('valid.jsonl');
  await folder.run(['export', '--config', 'fine.yaml', '--quiet', '--for', 'none']);
  expect(folder.list('data/curated/chatml')).toContain('train.jsonl.gz');
  const { code, stderr } = await folder.run(['export', '--config', 'bad.yaml']);
  expect(code).toBe(2);
  expect(stderr).toContain('did you mean `mlx`?');
});

test.each(['mlx', 'azure', 'axolotl', 'nemo'])('forget takes a person from an export --for %s', async (target) => {
  const folder = world();
  await folder.run(['export', '--for', target, '--quiet']);
  const rows = () => {
    const { outputs } = manifestOf(folder, target);
    const files = outputs.filter(({ file }) => /^(?!provenance).*(train|val|valid|test)\.jsonl$/.test(file));
    return files.map(({ file, rows }) => {
      const text = folder.read(`data/curated/${target}/${file}`);
      expect(text.split('\n').length - 1, file).toBe(rows);
      for (const line of text.trimEnd().split('\n'))
        expect(() => JSON.parse(line.replace(/^\ufeff/, ''))).not.toThrow();
      expect(text.lastIndexOf('\ufeff')).toBe(target === 'azure' ? 0 : -1);
      return rows;
    });
  };
  const before = rows().reduce((sum, count) => sum + count, 0);
  const { code, stdout, stderr } = await folder.run(['forget', '--user', 'user-3', '--json', '--quiet']);
  expect(code, stderr).toBe(0);
  expect(forgetReport.parse(JSON.parse(stdout)).left).toEqual([]);
  expect(rows().reduce((sum, count) => sum + count, 0)).toBeLessThan(before);
  expect(damage(set(folder, target))).toEqual([]);
  expect(leftovers(folder.path)).toEqual([]);
});

test('where forget empties a split, no file for the trainer names it any more', async () => {
  const mine = exchanges(0, 60, { user_id: 'one', session_id: undefined });
  const folder = new Workdir().write({ [LOG]: mine, 'fine.yaml': 'split: { by: user }' });
  await folder.run(['export', '--for', 'axolotl', '--quiet', '--config', 'fine.yaml']);
  const block = () => folder.read('data/curated/axolotl/datasets.yml');
  expect(block()).toMatch(/path: ".\/\w+.jsonl"/);
  const { code } = await folder.run(['forget', '--user', 'one', '--quiet', '--config', 'fine.yaml']);
  expect(code).toBe(0);
  expect(block()).not.toContain('path:');
  expect(damage(set(folder, 'axolotl'))).toEqual([]);
});

test('prune knows that an export for a target has a log', async () => {
  const folder = prunable();
  await pruned(folder);
  rmSync(set(folder, 'chatml'), { recursive: true });
  await folder.run(['export', '--for', 'mlx', '--quiet']);
  const { code } = await folder.run(['prune', '--quiet']);
  expect(code).toBe(0);
});

test('targets: a list, one in full, and JSON with every source', async () => {
  const folder = new Workdir();
  const list = await folder.run(['targets']);
  expect(list.code).toBe(0);
  expect(list.stdout).toContain('mlx             Apple’s mlx-lm');
  const one = await folder.run(['targets', 'bedrock-nova']);
  expect(one.stdout).toContain('target.reserved_words');
  expect(one.stdout).toContain('https://docs.aws.amazon.com/nova/');
  const { stdout } = await folder.run(['targets', '--json']);
  expect(targetsReport.parse(JSON.parse(stdout)).targets.length).toBe(15);
  const wrong = await folder.run(['targets', 'olama']);
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('There is no target "olama"')]);
});
