import { createHash } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetReport, manifest, receipt as receiptShape } from '../commands/contracts.ts';
import { damage, leftovers } from '../commands/exported.ts';
import {
  ANNA,
  KEY,
  lineOf,
  logsIn,
  markOf,
  movedOrLost,
  rowsIn,
  SESSION,
  tracesIn,
  worldIn,
} from '../commands/forgetWorld.ts';
import { Workdir } from '../commands/workdir.ts';

/** Lines, texts, one array and CSV; the heavier checks export all formats. */
const FORMATS = ['alpaca', 'chatml', 'chatml-text', 'csv', 'instruction', 'json'];
const FLAGS = ['--config', 'fine.yaml'];
const sha16 = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 16);

/** A world with an export in every format. */
async function exported(config = '', env: Record<string, string> = {}): Promise<Workdir> {
  const folder = worldIn(new Workdir(), { config });
  expect((await folder.run(['export', '--format', FORMATS.join(','), '--quiet', ...FLAGS], { env })).code).toBe(0);
  return folder;
}

const set = (folder: Workdir, format: string): string => join(folder.path, 'data/curated', format);

/** Rows that are hers by their text, and by what stands around them in lines of JSON arrays. */
function withoutHers(file: string, rows: readonly string[]): string[] {
  return rows.filter((row) => !row.includes('saidannaq') && !(file.includes('.csv') && row.startsWith('and then')));
}

async function forget(folder: Workdir, ...args: string[]) {
  const { code, stdout, stderr } = await folder.run(['forget', ...FLAGS, '--json', '--quiet', ...args]);
  expect(code, stderr).not.toBe(2);
  return { code, stderr, report: forgetReport.parse(JSON.parse(stdout)) };
}

test('an id that no file names is told of, as it may be mistyped', async () => {
  const { report } = await forget(worldIn(new Workdir()), '--user', 'nobody at all');
  expect(report.warnings).toEqual([expect.stringMatching(/^No file names this user\..*--session/)]);
});

test('logs that nobody may write to any more are no obstacle', async () => {
  const folder = worldIn(new Workdir());
  const logs = join(folder.path, 'data/training_logs');
  for (const name of readdirSync(logs)) chmodSync(join(logs, name), 0o444);
  const { code } = await forget(folder, '--user', ANNA);
  expect(code).toBe(0);
  for (const name of readdirSync(logs)) expect(statSync(join(logs, name)).mode & 0o777).toBe(0o444);
});

test.each([
  ['plain', ''],
  ['compressed', 'export: { compress: gz }'],
  ['sessions', 'conversation: { unit: session }'],
])('nothing of her is left, and everything of others: %s', async (_name, config) => {
  const folder = await exported(config);
  expect(tracesIn(folder).length).toBeGreaterThan(20);
  const logs = logsIn(folder);
  const before = new Map(FORMATS.map((format) => [format, rowsIn(set(folder, format))]));
  const { code, report, stderr } = await forget(folder, '--user', ANNA);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(report).toMatchObject({ command: 'forget', dry_run: false, kind: 'user', pseudonym: sha16(ANNA), left: [] });
  expect(tracesIn(folder)).toEqual([]);
  expect(movedOrLost(logs, logsIn(folder))).toEqual([]);
  for (const format of FORMATS) {
    expect(damage(set(folder, format)), format).toEqual([]);
    if (format === 'csv') continue;
    for (const [file, rows] of rowsIn(set(folder, format))) {
      const was = before.get(format)?.get(file) ?? [];
      const kept = file.startsWith('provenance')
        ? was.filter((row) => !/saidannaq|ex-half|saidnobody/.test(row))
        : withoutHers(file, was);
      const bare = (list: readonly string[]) => list.map((row) => row.replace(/,$/, ''));
      expect(bare(rows), `${format}/${file}`).toEqual(bare(kept));
    }
  }
  expect(leftovers(join(folder.path, 'data'))).toEqual([]);
  expect(strangeInputs(folder)).toEqual([]);
});

/** Inputs of which the manifest has another hash than their first bytes have. */
function strangeInputs(folder: Workdir): string[] {
  const { inputs } = manifest.parse(JSON.parse(folder.read('data/curated/chatml/manifest.json')));
  return inputs.flatMap(({ file, bytes, sha256 }) => {
    const path = `data/${file.startsWith('archive/') ? '' : 'training_logs/'}${file}`;
    const now = createHash('sha256').update(folder.bytes(path).subarray(0, bytes)).digest('hex');
    return now === sha256 ? [] : [file];
  });
}

test('what is appended between export and erasure does not part manifest and logs', async () => {
  const folder = await exported();
  const log = 'data/training_logs/conversations_2026-01-01.jsonl';
  const more = [lineOf(ANNA, 1), lineOf('cleo', 2)].map((line) => `${JSON.stringify(line)}\n`).join('');
  appendFileSync(join(folder.path, log), more);
  expect(strangeInputs(folder)).toEqual([]);
  expect((await forget(folder, '--user', ANNA)).code).toBe(0);
  expect(strangeInputs(folder)).toEqual([]);
  expect(tracesIn(folder)).toEqual([]);
});

test('somebody who said the same, in logs without ids, keeps what they said', async () => {
  const same = { example_id: undefined, user_message: 'What is a lantern in the valley?', timestamp: undefined };
  const folder = new Workdir().write({
    'fine.yaml': 'dedup: { exact: false, near: { enabled: false } }',
    'data/training_logs/conversations_2026-01-01.jsonl': [
      lineOf(ANNA, 1, same),
      { ...lineOf(ANNA, 1, same), user_id: 'bert', session_id: 'of bert' },
    ],
  });
  expect((await folder.run(['export', ...FLAGS])).code).toBe(0);
  const rows = () => [...rowsIn(set(folder, 'chatml')).values()].flat().filter((row) => row !== '');
  expect(rows()).toHaveLength(4);
  expect((await forget(folder, '--user', ANNA)).report).toMatchObject({ lines: 1, rows: 1 });
  expect(rows()).toHaveLength(2);
  expect(rows().join()).toContain('"line":2');
});

test('an export after it is the export of logs without her, and restored lines are kept out', async () => {
  const folder = await exported();
  const old = folder.bytes('data/training_logs/conversations_2026-01-01.jsonl');
  const feedback = folder.bytes('data/training_logs/feedback_2026-01.jsonl');
  expect((await forget(folder, '--user', ANNA)).code).toBe(0);
  const run = () => folder.run(['export', '--json', '--quiet', ...FLAGS]);
  const first = JSON.parse((await run()).stdout);
  const rows = folder.bytes('data/curated/chatml/train.jsonl');
  expect(first.dropped.by_reason).not.toHaveProperty(['privacy.forgotten']);
  folder.write({
    'data/training_logs/conversations_2026-01-01.jsonl': old,
    'data/training_logs/feedback_2026-01.jsonl': feedback,
  });
  const second = JSON.parse((await run()).stdout);
  // Ten of hers in turn, the one more, and the one that names no user but her session.
  expect(second.dropped.by_reason).toMatchObject({ 'privacy.forgotten': 12 });
  expect(second.records).toBe(second.kept + second.dropped.total);
  expect(second.kept).toBe(first.kept);
  expect(folder.bytes('data/curated/chatml/train.jsonl')).toEqual(rows);
  // What bert said of a conversation of hers has nothing to belong to.
  expect(second.feedback).toMatchObject({
    entries: first.feedback.entries + 1,
    joined: first.feedback.joined,
    orphans: first.feedback.orphans + 1,
  });
  const explained = await folder.run(['explain', `ex-${markOf(ANNA, 10_002)}`, '--json', ...FLAGS]);
  expect(JSON.parse(explained.stdout).steps.at(-1)).toMatchObject({ stage: 'privacy', reason: 'forgotten' });
});

test('a log that was away with its digest does not bring her back', async () => {
  const folder = worldIn(new Workdir());
  // The list is not empty: it is not by that alone that digests of before are told from those of after.
  expect((await forget(folder, '--user', 'zoe')).code).toBe(0);
  expect((await folder.run(['export', '--quiet', ...FLAGS])).code).toBe(0);
  const name = 'data/training_logs/conversations_2026-01-05.jsonl';
  await folder.shell(`cp -a ${name} away.jsonl; cp -a data/.curate digests; rm ${name}`);
  expect((await forget(folder, '--user', ANNA)).code).toBe(0);
  await folder.shell(`mv away.jsonl ${name}; rm -rf data/.curate; mv digests data/.curate`);
  const { stdout } = await folder.run(['stats', '--json', '--quiet', ...FLAGS]);
  expect(JSON.parse(stdout).dropped.by_reason).toMatchObject({ 'privacy.forgotten': 11 });
});

test('a dry run says the same and changes nothing', async () => {
  const folder = await exported();
  const before = folder.list('data').map((name) => [name, sha16(folder.bytes(`data/${name}`).toString('latin1'))]);
  const dry = await forget(folder, '--user', ANNA, '--dry-run');
  const now = folder.list('data').map((name) => [name, sha16(folder.bytes(`data/${name}`).toString('latin1'))]);
  expect(now).toEqual(before);
  const wet = await forget(folder, '--user', ANNA);
  expect(dry.report).toMatchObject({ dry_run: true, receipt: null });
  const { files, lines, rows, entries } = dry.report;
  expect(wet.report).toMatchObject({ files, lines, rows, entries, dry_run: false });
});

test('a second call says that nothing is left to do', async () => {
  const folder = await exported();
  await forget(folder, '--user', ANNA);
  const { code, report } = await forget(folder, '--user', ANNA);
  expect(code).toBe(0);
  expect(report).toMatchObject({ files: [], lines: 0, rows: 0, entries: 0, receipt: null });
  expect((await folder.run(['forget', '--user', ANNA, ...FLAGS])).stdout).toContain('Nothing is left to do');
  expect(readdirSync(join(folder.path, 'data/privacy/receipts'))).toHaveLength(1);
});

test('the receipt and the list name her by pseudonym alone, and hold every file with its hashes', async () => {
  const folder = await exported();
  const { report } = await forget(folder, '--user', ANNA);
  const receipt = receiptShape.parse(JSON.parse(readFileSync(report.receipt ?? '', 'utf8')));
  expect(receipt).toMatchObject({ kind: 'user', pseudonym: sha16(ANNA), resumed: false, left: [] });
  expect(receipt.totals).toEqual({ files: report.files.length, lines: report.lines, rows: report.rows });
  for (const { file, sha256_after, sha256_before } of receipt.files) {
    expect(sha256_before).toMatch(/^[0-9a-f]{64}$/);
    const bytes = readFileSync(join(folder.path, 'data', file));
    expect(sha256_after).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
  expect(folder.read('data/privacy/forgotten.jsonl')).not.toContain('anna');
  expect(existsSync(join(folder.path, 'data/privacy/forget.journal'))).toBe(false);
});

test('by her pseudonym she is found as well, with a key or without', async () => {
  const env = { CURATE_ID_KEY: KEY };
  const folder = await exported('', env);
  const text = folder.read('data/curated/json/train.json');
  const row: { user_hash: string } = JSON.parse(text).find(({ id }: { id: string }) => id.includes('saidannaq'));
  const { code } = await folder.run(['forget', '--user', row.user_hash, '--quiet', ...FLAGS], { env });
  expect(code).toBe(0);
  expect(tracesIn(folder, KEY)).toEqual([]);
  expect(folder.read('data/privacy/forgotten.jsonl')).toContain(row.user_hash);
  appendFileSync(
    join(folder.path, 'data/training_logs/conversations_2026-01-05.jsonl'),
    `${JSON.stringify(lineOf(ANNA, 3))}\n`,
  );
  const stats = await folder.run(['stats', '--json', ...FLAGS], { env });
  expect(JSON.parse(stats.stdout).dropped.by_reason).toMatchObject({ 'privacy.forgotten': 1 });
  const blind = await folder.run(['stats', '--json', ...FLAGS]);
  expect(blind.stderr).toContain('another CURATE_ID_KEY');
});

test('a session, and a conversation', async () => {
  const folder = await exported();
  const session = await forget(folder, '--session', SESSION);
  expect(session.report).toMatchObject({ lines: 2 });
  const id = `ex-${markOf('bert', 10_003)}`;
  const conversation = await forget(folder, '--conversation', id);
  // Its line, the rating of it, and what anna and cleo said of it.
  expect(conversation.report.lines).toBe(4);
  expect(conversation.report.rows).toBeGreaterThanOrEqual(FORMATS.length);
  const rest = folder.list('data').filter((name) => !name.startsWith('privacy/'));
  for (const name of rest) expect(folder.read(`data/${name}`), name).not.toContain(markOf('bert', 10_003));
  appendFileSync(
    join(folder.path, 'data/training_logs/conversations_2026-01-05.jsonl'),
    `${JSON.stringify(lineOf('bert', 10_003))}\n`,
  );
  const { stdout } = await folder.run(['stats', '--json', '--quiet', ...FLAGS]);
  expect(JSON.parse(stdout).dropped.by_reason).toMatchObject({ 'privacy.forgotten': 1 });
});

test('exports elsewhere are cleaned when they are named', async () => {
  const folder = await exported();
  await folder.run(['export', '-o', 'elsewhere/one', '--quiet', ...FLAGS]);
  await folder.run(['export', '-o', 'many', '--format', 'json,csv', '--quiet', ...FLAGS]);
  const { code, report } = await forget(folder, '--user', ANNA, '--also', 'elsewhere', 'many');
  expect(code).toBe(0);
  for (const name of [...folder.list('elsewhere'), ...folder.list('many')]) {
    const path = existsSync(join(folder.path, 'elsewhere', name)) ? `elsewhere/${name}` : `many/${name}`;
    expect(folder.read(path), path).not.toContain('saidannaq');
  }
  expect(damage(join(folder.path, 'elsewhere/one'))).toEqual([]);
  expect(report.files.some(({ file }: { file: string }) => file.endsWith('many/csv/train.csv'))).toBe(true);
  const none = await folder.run(['forget', '--user', ANNA, '--also', 'data/training_logs', ...FLAGS]);
  expect(none.code).toBe(2);
  expect(none.stderr).toContain('there is no export of curate in it');
});

test('who opted out is left out, and counts as forgotten once that was asked for', async () => {
  const people = `# who does not want to\n\n${ANNA}\n${sha16('bert')}\n`;
  const folder = worldIn(new Workdir().write({ 'data/people.txt': people }), {
    config: 'privacy: { opt_out: people.txt }',
  });
  const run = () => folder.run(['export', '--format', FORMATS.join(','), '--json', '--quiet', ...FLAGS]);
  const first = JSON.parse((await run()).stdout).formats[0];
  // Ten a file of each, and one in the archive; of hers one more in a session of her own, and one by its metadata; of bert one more.
  expect(first.dropped.by_reason).toEqual({ 'privacy.opted_out': 53 + 52 });
  for (const format of FORMATS)
    for (const rows of rowsIn(set(folder, format)).values())
      for (const row of rows) expect(row).not.toMatch(/saidannaq[b-j]|saidbert/);
  expect((await forget(folder, '--user', ANNA)).code).toBe(0);
  expect(folder.read('data/people.txt')).toBe(`# who does not want to\n\n${sha16('bert')}\n`);
  expect(tracesIn(folder)).toEqual([]);
  const second = JSON.parse((await run()).stdout).formats[0];
  expect(second.dropped.by_reason).toEqual({ 'privacy.opted_out': 52 });
  expect(second.kept).toBe(first.kept - 1); // the one that names no user was not known to be hers
  folder.write({ 'data/people.txt': 'cleo\n' });
  const third = JSON.parse((await run()).stdout).formats[0];
  expect(third.kept).toBe(second.kept + 51 - 50); // his archived line has no answer
  rmSync(join(folder.path, 'data/people.txt'));
  const { code, stderr } = await run();
  expect(code).toBe(2);
  expect(stderr).toContain('people.txt: there is no such file. `privacy.opt_out` names it');
});

test('a damaged archive is not passed over in silence', async () => {
  const folder = await exported();
  const name = 'data/training_logs/conversations_2026-01-02.jsonl.gz';
  const bytes = folder.bytes(name);
  folder.write({ [name]: bytes.subarray(0, bytes.length - 40) });
  const { code, report, stderr } = await forget(folder, '--user', ANNA);
  expect(code).toBe(1);
  expect(report.left).toEqual([
    { file: 'training_logs/conversations_2026-01-02.jsonl.gz', why: 'it cannot be unpacked to its end' },
  ]);
  expect(stderr).toContain('It may still hold something');
});

test('provenance that does not fit its rows is not guessed at', async () => {
  const folder = await exported();
  appendFileSync(join(set(folder, 'chatml'), 'train.jsonl'), '{"messages":[]}\n');
  const { code, report } = await forget(folder, '--user', ANNA);
  expect(code).toBe(1);
  expect(report.left).toMatchObject([{ file: 'curated/chatml' }]);
  expect(tracesIn(folder).every((trace) => trace.startsWith('curated/chatml/'))).toBe(true);
  expect(leftovers(join(folder.path, 'data'))).toEqual([]);
});

test.each([
  [[], 'needs one of --user'],
  [['--user', 'a', '--session', 'b'], 'needs one of --user'],
  [['--user', ' '], 'an id that is not empty'],
  [['--user', 'a', '--data', 'nowhere'], 'there is no such folder'],
])('%s is refused', async (args, sentence) => {
  const folder = new Workdir();
  const { code, stderr } = await folder.run(['forget', ...args]);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
  expect(folder.list()).toEqual([]);
});

test('someone unknown is kept out from now on', async () => {
  const folder = new Workdir().write({ 'data/training_logs/conversations_2026-01-01.jsonl': [lineOf('bert', 1)] });
  const { stdout, code } = await folder.run(['forget', '--user', 'zoe']);
  expect(code).toBe(0);
  expect(stdout).toContain('No file holds anything of it.');
  expect(folder.list('data')).toEqual(expect.arrayContaining(['privacy/forgotten.jsonl']));
  expect(folder.list('data/curated')).toEqual([]);
  rmSync(join(folder.path, 'data/privacy'), { recursive: true });
});
