import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkReport } from './contracts.ts';
import { exchange, exchanges } from './logs.ts';
import { Workdir } from './workdir.ts';

const LOG = 'data/training_logs/conversations_2026-01-01.jsonl';
const FEEDBACK = 'data/training_logs/feedback_2026-01.jsonl';

/** Every file with its size and times, to the nanosecond: a file that was only touched shows. */
function listing(folder: Workdir): string[] {
  return ['.', 'data', 'data/training_logs', ...folder.list()].map((name) => {
    const { size, mtimeNs, ctimeNs } = statSync(join(folder.path, name), { bigint: true });
    return `${name} ${size} ${mtimeNs} ${ctimeNs}`;
  });
}

async function checked(folder: Workdir, code: number) {
  const before = listing(folder);
  const run = await folder.run(['check', '--json']);
  expect(run.code).toBe(code);
  expect(listing(folder)).toEqual(before);
  return checkReport.parse(JSON.parse(run.stdout));
}

const messages = (report: Awaited<ReturnType<typeof checked>>, level: string): string[] =>
  report.problems.filter((problem) => problem.level === level).map(({ message }) => message);

test('all is well: says which files it reads and what would be written where, exit 0', async () => {
  const folder = new Workdir().write({ [LOG]: exchanges(0, 4), [FEEDBACK]: [{ example_id: 'ex-1', stars: 5 }] });
  const report = await checked(folder, 0);
  expect(report.problems).toEqual([]);
  expect(report.inputs.map(({ file, kind }) => [file, kind])).toEqual([
    ['conversations_2026-01-01.jsonl', 'conversations'],
    ['feedback_2026-01.jsonl', 'feedback'],
  ]);
  expect(report.plan).toMatchObject({ formats: ['chatml'], out: join(folder.path, 'data/curated/chatml') });
  const people = await folder.run(['check', '--quiet']);
  expect(people).toMatchObject({ code: 0, stderr: '' });
  expect(people.stdout).toContain('✓ Ready');
});

test('a glob that finds nothing is an error with a cure, exit 1', async () => {
  const folder = new Workdir().write({
    [LOG]: exchanges(0, 2),
    'config/fine_tuning_config.yaml': 'inputs: { conversations: [chats-*.jsonl] }',
  });
  const report = await checked(folder, 1);
  expect(messages(report, 'error').join()).toMatch(/no file fits chats-\*\.jsonl.*inputs\.conversations/);
  const people = await folder.run(['check', '--quiet']);
  expect(people.code).toBe(1);
  expect(people.stderr).toBe('curate: a problem keeps an export from being what you want; see above.\n');
});

test('no logs at all, logs of another shape, and a config that drops all are errors', async () => {
  const empty = await checked(new Workdir().write({ 'data/training_logs/readme.txt': '' }), 1);
  expect(messages(empty, 'error')).toHaveLength(1);
  const shape = await checked(new Workdir().write({ [LOG]: [{ ask: 'a', reply: 'b' }] }), 1);
  expect(messages(shape, 'error').join()).toContain('inputs.fields');
  const dropped = await checked(new Workdir().write({ [LOG]: [exchange(1, { assistant_message: 'No.' })] }), 1);
  expect(messages(dropped, 'error').join()).toContain('every record is dropped');
});

test('feedback that joins nothing, and feedback of another shape, are warnings', async () => {
  const orphans = new Workdir().write({ [LOG]: exchanges(0, 2), [FEEDBACK]: [{ example_id: 'other-1', stars: 5 }] });
  expect(messages(await checked(orphans, 0), 'warning').join()).toMatch(/None of 1 feedback entries belongs/);
  const shape = new Workdir().write({ [LOG]: exchanges(0, 2), [FEEDBACK]: [{ example_id: 'ex-1', mood: 'fine' }] });
  expect(messages(await checked(shape, 0), 'warning').join()).toContain('inputs.feedback_fields');
});

test('a filter that would drop over 80 % is a warning that names it; one that drops less is not', async () => {
  const short = (count: number) => [
    ...exchanges(0, 10 - count),
    ...exchanges(10, 10 + count, { assistant_message: 'Too short to teach anything.' }),
  ];
  const feedback = { [FEEDBACK]: [{ example_id: 'ex-0', stars: 5 }] };
  const most = await checked(new Workdir().write({ [LOG]: short(9), ...feedback }), 0);
  expect(messages(most, 'warning').join()).toMatch(/`min_answer_length` would drop 90 % .*`too_few_chars`/);
  const many = await checked(new Workdir().write({ [LOG]: short(8), ...feedback }), 0);
  expect(messages(many, 'warning')).toEqual([]);
});

test.each([
  ['container: csv', 'chatml does not go into CSV: its column `messages` is nested'],
  ['container: parquet, compress: gz', 'Parquet is compressed inside'],
])('what rows cannot be put into is an error: { %s }', async (packing, sentence) => {
  const folder = new Workdir().write({
    [LOG]: exchanges(0, 4),
    'config/fine_tuning_config.yaml': `export: { ${packing} }\n`,
  });
  expect(messages(await checked(folder, 1), 'error')).toEqual([expect.stringContaining(sentence)]);
});
