import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { exchange, exchanges } from './logs.ts';
import { type Run, Workdir } from './workdir.ts';

/** Words that stand in the log and nowhere else. The first two are said in messages, the last two name people. */
const ASKED = 'quixotrellum';
const ANSWERED = 'brindlewhisk';
const USER = 'zanthorpe-user';
const SESSION = 'mirfield-session';

/** Personal data on reserved domains, numbers and addresses only. */
const PERSONAL = [
  'jo.doe@example.com',
  '192.0.2.77',
  '+44 20 7946 0958',
  '4111 1111 1111 1111',
  'DE89 3704 0044 0532 0130 00',
];

const secret = exchange(1, {
  user_id: USER,
  session_id: SESSION,
  user_message: `What does ${ASKED} mean to you? Write to ${PERSONAL[0]} or call ${PERSONAL[2]} soon.`,
  assistant_message: `It means ${ANSWERED} to most people, from ${PERSONAL[1]}, with ${PERSONAL[3]} and ${PERSONAL[4]} in it.`,
});

function project(): Workdir {
  return new Workdir().write({
    'data/training_logs/conversations_2026-01-01.jsonl': `${JSON.stringify(secret)}\n{"user_message": "${ASKED} is cut off\n${JSON.stringify({ note: ANSWERED, user_id: USER })}\n${exchanges(
      10,
      14,
    )
      .map((line) => `${JSON.stringify({ ...line, language: `I say ${ASKED}, you say 5551234567!` })}\n`)
      .join('')}${JSON.stringify(exchange(20, { user_message: `${ASKED}?`, assistant_message: `${ANSWERED}.` }))}\n`,
    'data/training_logs/feedback_2026-01.jsonl': [
      { example_id: 'ex-1', user_id: USER, score: 5, comment: `${ASKED} helped` },
      { example_id: 'ex-10', user_id: USER, score: 1, correction: ANSWERED },
    ],
  });
}

/** All that a run leaves but the rows themselves: the text of these belongs there. */
function aboutRows(folder: Workdir): string {
  const names = folder
    .list('data/curated')
    .filter((name) => !/(^|\/)(train|val|test)\.(jsonl|json|csv)$/.test(name) || name.includes('provenance'));
  expect(names.length).toBeGreaterThan(3);
  return names.map((name) => `${name}\n${folder.read(`data/curated/${name}`)}`).join('\n');
}

/** The digests that are kept for the next run. */
const kept = (folder: Workdir): string =>
  folder
    .list('data/.curate')
    .map((name) => folder.bytes(`data/.curate/${name}`).toString('latin1'))
    .join('\n');

const everything = (folder: Workdir) =>
  folder
    .list('data/curated')
    .map((name) => folder.read(`data/curated/${name}`))
    .join('\n');
const printed = (runs: readonly Run[]) => runs.map(({ stdout, stderr }) => stdout + stderr).join('\n');
const sha16 = (id: string) => createHash('sha256').update(id).digest('hex').slice(0, 16);

test('no report, manifest, card, quarantine, cache or message says a word of the logs', async () => {
  const folder = project().write({ 'typo.yaml': `blocked: [${ASKED}]` });
  const runs: Run[] = [];
  for (const command of ['export --format all', 'stats', 'progress', 'check']) {
    for (const json of [[], ['--json']]) runs.push(await folder.run([...command.split(' '), ...json]));
  }
  runs.push(await folder.run(['progress', '--markdown']), await folder.run(['explain', 'nobody']));
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  for (const word of [ASKED, ANSWERED, USER, SESSION, '5551234567', ...PERSONAL]) {
    expect(printed(runs), word).not.toContain(word);
    expect(aboutRows(folder), word).not.toContain(word);
    expect(kept(folder), word).not.toContain(word);
  }
  expect(kept(folder).length).toBeGreaterThan(100);
  for (const word of [ASKED, ANSWERED]) expect(everything(folder), word).toContain(word);
});

test('people leave as pseudonyms, and personal data not at all', async () => {
  const folder = project();
  const { code, stderr } = await folder.run(['export', '--format', 'all']);
  expect(code).toBe(0);
  expect(stderr).toContain('CURATE_ID_KEY is not set');
  for (const word of [USER, SESSION, ...PERSONAL]) expect(everything(folder), word).not.toContain(word);
  for (const tag of ['[EMAIL]', '[PHONE]', '[IP_ADDRESS]', '[CREDIT_CARD]', '[IBAN]'])
    expect(everything(folder), tag).toContain(tag);
  expect(everything(folder)).toContain(sha16(SESSION));
});

test('with CURATE_ID_KEY pseudonyms are keyed, and no warning is due', async () => {
  const folder = project();
  const { code, stderr } = await folder.run(['export', '--format', 'all'], { env: { CURATE_ID_KEY: 'a key' } });
  expect(code).toBe(0);
  expect(stderr).not.toContain('CURATE_ID_KEY');
  const keyed = createHmac('sha256', 'a key').update(SESSION).digest('hex').slice(0, 16);
  expect(everything(folder)).toContain(keyed);
  expect(everything(folder)).not.toContain(sha16(SESSION));
  expect(everything(folder)).not.toContain('a key');
});

test('explain shows the text it was asked for, scrubbed unless --raw, and people as pseudonyms', async () => {
  const folder = project();
  const runs = [await folder.run(['explain', 'ex-1']), await folder.run(['explain', 'ex-1', '--json'])];
  for (const run of runs) {
    expect(run.code).toBe(0);
    expect(run.stdout).toContain(ASKED);
    expect(run.stdout).toContain('[EMAIL]');
    for (const word of [USER, SESSION, ...PERSONAL]) expect(run.stdout + run.stderr, word).not.toContain(word);
  }
  const raw = await folder.run(['explain', 'ex-1', '--raw', '--json']);
  for (const word of PERSONAL) expect(raw.stdout, word).toContain(word);
});
