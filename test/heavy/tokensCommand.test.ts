import { beforeAll, expect, test } from 'vitest';
import { namedTokenizer } from '../../src/engine/tokenizer/namedTokenizer.ts';
import { exportReport, statsReport } from '../commands/contracts.ts';
import { exchange, exchanges } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';
import { bytePairTokenizer } from '../engine/tokenizer/smallTokenizers.ts';

const LOG = 'data/training_logs/conversations_2026-01-01.jsonl';
const CONFIG = 'config/fine_tuning_config.yaml';
const count = namedTokenizer('o200k_base');

/** Tokens of a row of chatml, as a trainer's template would have them. */
function tokensOf(row: string): number {
  const { messages }: { messages: { content: string }[] } = JSON.parse(row);
  return messages.reduce((sum, { content }) => sum + 5 + count(content), 1);
}

async function json(folder: Workdir, ...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await folder.run([...args, '--json', '--quiet']);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
}

const rowsOf = (folder: Workdir, split: string): string[] =>
  folder.list('data/curated/chatml').includes(`${split}.jsonl`)
    ? folder.read(`data/curated/chatml/${split}.jsonl`).trimEnd().split('\n')
    : [];

const folder = new Workdir().write({ [LOG]: exchanges(0, 60), [CONFIG]: 'tokenizer: o200k_base\n' });

beforeAll(async () => {
  await json(folder, 'export');
});

test('stats, manifest and card tell the tokens of the rows that were written', async () => {
  const splits = Object.fromEntries(
    ['train', 'val', 'test'].map((split) => [split, rowsOf(folder, split).map(tokensOf)]),
  );
  const all = Object.values(splits).flat();
  const total = all.reduce((sum, tokens) => sum + tokens, 0);
  const stats = await json(folder, 'stats');
  expect(statsReport.parse(stats).kept).toBe(all.length);
  expect(stats).toMatchObject({
    tokens: { tokenizer: 'o200k_base', examples: all.length, total, max: Math.max(...all) },
  });
  const sums = Object.fromEntries(
    Object.entries(splits).map(([split, tokens]) => [split, tokens.reduce((sum, one) => sum + one, 0)]),
  );
  expect(JSON.parse(folder.read('data/curated/chatml/manifest.json')).tokens).toEqual({
    ...{ tokenizer: 'o200k_base', sha256: null, config_sha256: null, total },
    splits: sums,
  });
  const number = (value: number | undefined) => (value ?? 0).toLocaleString('en-US');
  expect(folder.read('data/curated/chatml/README.md')).toContain(
    `Tokens by the tokenizer \`o200k_base\`: ${number(total)} (train ${number(sums.train)}, `,
  );
  expect((await folder.run(['stats'])).stdout).toContain(`${number(total)} tokens in ${all.length} examples`);
});

test('check says by what tokens are counted', async () => {
  expect((await folder.run(['check'])).stdout).toContain('tokenizer o200k_base');
});

test('what is forgotten takes the count of tokens with it', async () => {
  const project = new Workdir().write({ [LOG]: exchanges(0, 30), [CONFIG]: 'tokenizer: o200k_base\n' });
  await json(project, 'export');
  expect(project.read('data/curated/chatml/manifest.json')).toContain('"tokens"');
  await json(project, 'forget', '--user', 'user-3');
  expect(project.read('data/curated/chatml/manifest.json')).not.toContain('"tokens"');
  expect(project.read('data/curated/chatml/README.md')).not.toContain('Tokens by');
});

test('without a tokenizer nothing is told, and other digests are used', async () => {
  const plain = new Workdir().write({ [LOG]: exchanges(0, 9) });
  expect(await json(plain, 'stats')).not.toHaveProperty('tokens');
  plain.write({ [CONFIG]: 'tokenizer: cl100k_base\n' });
  expect(await json(plain, 'stats')).toHaveProperty('tokens.examples', 9);
});

test('another file for a tokenizer means to count again', async () => {
  const json5 = bytePairTokenizer();
  const project = new Workdir().write({
    [LOG]: exchanges(0, 9),
    [CONFIG]: 'tokenizer: ../models/tokenizer.json\n',
    'models/tokenizer.json': JSON.stringify(json5),
  });
  const before = await json(project, 'stats');
  expect(before).toHaveProperty('tokens.tokenizer', '../models/tokenizer.json');
  project.write({
    'models/tokenizer.json': JSON.stringify({
      ...json5,
      normalizer: { type: 'Replace', pattern: { String: 'e' }, content: 'ee' },
    }),
  });
  const after = await json(project, 'stats');
  expect(JSON.stringify(after)).not.toBe(JSON.stringify(before));
  expect(project.list('data/.curate/cache').filter((name) => name.endsWith('.digest')).length).toBe(2);
});

test.each([
  ['a file that is not there', 'tokenizer: models/none.json', 'there is no such file'],
  ['a file that is none', 'tokenizer: fine_tuning_config.yaml', 'it is no JSON'],
  ['max_tokens without one', 'pipeline: [scrub, max_tokens]', 'names no `tokenizer`'],
])('%s ends a run with 2 and a sentence', async (_, config, sentence) => {
  const project = new Workdir().write({ [LOG]: exchanges(0, 3), [CONFIG]: `${config}\n` });
  for (const command of ['stats', 'export']) {
    const { code, stderr } = await project.run([command, '--quiet']);
    expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
    expect(stderr).toContain('tokenizer');
  }
});

const LONG = { ...exchange(0), user_message: undefined, assistant_message: undefined };
const spoken = (turns: number) => ({
  ...LONG,
  messages: Array.from({ length: turns }, (_, n) => [
    { role: 'user', content: String(exchange(n).user_message) },
    { role: 'assistant', content: String(exchange(n).assistant_message) },
  ]).flat(),
});
const TRIMMED =
  'tokenizer: o200k_base\npipeline: [scrub, { use: max_tokens, max: 150 }]\nsplit: { train: 1, val: 0, test: 0 }\n';

test('what is longer than max_tokens goes out from where it fits, and stays so in the archive', async () => {
  const project = new Workdir().write({
    'data/training_logs/conversations_2020-01-01.jsonl': [spoken(8)],
    'data/training_logs/conversations_2020-02-01.jsonl': exchanges(60, 63),
    'data/training_logs/feedback_2020-02-01.jsonl': [{ id: 'ex-0', message_index: 1, stars: 1 }],
    [CONFIG]: TRIMMED,
  });
  const report = exportReport.parse(await json(project, 'export'));
  expect(report).toMatchObject({ records: 4, kept: 4, feedback: { joined: 1 } });
  const [first = ''] = rowsOf(project, 'train');
  expect(tokensOf(first)).toBeLessThanOrEqual(150);
  const { messages }: { messages: object[] } = JSON.parse(first);
  expect(messages.length).toBeGreaterThan(1);
  expect(messages).toEqual(spoken(8).messages.slice(-messages.length));
  const explained = await json(project, 'explain', 'ex-0');
  expect(explained).toMatchObject({
    outcome: 'kept',
    steps: expect.arrayContaining([expect.objectContaining({ stage: 'max_tokens', outcome: 'cut' })]),
  });

  const rows = rowsOf(project, 'train');
  expect(await json(project, 'prune')).toMatchObject({ pruned: 1, stayed: 0 });
  expect(exportReport.parse(await json(project, 'export'))).toMatchObject({ records: 4, kept: 4 });
  expect(rowsOf(project, 'train')).toEqual(rows);
});

test('joined sessions are cut to the limit, and every record is accounted for', async () => {
  const log = Array.from({ length: 9 }, (_, n) => exchange(n, { session_id: 'one' }));
  const project = new Workdir().write({ [LOG]: log, [CONFIG]: `${TRIMMED}conversation: { unit: session }\n` });
  const { records, kept, dropped, examples } = exportReport.parse(await json(project, 'export'));
  expect({ records, examples }).toEqual({ records: 9, examples: 1 });
  expect(dropped.by_reason).toEqual({ 'session_tokens.cut': 9 - kept });
  const [row = ''] = rowsOf(project, 'train');
  expect(tokensOf(row)).toBeLessThanOrEqual(150);
  expect(JSON.parse(row).messages).toHaveLength(kept * 2);
  expect(await json(project, 'stats')).toMatchObject({ tokens: { examples: 1, total: tokensOf(row) } });
  const [provenance = ''] = project.read('data/curated/chatml/provenance/train.jsonl').split('\n');
  expect(JSON.parse(provenance)).toMatchObject({ id: `ex-${9 - kept}`, line: 10 - kept });
});
