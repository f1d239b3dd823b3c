import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { exportReport, exportsReport } from '../commands/contracts.ts';
import { damage, declaredReasons, expectAccounted, readLines, SPLITS } from '../commands/exported.ts';
import { exchange } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

const LOG = 'data/training_logs/conversations_2026-01-01.jsonl';
const FEEDBACK = 'data/training_logs/feedback_2026-01.jsonl';
const messages = z.array(z.object({ role: z.string(), content: z.string() }));
const ktoRow = z.strictObject({ prompt: messages, completion: messages, label: z.boolean() });
const pairRow = z.strictObject({ prompt: messages, chosen: messages, rejected: messages });
const source = z.strictObject({ id: z.string(), file: z.string(), line: z.number() });
const pairOrigin = z.looseObject({
  id: z.string(),
  origin: z.string(),
  margin: z.number(),
  chosen: source,
  rejected: source,
  exchanges: z.array(source),
});
const balanced = exportReport.extend({ balance: z.record(z.string(), z.unknown()), examples: z.number() });

const LONG = {
  example_id: 'long',
  timestamp: '2026-01-01T12:00:00Z',
  messages: [
    { role: 'system', content: 'You help gardeners, in short words and without any jokes.' },
    { role: 'user', content: 'How do I water a cactus in winter, please?' },
    { role: 'assistant', content: 'Every day, with a bucket of cold water, and then once more.' },
    { role: 'user', content: 'That seems a lot. Are you quite sure about it?' },
    { role: 'assistant', content: 'No. Once a month is plenty, and only a little, with warm water.' },
  ],
};

/** Answers 0 to 9, of which some are rated, and a longer conversation with two rated answers. */
const FILES = {
  [LOG]: [...Array.from({ length: 10 }, (_, n) => exchange(n)), LONG],
  [FEEDBACK]: [
    { example_id: 'ex-0', score: 5 },
    { example_id: 'ex-1', score: 1 },
    { example_id: 'ex-2', score: 3 },
    { example_id: 'ex-3', thumbs: 'down' },
    { example_id: 'long', message_index: 2, score: 1 },
    { example_id: 'long', message_index: 4, score: 5 },
  ],
};

async function run(folder: Workdir, ...args: string[]) {
  const { code, stdout, stderr } = await folder.run(['export', '--json', '--quiet', ...args]);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
}

/** The rows of a folder of `data/curated` with their provenance. */
function rowsOf<Row extends z.ZodType, From extends z.ZodType>(folder: Workdir, format: string, row: Row, from: From) {
  return SPLITS.flatMap((split) => {
    const path = join(folder.path, 'data/curated', format);
    if (!existsSync(join(path, `${split}.jsonl`))) return [];
    const origins = readLines(join(path, `provenance/${split}.jsonl`), from);
    const rows = readLines(join(path, `${split}.jsonl`), row);
    expect(origins.length).toBe(rows.length);
    return rows.map((one, place) => ({ split, row: one, from: origins[place] }));
  });
}

test('every rated answer is a row, good or bad, and every record is accounted for', async () => {
  const folder = new Workdir().write(FILES);
  const report = balanced.parse(await run(folder, '--format', 'kto'));
  expectAccounted(report);
  expect(report).toMatchObject({ records: 11, kept: 4, examples: 5, format: 'kto' });
  expect(report.dropped.by_reason).toEqual({ 'signal.unclear_rating': 1, 'signal.unrated': 6 });
  expect(report.balance).toMatchObject({ kind: 'rated', desirable: 2, undesirable: 3 });
  const declared = await declaredReasons(folder);
  for (const reason of Object.keys(report.dropped.by_reason)) expect(declared).toContain(reason);
  const rows = rowsOf(folder, 'kto', ktoRow, z.looseObject({ id: z.string(), label: z.boolean(), rating: z.number() }));
  expect(rows.map(({ row, from }) => [from?.id, row.label, from?.label, from?.rating]).sort()).toEqual([
    ['ex-0', true, true, 5],
    ['ex-1', false, false, 1],
    ['ex-3', false, false, 1],
    ['long', false, false, 1],
    ['long', true, true, 5],
  ]);
  const long = rows.filter(({ from }) => from?.id === 'long').sort((one) => (one.row.label ? 1 : -1));
  expect(long.map(({ row }) => [row.prompt.length, row.completion.map(({ content }) => content)])).toEqual([
    [2, [LONG.messages[2]?.content]],
    [4, [LONG.messages[4]?.content]],
  ]);
  expect(damage(join(folder.path, 'data/curated/kto'))).toEqual([]);
  const card = readFileSync(join(folder.path, 'data/curated/kto/README.md'), 'utf8');
  expect(card).toContain('5 rated answers of a chatbot');
  expect(card).toContain('2 desirable and 3 undesirable');
});

test('conversations and rows of ratings come of one run, and conversations are what they are alone', async () => {
  const alone = new Workdir().write(FILES);
  await run(alone, '--format', 'chatml');
  const both = new Workdir().write(FILES);
  const report = exportsReport.parse(await run(both, '--format', 'kto,chatml,preference', '--workers', '2'));
  expect(report.formats.map(({ format }) => format)).toEqual(['kto', 'chatml', 'preference']);
  for (const one of report.formats) expectAccounted(one);
  for (const name of readdirSync(join(alone.path, 'data/curated/chatml')).filter((one) => one.endsWith('.jsonl')))
    expect(both.read(`data/curated/chatml/${name}`)).toBe(alone.read(`data/curated/chatml/${name}`));
});

test('the same logs give the same rows, however many workers and with the digests of before', async () => {
  const one = new Workdir().write(FILES);
  const other = new Workdir().write(FILES);
  await run(one, '--format', 'kto', '--workers', '0');
  await run(other, '--format', 'kto,preference', '--workers', '2');
  await run(other, '--format', 'kto', '--workers', '2');
  for (const name of one.list('data/curated/kto').filter((file) => file.endsWith('.jsonl')))
    expect(other.read(`data/curated/kto/${name}`)).toBe(one.read(`data/curated/kto/${name}`));
});

const CORRECTED = 'You can boil it for ten minutes, said anna@example.com, and then let it cool down slowly.';
const CORRECTIONS = [
  { example_id: 'ex-0', score: 2, correction: CORRECTED, user_id: 'editor' },
  { example_id: 'ex-1', correction: 'No.', user_id: 'editor' },
  { example_id: 'ex-2', score: 1, correction: String(exchange(2).assistant_message).replace('.', '  !!') },
  {
    example_id: 'long',
    message_index: 2,
    score: 1,
    correction: 'Hardly at all: a small cup once a month is quite enough.',
  },
];

test.each(['', '.gz'])(
  'a correction is the better answer, cleaned and scrubbed, or tells why it is not: feedback%s',
  async (end) => {
    const folder = new Workdir().write({ [LOG]: FILES[LOG] ?? [], [`${FEEDBACK}${end}`]: CORRECTIONS });
    const report = balanced.parse(await run(folder, '--format', 'preference'));
    expectAccounted(report);
    expect(report).toMatchObject({
      kept: 2,
      examples: 2,
      balance: { origins: { correction: 2, regenerated: 0, same_prompt: 0 } },
    });
    expect(report.dropped.by_reason).toEqual({
      'signal.unrated': 7,
      'signal.correction_dropped': 1,
      'signal.identical': 1,
    });
    const rows = rowsOf(folder, 'preference', pairRow, pairOrigin);
    const short = rows.find(({ from }) => from?.id === 'ex-0');
    expect(short?.row).toEqual({
      prompt: [{ role: 'user', content: exchange(0).user_message }],
      chosen: [{ role: 'assistant', content: CORRECTED.replace('anna@example.com', '[EMAIL]') }],
      rejected: [{ role: 'assistant', content: exchange(0).assistant_message }],
    });
    expect(short?.from).toMatchObject({
      origin: 'correction',
      margin: 3,
      chosen: { id: 'ex-0', file: `feedback_2026-01.jsonl${end}`, line: 1 },
      rejected: { id: 'ex-0', file: 'conversations_2026-01-01.jsonl', line: 1 },
    });
    const long = rows.find(({ from }) => from?.id === 'long');
    expect(long?.row.prompt.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(long?.row.rejected[0]?.content).toBe(LONG.messages[2]?.content);
    expect(long?.row.chosen[0]?.content).toMatch(/^Hardly/);
  },
);

test('two answers to a question that was asked again are a pair', async () => {
  const again = (id: string, answer: string, more: object = {}) =>
    exchange(0, { example_id: id, session_id: 's', assistant_message: answer, ...more });
  const answers = [
    'Wait for the rain and hope that it comes soon enough for you.',
    'Take a watering can and pour slowly until the soil is dark.',
  ];
  const folder = new Workdir().write({
    [LOG]: answers.map((answer, n) => again(`try-${n}`, answer, { timestamp: `2026-01-01T10:0${n}:00Z` })),
    [FEEDBACK]: [
      { example_id: 'try-0', score: 2 },
      { example_id: 'try-1', score: 4 },
    ],
  });
  for (const unit of ['exchange', 'session']) {
    folder.write({ 'config/fine_tuning_config.yaml': `conversation: { unit: ${unit} }` });
    const report = balanced.parse(await run(folder, '--format', 'preference'));
    expect(report).toMatchObject({
      kept: 2,
      balance: { origins: { regenerated: 1 }, margin: { min: 2, mean: 2, max: 2 } },
    });
    const [pair] = rowsOf(folder, 'preference', pairRow, pairOrigin);
    expect(pair?.row.prompt.length).toBe(1);
    expect([pair?.row.chosen[0]?.content, pair?.row.rejected[0]?.content]).toEqual([answers[1], answers[0]]);
    expect(pair?.from).toMatchObject({ origin: 'regenerated', chosen: { id: 'try-1' }, rejected: { id: 'try-0' } });
  }
});

test('in sessions the rated answer has what was said before as its prompt', async () => {
  const folder = new Workdir().write({ ...FILES, 'config/fine_tuning_config.yaml': 'conversation: { unit: session }' });
  const report = balanced.parse(await run(folder, '--format', 'kto'));
  expectAccounted(report);
  const from = z.looseObject({ exchanges: z.array(source) });
  const rows = rowsOf(folder, 'kto', ktoRow, from).filter(
    ({ from: { exchanges } = { exchanges: [] } }) => exchanges.length > 1,
  );
  expect(rows.map(({ row, from }) => [row.prompt.length, row.label, from?.exchanges.map(({ id }) => id)])).toEqual([
    [3, false, ['ex-0', 'ex-1']],
  ]);
});

test('without feedback there is nothing to write, and `all` leaves such formats out', async () => {
  const folder = new Workdir().write({ [LOG]: FILES[LOG] ?? [] });
  const { code, stdout } = await folder.run(['export', '--format', 'kto', '-o', 'kto.jsonl']);
  expect([code, stdout]).toEqual([0, expect.stringContaining('Nothing to write')]);
  const all = await folder.run(['export', '--format', 'all', '--json']);
  expect(all.code).toBe(0);
  expect(JSON.parse(all.stdout).left_out).toContain('preference');
  expect(all.stderr).toMatch(/left out kto, preference/);
  expect(readdirSync(join(folder.path, 'data/curated'))).not.toContain('kto');
});

test('whoever is forgotten goes with what they wrote as a better answer, and others stay', async () => {
  const folder = new Workdir().write({
    [LOG]: FILES[LOG] ?? [],
    [FEEDBACK]: [...CORRECTIONS.slice(0, 1), { ...CORRECTIONS[3], user_id: 'other' }],
  });
  await run(folder, '--format', 'preference,kto');
  const ids = (format: string, from = z.looseObject({ id: z.string() })) =>
    rowsOf(folder, format, z.unknown(), from)
      .map((one) => one.from?.id)
      .sort();
  expect([ids('preference'), ids('kto')]).toEqual([
    ['ex-0', 'long'],
    ['ex-0', 'long'],
  ]);
  const { code, stderr } = await folder.run(['forget', '--user', 'editor', '--quiet']);
  expect(code, stderr).toBe(0);
  // A label is nobody's words; the next export knows the rating no more.
  expect([ids('preference'), ids('kto')]).toEqual([['long'], ['ex-0', 'long']]);
  expect(damage(join(folder.path, 'data/curated/preference'))).toEqual([]);
  const { account } = JSON.parse(folder.read('data/curated/preference/manifest.json'));
  expect([account.kept, account.dropped.by_reason['privacy.forgotten']]).toEqual([1, 1]);
  expect(folder.read('data/curated/preference/README.md')).toContain('1 pair of answers of a chatbot');
  expect((await folder.run(['forget', '--conversation', 'long', '--quiet'])).code).toBe(0);
  expect([ids('preference'), ids('kto')]).toEqual([[], ['ex-0']]);
});

test('a stream has the rows of all splits, and margins are floats in each', async () => {
  const folder = new Workdir().write({ [LOG]: FILES[LOG] ?? [], [FEEDBACK]: CORRECTIONS });
  const { code, stdout } = await folder.run(['export', '--format', 'reward', '-o', '-', '--quiet']);
  expect(code).toBe(0);
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows.map(({ margin }) => margin).sort()).toEqual([3, 4]);
  for (const line of stdout.trimEnd().split('\n')) expect(line).toMatch(/"margin":\d\.\d/);
});
