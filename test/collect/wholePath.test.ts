import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decideProject, withPool } from '../../src/engine/decideProject.ts';
import { runExport } from '../../src/engine/export/runExport.ts';
import { runForget } from '../../src/engine/forget/runForget.ts';
import { findInputs, openProject, type Project } from '../../src/engine/project.ts';
import { statsReport } from '../../src/engine/statsReport.ts';
import { SILENT } from '../../src/engine/surveyLogs.ts';
import type { StatsReport } from '../../src/report/types.ts';
import { exchange } from '../commands/logs.ts';
import { CollectWorld, KEY } from './world.ts';

const COUNT = 20;

/** Twenty exchanges of seven users in seven sessions, of which every second is rated. */
async function collected(scrub: 'at_curation' | 'at_write', config: object = {}): Promise<CollectWorld> {
  const world = new CollectWorld({ ...config, collect: { scrub } });
  const { conversations, feedback, close } = await world.open();
  for (let number = 0; number < COUNT; number++) {
    const { user_message, assistant_message } = exchange(number);
    const { conversation_id } = await conversations.log({
      ...{ user_message: String(user_message), assistant_message: String(assistant_message) },
      ...{ user_id: `user-${Math.floor(number / 3)}`, session_id: `session-${Math.floor(number / 3)}` },
    });
    if (number % 2 === 0) await feedback.submit({ conversation_id, stars: 1 + (number % 5), comment: 'so it is' });
  }
  await close();
  return world;
}

function project({ data }: CollectWorld, config = '{}\n'): Promise<Project> {
  const file = join(data, 'config.yaml');
  writeFileSync(file, config);
  return openProject({ data, config: file, cache: 'off', id_key: KEY });
}

async function stats(opened: Project): Promise<StatsReport> {
  const inputs = await findInputs(opened);
  const decided = await withPool(inputs, 0, (pool) => decideProject(opened, inputs, pool, SILENT));
  return statsReport(opened, decided);
}

test.each(['at_curation', 'at_write'] as const)(
  'what is collected is what `curate stats` counts (%s)',
  async (scrub) => {
    const world = await collected(scrub);
    const report = await stats(await project(world));
    expect(report).toMatchObject({
      ...{ records: COUNT, users: 7, sessions: 7 },
      feedback: { rated: COUNT / 2, rate: 0.5, mean_stars: 3 },
      days: [{ date: '2026-03-04', records: COUNT }],
    });
  },
);

interface Row {
  readonly user: string;
  readonly session: string;
  readonly split: string;
  readonly text: string;
}

async function exported(world: CollectWorld): Promise<Row[]> {
  const opened = await project(world, 'conversation: { unit: exchange }\nfeedback: { unrated: keep }\n');
  await runExport(opened, { format: 'json', id_key: KEY, workers: 0, listener: SILENT, stdout: process.stdout });
  return ['train', 'val', 'test'].flatMap((split) => rowsOf(join(opened.curated, 'json', `${split}.json`), split));
}

function rowsOf(path: string, split: string): Row[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return []; // an empty split has no file
  }
  const rows: Record<string, unknown>[] = JSON.parse(text);
  return rows.map((row) => ({
    ...{ user: String(row.user_hash ?? row.user), session: String(row.session_hash ?? row.session_id), split },
    text: JSON.stringify(row.messages),
  }));
}

test('an export names the same people with both, and keeps those of one session together', async () => {
  const raw = await exported(await collected('at_curation'));
  const hashed = await exported(await collected('at_write'));
  expect(raw.length).toBeGreaterThan(10);
  const named = (rows: readonly Row[]) => rows.map(({ user, session, text }) => `${user} ${session} ${text}`).sort();
  expect(named(hashed)).toEqual(named(raw));
  for (const { user, session } of hashed) expect(`${user} ${session}`).toMatch(/^[0-9a-f]{16} [0-9a-f]{16}$/);
  for (const rows of [raw, hashed]) {
    const places = new Set(rows.map(({ session, split }) => `${session} ${split}`));
    expect(places.size).toBe(new Set(rows.map(({ session }) => session)).size);
  }
});

test('`curate forget --user` finds lines that have only the pseudonym, and the door keeps them out from then on', async () => {
  const world = await collected('at_write');
  const subject = { kind: 'user', given: 'user-2' } as const;
  const report = await runForget(await project(world), { subject, also: [], dry_run: false, id_key: KEY });
  expect(report).toMatchObject({ left: [], lines: 3 + 2 });
  expect(world.lines('conversations')).toHaveLength(COUNT - 3);
  expect(world.lines('feedback')).toHaveLength(COUNT / 2 - 2);
  const { conversations, close } = await world.open();
  const back = await conversations.log({ user_id: 'user-2', user_message: 'a question', assistant_message: 'b' });
  await close();
  expect(back.status).toBe('opted_out');
});

test('who opts out by raw id later is left out of lines that have only the pseudonym', async () => {
  const world = await collected('at_write');
  world.write('out.txt', 'user-2\n');
  const report = await stats(await project(world, 'privacy: { opt_out: out.txt }\n'));
  expect(report.dropped.by_reason).toMatchObject({ 'privacy.opted_out': 3 });
});
