import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportReport } from './contracts.ts';
import { chatmlRows, expectAccounted } from './exported.ts';
import { exchange } from './logs.ts';
import { Workdir } from './workdir.ts';

const one = { session_id: 'one' };
const two = { session_id: 'two' };

/** Session one runs over midnight, and its lines stand out of order; of session two the last answer is useless. */
const FILES = {
  'config/fine_tuning_config.yaml': 'conversation: { unit: session }',
  'data/training_logs/conversations_2026-01-01.jsonl': [
    exchange(2, { ...one, timestamp: '2026-01-01T23:58:00Z' }),
    exchange(1, { ...one, timestamp: '2026-01-01T23:50:00Z' }),
    exchange(5, { ...two, timestamp: '2026-01-01T10:00:00Z' }),
    exchange(6, { ...two, timestamp: '2026-01-01T10:01:00Z', assistant_message: 'No.' }),
    exchange(8, { session_id: undefined }),
  ],
  'data/training_logs/conversations_2026-01-02.jsonl': [
    exchange(3, { ...one, timestamp: '2026-01-02T00:01:00Z' }),
    exchange(7, { ...two, timestamp: '2026-01-02T08:00:00Z' }),
  ],
};

test('a session becomes one conversation in time order across files, and ends before its first bad turn', async () => {
  const folder = new Workdir().write(FILES);
  const { code, stdout } = await folder.run(['export', '--json']);
  expect(code).toBe(0);
  const report = exportReport.parse(JSON.parse(stdout));
  expectAccounted(report);
  expect(report).toMatchObject({ records: 7, kept: 5, examples: 3 });
  expect(report.dropped.by_reason).toEqual({
    'min_answer_length.too_few_chars': 1,
    'session.after_bad_turn': 1,
  });
  expect(report.splits.train + report.splits.val + report.splits.test).toBe(3);
  const rows = chatmlRows(join(folder.path, 'data/curated/chatml'));
  const first = (number: number) => FILES['data/training_logs/conversations_2026-01-01.jsonl'][number];
  const last = FILES['data/training_logs/conversations_2026-01-02.jsonl'][0];
  expect(rows.map(({ from }) => from.exchanges?.map(({ id }) => id).join(' ')).sort()).toEqual([
    'ex-1 ex-2 ex-3',
    'ex-5',
    'ex-8',
  ]);
  const joined = rows.find(({ from }) => from.id === 'ex-1');
  expect(joined?.row.messages.map(({ content }) => content)).toEqual(
    [first(1), first(0), last].flatMap((line) => [line?.user_message, line?.assistant_message]),
  );
  expect(joined?.from.exchanges?.at(-1)).toEqual({ id: 'ex-3', file: 'conversations_2026-01-02.jsonl', line: 1 });
});

test('with `bad_turn: drop` a session with a bad turn is lost as a whole', async () => {
  const folder = new Workdir().write({
    ...FILES,
    'config/fine_tuning_config.yaml': 'conversation: { unit: session, bad_turn: drop }',
  });
  const report = exportReport.parse(JSON.parse((await folder.run(['export', '--json'])).stdout));
  expectAccounted(report);
  expect(report.dropped.by_reason).toMatchObject({ 'session.has_bad_turn': 2 });
  expect(report.examples).toBe(2);
});

test('without joining, the report says nothing of examples, and a session still stays in one split', async () => {
  const session = Array.from({ length: 12 }, (_, place) => exchange(place, { session_id: 'long' }));
  const folder = new Workdir().write({ 'data/training_logs/conversations_2026-01-01.jsonl': session });
  const report = exportReport.parse(JSON.parse((await folder.run(['export', '--json'])).stdout));
  expect(report.examples).toBeUndefined();
  expect(Object.values(report.splits).filter((count) => count > 0)).toEqual([12]);
});

test('numbers of personal data run on through a session', async () => {
  const folder = new Workdir().write({
    'config/fine_tuning_config.yaml':
      'conversation: { unit: session }\nprivacy: { entities: { EMAIL: numbered } }\nfeedback: { unrated: keep }',
    'data/training_logs/conversations_2026-01-01.jsonl': [
      exchange(1, { ...one, user_message: 'I am ann@example.com. How does the river find its way?' }),
      exchange(2, { ...one, user_message: 'And bob@example.com, or ann@example.com, what do they see?' }),
      exchange(5, { ...two, user_message: 'Here bob@example.com writes: which bridge is the oldest?' }),
    ],
  });
  expect((await folder.run(['export'])).code).toBe(0);
  const asked = chatmlRows(join(folder.path, 'data/curated/chatml'))
    .map(({ row }) => row.messages.filter(({ role }) => role === 'user').map(({ content }) => content))
    .sort((a, b) => b.length - a.length);
  expect(asked).toEqual([
    ['I am [EMAIL_1]. How does the river find its way?', 'And [EMAIL_2], or [EMAIL_1], what do they see?'],
    ['Here [EMAIL_1] writes: which bridge is the oldest?'],
  ]);
});
