import { appendFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportReport } from './contracts.ts';
import { chatmlRows, expectAccounted, keptIds } from './exported.ts';
import { exchange, exchanges } from './logs.ts';
import { Workdir } from './workdir.ts';

const LOGS = 'data/training_logs';

async function exported(folder: Workdir, ...args: string[]) {
  const { code, stdout } = await folder.run(['export', '--json', '--quiet', ...args]);
  expect(code).toBe(0);
  const report = exportReport.parse(JSON.parse(stdout));
  expectAccounted(report);
  return report;
}

const chatml = (folder: Workdir) => join(folder.path, 'data/curated/chatml');
const ids = (...numbers: number[]) => numbers.map((number) => `ex-${number}`).sort();

test('reads daily files, compressed ones, a JSON array, CRLF and a byte-order mark', async () => {
  const windows = exchanges(6, 8).map((line) => JSON.stringify(line));
  const folder = new Workdir().write({
    [`${LOGS}/conversations_2026-01-01.jsonl`]: exchanges(0, 2),
    [`${LOGS}/conversations_2026-01-02.jsonl.gz`]: exchanges(2, 4),
    [`${LOGS}/conversations_2026-01-03.json`]: JSON.stringify(exchanges(4, 6), null, 2),
    [`${LOGS}/conversations_2026-01-04.jsonl`]: `\ufeff${windows.join('\r\n')}\r\n\r\n`,
    [`${LOGS}/notes.txt`]: 'read by nobody',
  });
  const report = await exported(folder);
  expect(report).toMatchObject({ lines: 9, blank: 1, malformed: 0, records: 8, kept: 8 });
  expect(keptIds(chatml(folder))).toEqual(ids(0, 1, 2, 3, 4, 5, 6, 7));
});

test('absolute globs and a field mapping read the logs of another program where they lie', async () => {
  const elsewhere = new Workdir().write({
    'app/a.log': exchanges(0, 4).map(({ example_id, user_message, assistant_message, user_id }) => ({
      trace: example_id,
      in: { text: user_message },
      out: assistant_message,
      who: { account: user_id },
    })),
    'app/votes.log': [
      { trace: 'ex-0', reaction: 'down' },
      { trace: 'ex-1', reaction: 'up' },
    ],
  });
  const folder = new Workdir().write({
    'mine.yaml': [
      'inputs:',
      `  conversations: ["${elsewhere.path}/app/[a]*.log"]`,
      `  feedback: ["${elsewhere.path}/app/votes.log"]`,
      '  fields: { id: trace, user_message: in.text, assistant_message: out, user: who.account }',
      '  feedback_fields: { id: trace, thumb: reaction }',
    ].join('\n'),
  });
  const report = await exported(folder, '--config', 'mine.yaml');
  expect(report.dropped.by_reason).toEqual({ 'rating.below_min': 1 });
  expect(report.feedback).toMatchObject({ entries: 2, joined: 2 });
  expect(keptIds(chatml(folder))).toEqual(ids(1, 2, 3));
  expect(chatmlRows(chatml(folder))[0]?.from.file).toBe(`${elsewhere.path}/app/a.log`);
});

test('a half-written last line of the newest day waits for the next run, in an older file it is malformed', async () => {
  const whole = JSON.stringify(exchange(2));
  const broken = JSON.stringify(exchange(9)).slice(0, 40);
  const folder = new Workdir().write({
    [`${LOGS}/conversations_2026-01-01.jsonl`]: `${JSON.stringify(exchange(0))}\n${broken}`,
    [`${LOGS}/conversations_2026-01-02.jsonl`]: `${JSON.stringify(exchange(1))}\n${whole.slice(0, 60)}`,
  });
  // A copy or a restore gives the older day the younger time stamp.
  utimesSync(join(folder.path, `${LOGS}/conversations_2026-01-02.jsonl`), 1, 1);
  expect(await exported(folder)).toMatchObject({ lines: 4, pending: 1, malformed: 1, records: 2 });
  expect(folder.read('data/curated/chatml/quarantine.jsonl')).toContain('conversations_2026-01-01.jsonl","line":2');
  appendFileSync(join(folder.path, `${LOGS}/conversations_2026-01-02.jsonl`), whole.slice(60));
  expect(await exported(folder)).toMatchObject({ lines: 4, pending: 0, malformed: 1, records: 3 });
  expect(keptIds(chatml(folder))).toEqual(ids(0, 1, 2));
});

test('feedback that arrives late changes what is kept, and moves no other example to another split', async () => {
  const folder = new Workdir().write({
    [`${LOGS}/conversations_2026-01-01.jsonl`]: exchanges(0, 40),
    [`${LOGS}/feedback_2026-01-01.jsonl`]: [{ example_id: 'ex-77', score: 1 }],
  });
  expect((await exported(folder)).feedback).toMatchObject({ entries: 1, joined: 0, orphans: 1 });
  const before = chatmlRows(chatml(folder)).map(({ split, from }) => `${from.id} ${split}`);
  folder.write({
    [`${LOGS}/feedback_2026-01-02.jsonl`]: [{ example_id: 'ex-3', vote: 'down' }],
    [`${LOGS}/conversations_2026-01-02.jsonl`]: exchanges(76, 79),
  });
  const report = await exported(folder);
  expect(report.feedback).toMatchObject({ entries: 2, joined: 2, orphans: 0 });
  const after = chatmlRows(chatml(folder)).map(({ split, from }) => `${from.id} ${split}`);
  expect(after.filter((example) => !/^ex-7[678] /.test(example))).toEqual(
    before.filter((example) => !example.startsWith('ex-3 ')),
  );
  expect(keptIds(chatml(folder))).not.toContain('ex-77');
});

test('--since and --until take the days that they name, both included', async () => {
  const day = (number: number, date: string) => exchange(number, { timestamp: `${date}T23:59:59Z` });
  const dates = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'];
  const folder = new Workdir().write({ [`${LOGS}/conversations.jsonl`]: dates.map((date, place) => day(place, date)) });
  const report = await exported(folder, '--since', '2026-01-02', '--until', '2026-01-03');
  expect(report.dropped.by_reason).toEqual({ 'period.outside': 2 });
  expect(keptIds(chatml(folder))).toEqual(ids(1, 2));
});
