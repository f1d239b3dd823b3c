import { expect, test } from 'vitest';
import { clustersReport, explainReport } from './contracts.ts';
import { exchange, exchanges } from './logs.ts';
import { Workdir } from './workdir.ts';

const good = exchange(4);
const turns = [
  { role: 'user', content: good.user_message },
  { role: 'assistant', content: exchange(5).assistant_message },
];

const more = [
  { role: 'user', content: 'And what comes after that?' },
  { role: 'assistant', content: exchange(7).assistant_message },
];

/** A copy, a near copy and a chat that grew. */
const folder = new Workdir().write({
  'data/training_logs/conversations_2026-01-01.jsonl': [
    ...exchanges(0, 3),
    good,
    { ...good, example_id: 'copy', session_id: 'other', assistant_message: `${good.assistant_message}!` },
    { id: 'short', session: 'growing', messages: turns },
    { id: 'long', session: 'growing', messages: [...turns, ...more] },
  ],
});

async function clusters(...flags: string[]) {
  const { code, stdout } = await folder.run(['clusters', '--json', '--quiet', ...flags]);
  expect(code).toBe(0);
  return clustersReport.parse(JSON.parse(stdout));
}

test('who is in them, which one stays, and why the others went', async () => {
  const { largest, ...counts } = await clusters();
  expect(counts).toEqual({ min: 2, clusters: 2, conversations: 4, kept: 2 });
  const said = largest.flatMap(({ members }) =>
    members.map(({ id, line, kept_id, similarity, reason }) => [id, line, kept_id, similarity, reason]),
  );
  expect(said).toEqual([
    ['copy', 5, 'copy', 1, null],
    ['ex-4', 4, 'copy', 1, 'dedup.exact_duplicate'],
    ['long', 7, 'long', 1, null],
    ['short', 6, 'long', null, 'dedup.snapshot'],
  ]);
});

test('explain says the same of one of them', async () => {
  const { stdout } = await folder.run(['explain', 'short', '--json', '--quiet']);
  const report = explainReport.parse(JSON.parse(stdout));
  expect(report.cluster).toMatchObject({ size: 2, kept_id: 'long', similarity: null });
  expect(report.steps.at(-1)).toMatchObject({ stage: 'dedup', reason: 'snapshot' });
});

test('as many as are asked for, of so many members', async () => {
  expect((await clusters('-n', '1')).largest).toHaveLength(1);
  expect(await clusters('--min', '3')).toMatchObject({ clusters: 0, largest: [] });
  const { stdout } = await folder.run(['clusters', '--min', '3', '--quiet']);
  expect(stdout).toBe('There is no cluster of 3 conversations or more.\n');
});
