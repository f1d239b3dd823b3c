import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pseudonymizer } from '../../../src/measures/pseudonym.ts';
import { exchange, exchanges } from '../../commands/logs.ts';
import { PruneProject } from './project.ts';

const FIRST = 'conversations_2026-01-01.jsonl';
const NEWEST = { 'conversations_2026-02-01.jsonl': exchanges(900, 903) };
const key = pseudonymizer('a key');

/** Lines of a file of the archive. */
const linesOf = (project: PruneProject, name: string) =>
  project
    .read(`archive/${name}`)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

async function pruned(logs: Record<string, string | readonly object[]>, config = ''): Promise<PruneProject> {
  const project = new PruneProject({ ...NEWEST, ...logs }, config);
  await project.export();
  expect((await project.prune()).stayed).toBe(0);
  return project;
}

test('the archive has what exports need, and neither raw ids nor personal data nor comments', async () => {
  const talk = {
    id: 'c-1',
    user_id: 'zanthorpe',
    session_id: 'mirfield',
    timestamp: 1_767_225_600_123,
    intent: 'billing',
    messages: [
      { role: 'system', content: 'Be brief, brindlewhisk.' },
      { role: 'user', content: 'What does a widget with my name cost? Write to jo.doe@example.com soon.' },
      { role: 'user', content: 'And how long is the delivery of one such widget to me?' },
      { role: 'assistant', content: 'A widget costs four pounds, and its delivery takes two days.', secret: 'unkept' },
    ],
  };
  const refused = exchange(2, { user_id: 'zanthorpe', session_id: undefined, assistant_message: 'No.' });
  const project = await pruned({
    [FIRST]: `${JSON.stringify(talk)}\n{"broken": "quixotrellum\n${JSON.stringify(refused)}\n`,
    'feedback_2026-01-01.jsonl': [
      {
        id: 'c-1',
        user_id: 'zanthorpe',
        message_index: 3,
        score: 4.5,
        comment: 'quixotrellum',
        timestamp: 1_767_225_700,
      },
      { id: 'c-1', user_hash: '0123456789abcdef', vote: 'down', correction: 'Write to jo.doe@example.com instead.' },
      { id: 'c-2', comment: 'quixotrellum' },
    ],
    'feedback_2026-02-01.jsonl': [{ id: 'ex-900', stars: 5 }],
  });
  const [line, ...more] = linesOf(project, FIRST);
  expect(more).toEqual([]);
  expect(line).toMatchObject({
    archived: 'conversation',
    id: 'c-1',
    timestamp: '2026-01-01T00:00:00.123Z',
    user_hash: key('zanthorpe'),
    session_hash: key('mirfield'),
    intent: 'billing',
    language: 'en',
  });
  expect(line.messages.map(({ role, index }: { role: string; index?: number }) => [role, index])).toEqual([
    ['system', undefined], // where it stands
    ['user', 2],
    ['assistant', 3],
  ]);
  expect(line.messages[1].content).toContain('[EMAIL] soon.\n\nAnd how long');
  const [rated, corrected, commented] = linesOf(project, 'feedback_2026-01-01.jsonl');
  expect(rated).toMatchObject({ message_index: 3, score: 4.5, comment: '[removed]', user_hash: key('zanthorpe') });
  expect(corrected).toMatchObject({
    vote: 'down',
    user_hash: '0123456789abcdef',
    correction: 'Write to [EMAIL] instead.',
  });
  expect(commented).toEqual({ archived: 'feedback', id: 'c-2', groups: { user: 0 }, comment: '[removed]' });
  const left = project.text('archive') + project.text('privacy') + project.text('training_logs');
  for (const word of ['zanthorpe', 'mirfield', 'jo.doe', 'quixotrellum', 'unkept', 'No.'])
    expect(left).not.toContain(word);
  const { feedback } = await project.stats();
  expect(feedback).toMatchObject({ entries: 4, joined: 3, orphans: 1, comments: 2, corrections: 1, rated: 2 });
});

test('a receipt for each file: what it was, how many records, and when', async () => {
  const project = await pruned({ [FIRST]: [...exchanges(0, 3), exchange(3, { assistant_message: 'No.' })] });
  const receipts = project
    .read('privacy/pruned.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const [input] = JSON.parse(project.read('curated/chatml/manifest.json')).inputs;
  expect(receipts).toEqual([
    { file: FIRST, sha256: input.sha256, records: 4, archived: 3, when: '2040-01-01T00:00:00.000Z' },
  ]);
});

test('every kind of file, and those in folders and outside', async () => {
  const elsewhere = new PruneProject({ 'chat_2026-01-05.jsonl': exchanges(40, 43) });
  const outside = join(elsewhere.data, 'training_logs/chat_2026-01-05.jsonl');
  const globs = `["**/conversations*", "${outside}"]`;
  const project = new PruneProject(
    {
      ...NEWEST,
      'conversations_2026-01-02.jsonl.gz': exchanges(10, 13),
      'conversations_2026-01-03.json': JSON.stringify(exchanges(20, 23)),
      'deep/conversations_2026-01-04.json.gz': JSON.stringify(exchanges(30, 33)),
    },
    `inputs: { conversations: ${globs} }`,
  );
  await project.export();
  const rows = project.rows();
  expect(await project.prune()).toMatchObject({ pruned: 4, stayed: 0 });
  expect(project.list('training_logs')).toEqual(Object.keys(NEWEST));
  expect(elsewhere.list('training_logs')).toEqual([]);
  expect(project.list('archive')).toEqual([
    `_root${outside}`,
    'conversations_2026-01-02.jsonl.gz.jsonl',
    'conversations_2026-01-03.json.jsonl',
    'deep/conversations_2026-01-04.json.gz.jsonl',
  ]);
  await project.export();
  expect(project.rows()).toEqual(rows);
});

test('a log that is there beside its archive counts, and is pruned anew', async () => {
  const project = new PruneProject({ ...NEWEST, [FIRST]: exchanges(0, 9) });
  await project.export();
  const copy = join(project.path, 'copy');
  cpSync(join(project.data, 'training_logs'), copy, { recursive: true });
  await project.prune();
  const archive = project.read(`archive/${FIRST}`);
  cpSync(copy, join(project.data, 'training_logs'), { recursive: true });
  expect((await project.stats()).records).toBe(12);
  await project.export();
  expect(project.text('curated/chatml/provenance')).not.toContain('archive/');
  expect(await project.prune()).toMatchObject({ pruned: 1 });
  expect(project.read(`archive/${FIRST}`)).toBe(archive);
});

test('a log of which nothing is kept leaves no archive', async () => {
  const project = await pruned({ [FIRST]: [exchange(1, { assistant_message: 'No.', session_id: undefined })] });
  expect([project.list('archive'), project.list('training_logs')]).toEqual([[], Object.keys(NEWEST)]);
});

test('a dry run says what a run does, and writes nothing', async () => {
  const project = new PruneProject({ ...NEWEST, [FIRST]: exchanges(0, 9) });
  await project.export();
  const before = project.list('.');
  const planned = await project.prune({ dry_run: true });
  expect(project.list('.')).toEqual(before);
  expect(planned).toMatchObject({ dry_run: true, pruned: 1 });
  expect({ ...(await project.prune()), dry_run: true }).toEqual(planned);
});

test('feedback that comes late finds an archived conversation, and the answer in it', async () => {
  const talk = {
    ...exchange(1),
    messages: [1, 2, 3].flatMap((turn) => [
      { role: 'user', content: `${exchange(turn * 100).user_message}` },
      { role: 'assistant', content: `${exchange(turn * 100).assistant_message}` },
    ]),
  };
  const early = { id: 'ex-1', user_id: 'u-1', message_index: 3, stars: 5, timestamp: '2026-01-01T10:00:00Z' };
  const late = { ...early, stars: 1, timestamp: '2026-05-01T10:00:00Z' };
  const logs = { [FIRST]: [talk], 'feedback_2026-01-01.jsonl': [early], 'feedback_2026-02-01.jsonl': [] };
  const project = await pruned(logs);
  project.log({ 'feedback_2026-05-01.jsonl': [late] });
  await project.export();
  const fresh = new PruneProject({ ...NEWEST, ...logs, 'feedback_2026-05-01.jsonl': [late] });
  await fresh.export();
  expect(project.rows()).toEqual(fresh.rows());
  expect(project.provenance()).toEqual(fresh.provenance());
  expect(project.text('curated/json')).toContain(`${exchange(100).assistant_message}`);
  expect(project.text('curated/json')).not.toContain(`${exchange(200).assistant_message}`); // the latest word of u-1
});

test('the latest word of a user counts, also where the one before it is archived', async () => {
  const early = { id: 'ex-1', user_id: 'u-1', stars: 1, timestamp: '2026-01-01T10:00:00Z' };
  const logs = { [FIRST]: [exchange(1)], 'feedback_2026-01-01.jsonl': [early], 'feedback_2026-02-01.jsonl': [] };
  const project = await pruned(logs);
  expect(project.text('curated/json')).not.toContain('"id":"ex-1"');
  project.log({ 'feedback_2026-05-01.jsonl': [{ ...early, stars: 5, timestamp: '2026-05-01T10:00:00Z' }] });
  await project.export();
  expect(project.text('curated/json')).toContain('"id":"ex-1"');
  expect((await project.stats()).feedback).toMatchObject({ rated: 1, mean_stars: 5 });
});

test('a line may be longer in the archive than a log may have it', async () => {
  const talk = Array.from({ length: 60 }, (_, turn) => [
    `Is ${turn} odd?`,
    `It is ${turn % 2 === 0 ? 'not ' : ''}odd.`,
  ]);
  const long = { id: 'c-1', timestamp: '2026-01-01T00:00:00Z', messages: talk };
  const limit = Math.max(2048, JSON.stringify(long).length);
  const project = await pruned({ [FIRST]: [long] }, `inputs: { max_line_bytes: ${limit} }\npipeline: [scrub]`);
  expect(project.read(`archive/${FIRST}`).length).toBeGreaterThan(1.5 * limit);
  await project.export();
  expect(await project.stats()).toMatchObject({ records: 4, malformed: 0 });
});

test('what comes later of a user or a session goes where its archived lines went', async () => {
  const config =
    'conversation: { unit: session }\nsplit: { by: user, train: 0.34, val: 0.33, test: 0.33 }\ncaps: { max_per_user: 2 }';
  const logs = { [FIRST]: exchanges(0, 40) };
  const later = { 'conversations_2026-05-01.jsonl': exchanges(40, 80), ...NEWEST };
  const project = await pruned(logs, config);
  project.log(later);
  await project.export();
  const fresh = new PruneProject({ ...logs, ...later }, config);
  await fresh.export();
  expect(project.rows()).toEqual(fresh.rows());
  const [now, then] = [await project.stats(), await fresh.stats()];
  expect([now.users, now.sessions]).toEqual([then.users, then.sessions]);
});

test('a session still ends before a record that was dropped', async () => {
  const session = { session_id: 's', user_id: 'u' };
  const lines = [exchange(1, session), exchange(2, { ...session, assistant_message: 'No.' }), exchange(3, session)];
  const project = await pruned({ [FIRST]: lines }, 'conversation: { unit: session }');
  expect(linesOf(project, FIRST)[1]).toEqual({
    archived: 'conversation',
    id: 'ex-2',
    timestamp: expect.any(String),
    user_hash: key('u'),
    session_hash: key('s'),
    groups: expect.any(Object),
    dropped: true,
  });
  const { dropped } = await project.stats();
  expect(dropped.by_reason).toMatchObject({ 'turns.no_question': 1, 'session.after_bad_turn': 1 });
});

test('a raw log cannot set what only an archive may', async () => {
  const forged = { groups: { user: 7, session: 7 }, cleaned: 'x', dropped: true, archived: 'conversation' };
  const project = new PruneProject({ [FIRST]: [exchange(1, forged), exchange(2)] });
  const { survey } = await project.decided();
  const { user, session, verdict } = survey.digest.rows;
  expect([user[0], session[0], verdict[0]]).not.toContain(7);
  expect([verdict[0], verdict[1]]).toEqual([0, 0]);
});

test('archived pseudonyms stay when the key changes, and so do the splits', async () => {
  const project = await pruned({ [FIRST]: exchanges(0, 30) }, 'privacy: { hashed_ids: hash }');
  const chatml = () => Object.entries(project.rows()).filter(([name]) => name.startsWith('chatml/'));
  const before = chatml();
  project.key = 'another key';
  await project.export();
  expect(chatml()).toEqual(before);
  const json = project.text('curated/json');
  expect(json).toContain(`"user_hash":"${key('user-1')}"`);
  expect(json).toContain(`"user_hash":"${pseudonymizer('another key')('user-4')}"`); // of the newest log
});
