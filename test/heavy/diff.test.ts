import { expect, test } from 'vitest';
import { exchanges } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

/** `curate diff` of two real exports; what it makes of provenance and manifests is in test/engine/exportDiff.test.ts. */

const folder = new Workdir().write({ 'data/training_logs/conversations_2026-01-01.jsonl': exchanges(0, 9) });

async function json(...args: string[]) {
  const { code, stdout, stderr } = await folder.run([...args, '--json', '--quiet']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

test('diff: what late feedback, a new log and a log that is gone did to an export', async () => {
  expect((await folder.run(['export', '-o', 'old', '--quiet'])).code).toBe(0);
  folder.write({
    'data/training_logs/conversations_2026-01-02.jsonl': exchanges(20, 22),
    'data/training_logs/feedback.jsonl': [{ id: 'ex-1', user_id: 'user-1', stars: 1 }],
  });
  expect((await folder.run(['export', '-o', 'new', '--quiet'])).code).toBe(0);
  const { why, ...report } = await json('diff', 'old', 'new');
  expect(report).toMatchObject({ same: 8, added: 2, gone: 1, changed: 0, moved: 0, verdicts: true });
  expect(why).toMatchObject([
    { change: 'added', why: 'new_log', ids: ['ex-20', 'ex-21'] },
    { change: 'gone', why: 'rating.below_min', ids: ['ex-1'] },
  ]);
});

test('the logs went on: manifests alone tell', async () => {
  folder.write({ 'data/training_logs/conversations_2026-01-03.jsonl': exchanges(30, 31) });
  const report = await json('diff', 'old', 'new');
  expect(report.verdicts).toBe(false);
  expect(report.why).toContainEqual(expect.objectContaining({ change: 'gone', why: 'unknown' }));
});

test('splits that are dealt anew move rows, and that is said', async () => {
  folder.write({ 'other.yaml': 'split: { seed: 7 }\n' });
  expect((await folder.run(['export', '-o', 'new', '--quiet'])).code).toBe(0);
  const args = ['export', '-o', 'newer', '--quiet', '--config', 'other.yaml', '--reset-splits'];
  expect((await folder.run(args)).code).toBe(0);
  const report = await json('diff', 'new', 'newer');
  expect(report).toMatchObject({ added: 0, gone: 0, changed: 0, runs: { config: ['split.seed'], reset: true } });
  expect(report.moved).toBeGreaterThan(0);
  expect(report.why).toMatchObject([{ change: 'moved', why: 'unknown', rows: report.moved }]);
});
