import { appendFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decideProject, withPool } from '../../src/engine/decideProject.ts';
import { progressReport } from '../../src/engine/progressReport.ts';
import { findInputs, openProject } from '../../src/engine/project.ts';
import { statsReport } from '../../src/engine/statsReport.ts';
import { SILENT } from '../../src/engine/surveyLogs.ts';
import type { Look, LookOutcome } from '../../src/service/looks/look.ts';
import { LookTaker } from '../../src/service/looks/lookTaker.ts';
import { progressShape, statsShape } from '../../src/service/reportShapes.ts';
import { exchanges } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

const NOW = new Date('2026-03-02T12:00:00Z');
const LOG = 'data/training_logs/conversations_2026-01-01.jsonl';
const FEEDBACK = 'data/training_logs/feedback_2026-01-01.jsonl';
const FILES = {
  [LOG]: exchanges(0, 12),
  [FEEDBACK]: [
    { example_id: 'ex-1', stars: 5, comment: 'thank you', timestamp: '2026-01-01T10:00:00Z' },
    { example_id: 'ex-2', thumbs: 'down' },
  ],
  'curate.yaml': 'goal: { examples: 100 }\n',
};

const folder = (files: Record<string, string | readonly object[]> = FILES) => {
  const { path } = new Workdir().write({ 'curate.yaml': '', ...files });
  return { path, options: { data: join(path, 'data'), config: join(path, 'curate.yaml') } };
};

function lookIn(outcome: LookOutcome): Look {
  if (outcome.kind !== 'look') throw new Error(`no look: ${JSON.stringify(outcome)}`);
  return outcome.look;
}

test('the numbers are those of the commands, and fit the document', async () => {
  const { options } = folder();
  const { stats, progress } = lookIn(await new LookTaker(options, () => NOW).look());
  const project = await openProject({ ...options, cache: 'off' });
  const inputs = await findInputs(project);
  const decided = await withPool(inputs, 0, (pool) => decideProject(project, inputs, pool, SILENT));
  expect(stats).toEqual(statsReport(project, decided));
  expect(progress).toEqual(progressReport(project, decided, NOW));
  expect(stats).toMatchObject({ records: 12, feedback: { entries: 2, rated: 2 } });
  expect(statsShape.parse(stats)).toEqual(stats);
  expect(progressShape.parse(progress)).toEqual(progress);
});

test('a folder with nothing in it, or none at all, is all zeros', async () => {
  for (const { options } of [folder({}), folder({ 'data/training_logs/notes.txt': 'nothing' })]) {
    const { stats, progress, comments } = lookIn(await new LookTaker(options, () => NOW).look());
    expect(stats).toMatchObject({ lines: 0, records: 0, kept: 0, users: 0, quality_rate: null, days: [] });
    expect(progress).toMatchObject({ kept: 0, percent: 0, eta: null });
    expect(comments).toEqual([]);
    expect(statsShape.parse(stats)).toEqual(stats);
    expect(progressShape.parse(progress)).toEqual(progress);
  }
});

test('feedback that comes before the first conversation is an orphan', async () => {
  const { options } = folder({ [FEEDBACK]: FILES[FEEDBACK] });
  const { stats, comments } = lookIn(await new LookTaker(options, () => NOW).look());
  expect(stats).toMatchObject({ records: 0, feedback: { entries: 2, orphans: 2 } });
  expect(comments).toHaveLength(1);
});

test('nothing is looked at twice; what was written since is', async () => {
  const { path, options } = folder();
  const taker = new LookTaker(options, () => NOW);
  lookIn(await taker.look());
  expect(await taker.look()).toEqual({ kind: 'same' });
  appendFileSync(join(path, FEEDBACK), '{"example_id":"ex-3","stars":4}\n');
  expect(lookIn(await taker.look()).stats.feedback.rated).toBe(3);
  expect(await taker.look()).toEqual({ kind: 'same' });
});

test('another config, a list and another day are reasons to look', async () => {
  const { path, options } = folder();
  let now = NOW;
  const taker = new LookTaker(options, () => now);
  const lookAgain = async (): Promise<Look> => {
    const look = lookIn(await taker.look());
    expect(await taker.look()).toEqual({ kind: 'same' });
    return look;
  };
  expect((await lookAgain()).stats.users).toBe(7);
  writeFileSync(join(path, 'data/gone.txt'), 'user-1\n');
  writeFileSync(join(path, 'curate.yaml'), 'privacy: { opt_out: gone.txt }\n');
  expect((await lookAgain()).stats.users).toBe(6);
  appendFileSync(join(path, 'data/gone.txt'), 'user-2\n');
  expect((await lookAgain()).stats.users).toBe(5);
  now = new Date('2026-03-03T00:00:01Z');
  expect((await lookAgain()).stats.users).toBe(5);
});

test('a mistake in the config is a sentence, and is mended by mending it', async () => {
  const { path, options } = folder();
  const taker = new LookTaker(options, () => NOW);
  lookIn(await taker.look());
  writeFileSync(join(path, 'curate.yaml'), 'goal: { examples: many }\n');
  expect(await taker.look()).toEqual({ kind: 'problem', sentence: expect.stringContaining('goal.examples') });
  writeFileSync(join(path, 'curate.yaml'), 'goal: { examples: 24 }\n');
  expect(lookIn(await taker.look()).progress.goal).toBe(24);
});

test('what was surveyed is kept for the next run, every ten seconds at the most', async () => {
  const { path, options } = folder();
  let now = NOW.getTime();
  const taker = new LookTaker(options, () => new Date(now));
  const kept = () =>
    readdirSync(join(path, 'data/.curate/cache')).map((name) => statSync(join(path, 'data/.curate/cache', name)).ino);
  const lookAfter = async (milliseconds: number): Promise<number[]> => {
    now += milliseconds;
    appendFileSync(join(path, LOG), `${JSON.stringify({ id: `more-${now}`, prompt: 'Who?', completion: 'Me.' })}\n`);
    expect(lookIn(await taker.look()).stats.records).toBe(++records);
    return kept();
  };
  let records = 12;
  const first = await lookAfter(0);
  expect(await lookAfter(5000)).toEqual(first);
  expect(await lookAfter(4999)).toEqual(first);
  expect(await lookAfter(1)).not.toEqual(first);
});
