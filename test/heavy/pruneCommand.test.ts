import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exportReport, pruneReport } from '../commands/contracts.ts';
import { leftovers } from '../commands/exported.ts';
import { exchange, exchanges } from '../commands/logs.ts';
import { DAY, exported, logs, prunable } from '../commands/pruneWorld.ts';
import { Workdir } from '../commands/workdir.ts';

test('logs that no export has stay, and the exit code says so', async () => {
  const folder = prunable();
  const { code, stdout, stderr } = await folder.run(['prune']);
  expect(code).toBe(1);
  expect(stdout).toContain('not exported since it changed; run `curate export`');
  expect(stderr).toContain('4 logs older than 90 days had to stay');
  expect(logs(folder)).toHaveLength(4);
  expect(folder.list('data/archive')).toEqual([]);
  expect(leftovers(`${folder.path}/data`)).toEqual([]);
});

test('a round: export, prune, and an export with the same bytes; then new data', async () => {
  const folder = prunable();
  const before = await exported(folder);
  const planned = await folder.run(['prune', '--dry-run', '--json']);
  expect(logs(folder)).toHaveLength(4);
  const { code, stdout, stderr } = await folder.run(['prune', '--json']);
  expect(code).toBe(0);
  const report = pruneReport.parse(JSON.parse(stdout));
  expect({ ...report, dry_run: true }).toEqual(pruneReport.parse(JSON.parse(planned.stdout)));
  expect(report).toMatchObject({ due: 4, pruned: 4, stayed: 0, older_than_days: 90 });
  expect(report.files[0]).toMatchObject({ file: 'conversations_2020-01-01.jsonl', day: '2020-01-01', archived: 12 });
  expect(report.bytes_freed).toBe(report.files.reduce((sum, { bytes_freed }) => sum + bytes_freed, 0));
  expect(stderr).toContain('CURATE_ID_KEY is not set');
  expect(logs(folder)).toEqual([]);
  expect(await exported(folder)).toEqual(before);
  expect(folder.read('data/curated/chatml/manifest.json')).toContain(
    '"file": "archive/conversations_2020-01-01.jsonl"',
  );
  expect((await folder.run(['prune', '--json'])).stdout).toContain('"due":0');
  expect((await folder.run(['prune', '--quiet'])).stdout).toBe('');
  const stats = JSON.parse((await folder.run(['stats', '--json'])).stdout);
  expect(stats).toMatchObject({ records: 42, users: 7, feedback: { entries: 3, joined: 3, comments: 1 } });
  const again = await folder.run(['stats', '--json', '--timings']);
  expect(JSON.parse(again.stdout).timings.surveyed, 'digests of archived logs are kept').toBe(0);

  const feedback = { id: 'ex-0', user_id: 'user-0', stars: 1 };
  folder.write({
    'data/training_logs/conversations_2020-03-01.jsonl': exchanges(80 * DAY, 80 * DAY + 6),
    'data/training_logs/feedback_2020-03-01.jsonl': [feedback],
  });
  const { stdout: json } = await folder.run(['export', '--json', '--quiet']);
  expect(exportReport.parse(JSON.parse(json))).toMatchObject({
    records: 48,
    dropped: { by_reason: { 'rating.below_min': 2 } },
  });
});

test('explain shows an archived conversation, its people as they were, and says that there is no key', async () => {
  const folder = prunable();
  await exported(folder);
  const before = JSON.parse((await folder.run(['explain', 'ex-1', '--json'])).stdout);
  expect((await folder.run(['prune', '--quiet'])).code).toBe(0);
  const { stdout, stderr } = await folder.run(['explain', 'ex-1', '--json']);
  const { file, steps, ...after } = JSON.parse(stdout);
  expect(file).toBe('archive/conversations_2020-01-01.jsonl');
  expect({ file: before.file, steps: before.steps, ...after }).toEqual(before);
  expect(steps.map(({ stage }: { stage: string }) => stage)).toContain('scrub');
  expect(stderr).toContain('CURATE_ID_KEY is not set');
});

test('the example of the page on JSON is one', () => {
  const page = readFileSync(new URL('../../docs/json.md', import.meta.url), 'utf8');
  const [, example = ''] = /^## prune$[\s\S]*?```json\n([\s\S]*?)```/m.exec(page) ?? [];
  expect(pruneReport.parse(JSON.parse(example)).due).toBe(3);
});

test('--older-than and the config say what is old; a nonsense is refused', async () => {
  const folder = prunable().write({ 'config/fine_tuning_config.yaml': 'privacy: { retention_days: 30000 }\n' });
  await exported(folder);
  expect((await folder.run(['prune'])).stdout).toContain('No log is older than 30,000 days');
  expect((await folder.run(['prune', '--older-than', 'soon'])).code).toBe(2);
  expect((await folder.run(['prune', '--older-than', '7', '--quiet'])).code).toBe(0);
  expect(logs(folder)).toEqual([]);
});

test('two at once: the second stops', async () => {
  const folder = prunable();
  await exported(folder);
  const lock = { pid: process.pid, host: (await folder.shell('hostname')).stdout.trim(), started: '' };
  const started = (await folder.shell(`cut -d' ' -f22 /proc/${process.pid}/stat`)).stdout.trim();
  folder.write({ 'data/curated/.curate.lock': JSON.stringify({ ...lock, started }) });
  const { code, stderr } = await folder.run(['prune']);
  expect(code).toBe(2);
  expect(stderr).toContain('Another curate');
  expect(logs(folder)).toHaveLength(4);
});

test('between archive and removal: the raw log counts until it is pruned anew', async () => {
  const folder = prunable();
  const rows = await exported(folder);
  const raw = folder.read('data/training_logs/conversations_2020-01-02.jsonl');
  expect((await folder.run(['prune', '--quiet'])).code).toBe(0);
  folder.write({ 'data/training_logs/conversations_2020-01-02.jsonl': raw });
  expect(await exported(folder)).toEqual(rows);
  expect(folder.read('data/curated/chatml/manifest.json')).not.toContain('archive/conversations_2020-01-02');
  expect((await folder.run(['prune', '--quiet'])).code).toBe(0);
  expect(logs(folder)).toEqual([]);
  expect(await exported(folder)).toEqual(rows);
});

test('ids that come hashed are not hashed twice; whatever else stands in their fields is', async () => {
  const hashed = '0123456789abcdef';
  const folder = new Workdir().write({
    'data/training_logs/conversations_2020-01-01.jsonl': [
      exchange(1, { user_id: undefined, session_id: undefined, user_hash: hashed, session_hash: hashed }),
      exchange(2, { user_id: undefined, user_hash: 'zanthorpe' }),
      exchange(3, { user_id: 'fedcba9876543210' }),
      exchange(4, { user_id: undefined, session_id: undefined, metadata: { user_hash: hashed.toUpperCase() } }),
    ],
  });
  const users = async (args: string[] = []) => {
    const { stdout } = await folder.run(['export', '--format', 'json', '-o', '-', '--quiet', ...args]);
    return JSON.parse(stdout).map((row: { user_hash: string; session_hash: string }) => [
      row.user_hash,
      row.session_hash,
    ]);
  };
  const [first, second, third, fourth] = await users();
  expect(first).toEqual([hashed, hashed]);
  for (const [user] of [second, third, fourth]) expect(user).toMatch(/^[0-9a-f]{16}$/);
  expect(third[0]).not.toBe('fedcba9876543210');
  folder.write({ 'again.yaml': 'privacy: { hashed_ids: hash }\n' });
  const again = await users(['--config', 'again.yaml']);
  expect(again[0][0]).not.toBe(hashed);
  expect(again.slice(1, 3)).toEqual([second, third]);

  // Our own export, read again.
  expect((await folder.run(['export', '--format', 'json', '-o', 'data/all.json', '--quiet'])).code).toBe(0);
  folder.write({ 'own.yaml': `inputs: { conversations: ["${folder.path}/data/all.json"] }\n` });
  expect(await users(['--config', 'own.yaml'])).toEqual([first, second, third, fourth]);
});

test('nothing is archived of who opted out', async () => {
  const folder = prunable().write({
    'data/people.txt': 'user-1\n',
    'config/fine_tuning_config.yaml': 'privacy: { opt_out: people.txt }\n',
  });
  const before = await exported(folder);
  expect((await folder.run(['prune', '--quiet'])).code).toBe(0);
  const archived = folder.list('data/archive').map((name) => folder.read(`data/archive/${name}`));
  const written = exchanges(0, 12).filter(({ user_id }) => user_id === 'user-1');
  expect(archived.join('')).toContain(String(exchange(0).assistant_message));
  for (const { assistant_message } of written) expect(archived.join('')).not.toContain(String(assistant_message));
  expect(await exported(folder)).toEqual(before);
});

test('it warns of an erasure that was interrupted', async () => {
  const folder = prunable().write({ 'data/privacy/forget.journal': '{}\n' });
  expect((await folder.run(['prune', '--dry-run'])).stderr).toContain('An erasure was interrupted');
});
