import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { explainReport } from './contracts.ts';
import { chatmlRows } from './exported.ts';
import { exchange, exchanges } from './logs.ts';
import { Workdir } from './workdir.ts';

const good = exchange(4);

/** One of each fate. */
const folder = new Workdir().write({
  'data/training_logs/conversations_2026-01-01.jsonl': [
    ...exchanges(0, 3),
    exchange(3, { assistant_message: 'No idea, sorry.' }),
    { ...good, assistant_message: `${good.assistant_message} &amp; so on` },
    { ...good, example_id: 'copy', session_id: 'other', assistant_message: `${good.assistant_message} &amp; so on!` },
    {
      id: 'long',
      messages: [
        { role: 'user', content: good.user_message },
        { role: 'assistant', content: exchange(5).assistant_message },
        { role: 'user', content: 'And then?' },
        { role: 'assistant', content: "I'm sorry, but I can't help with that request." },
      ],
    },
  ],
  'data/training_logs/feedback_2026-01.jsonl': [
    { example_id: 'ex-0', user_id: 'user-0', stars: 2 },
    { example_id: 'copy', user_id: 'user-0', stars: 5 },
  ],
});

async function explained(id: string) {
  const { code, stdout } = await folder.run(['explain', id, '--json']);
  expect(code).toBe(0);
  return explainReport.parse(JSON.parse(stdout));
}

test('a kept one: what each stage changed, and the split that export puts it into', async () => {
  expect((await folder.run(['export'])).code).toBe(0);
  const report = await explained('copy');
  expect(report).toMatchObject({ outcome: 'kept', file: 'conversations_2026-01-01.jsonl', line: 6, rating: 5 });
  expect(report.steps.find(({ stage }) => stage === 'decode_entities')?.outcome).toBe('changed');
  const written = chatmlRows(join(folder.path, 'data/curated/chatml')).find(({ from }) => from.id === 'copy');
  expect(report.split).toBe(written?.split);
  expect(report.messages.map(({ after }) => after)).toEqual(written?.row.messages.map(({ content }) => content));
  expect(report.messages[1]?.before).toContain('&amp; so on!');
});

test('dropped by a filter, and by its rating: with the measured value and the limit', async () => {
  const short = await explained('ex-3');
  expect(short).toMatchObject({ outcome: 'dropped', split: null });
  expect(short.steps.at(-1)).toMatchObject({
    ...{ stage: 'min_answer_length', outcome: 'dropped', reason: 'too_few_chars', measured: 15, limit: 50 },
  });
  expect(short.messages.every(({ after }) => after === null)).toBe(true);
  const rated = await explained('ex-0');
  expect(rated.steps.at(-1)).toMatchObject({ stage: 'rating', reason: 'below_min', measured: 2, limit: 4 });
  expect(rated.feedback.entries).toBe(1);
});

test('a duplicate names the one that is kept in its place', async () => {
  const report = await explained('ex-4');
  expect(report).toMatchObject({ outcome: 'dropped', cluster: { size: 2, kept_id: 'copy' } });
  expect(report.steps.at(-1)).toMatchObject({ stage: 'dedup', reason: 'exact_duplicate' });
});

test('a bad turn at the end is cut away', async () => {
  const report = await explained('long');
  expect(report.outcome).toBe('kept');
  expect(report.steps.find(({ outcome }) => outcome === 'cut')?.stage).toBe('drop_refusals');
  expect(report.messages.map(({ after }) => after !== null)).toEqual([true, true, false, false]);
});

test('for people: the verdict, the reason and the text', async () => {
  const kept = await folder.run(['explain', 'copy', '--quiet']);
  expect(kept.stdout).toMatch(/✓ Kept, goes to (train|val|test)/);
  expect(kept.stdout).toContain('one of 2 alike');
  expect(kept.stdout).not.toContain('\u001b');
  const dropped = await folder.run(['explain', 'ex-3', '--quiet']);
  expect(dropped.stdout).toMatch(/✗ Dropped by min_answer_length: .*\(measured\s+15, limit 50\)/s);
});

test('an id that no log has', async () => {
  const { code, stdout, stderr } = await folder.run(['explain', 'ex-404', '--quiet']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^curate: No conversation has the id "ex-404" in .*training_logs; .*\n$/);
});

test('of who opted out only that is told', async () => {
  const folder = new Workdir().write({
    'data/training_logs/conversations_2026-01-01.jsonl': exchanges(0, 9),
    'data/people.txt': 'user-1\n',
    'config/fine_tuning_config.yaml': 'privacy: { opt_out: people.txt }\n',
  });
  const run = await folder.run(['explain', 'ex-1', '--raw', '--json']);
  expect(JSON.parse(run.stdout)).toMatchObject({ user: null, session: null, messages: [], outcome: 'dropped' });
  expect(JSON.parse(run.stdout).steps).toMatchObject([{ stage: 'privacy', reason: 'opted_out' }]);
  const { stdout } = await folder.run(['explain', 'ex-1', '--raw']);
  expect(stdout).toContain('Dropped by privacy');
  for (const word of ['What is the best way', 'user-1']) expect(run.stdout + stdout).not.toContain(word);
});

test('formats of ratings use what conversations were too bad for', async () => {
  const { used_in } = z
    .object({ used_in: z.array(z.unknown()) })
    .parse(JSON.parse((await folder.run(['explain', 'ex-0', '--json'])).stdout));
  expect(used_in).toEqual([{ format: 'kto', as: 'undesirable', split: expect.stringMatching(/^(train|val|test)$/) }]);
  expect((await folder.run(['explain', 'ex-0'])).stdout).toMatch(/used in +kto as undesirable, /);
  const unrated = await folder.run(['explain', 'ex-1', '--json']);
  expect(JSON.parse(unrated.stdout).used_in).toEqual([]);
});
