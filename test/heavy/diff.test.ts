import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
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

test('a million rows on each side are compared in a heap of 100 MB', async () => {
  const large = new Workdir();
  for (const [side, seed] of Object.entries({ old: 0, new: 1 })) writeExport(large.path, side, seed);
  const env = { NODE_OPTIONS: '--max-old-space-size=100' };
  const start = performance.now();
  const { code, stdout, stderr } = await large.run(['diff', 'old', 'new', '--json', '--quiet'], { env });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const report = JSON.parse(stdout);
  process.stdout.write(`2 times ${report.old.rows} rows in ${Math.round(performance.now() - start) / 1000} s\n`);
  // Every hundredth row is of one side alone, every tenth of the others has other text.
  expect(report).toMatchObject({ added: ROWS / 100, gone: ROWS / 100, changed: (ROWS / 100) * 9, moved: 0 });
});

const ROWS = 1_000_000;

/** An export of which only provenance and manifest are written. */
function writeExport(folder: string, side: string, seed: number): void {
  mkdirSync(join(folder, side, 'provenance'), { recursive: true });
  const input = { file: 'a.jsonl', kind: 'conversations', bytes: 1, sha256: String(seed), lines: ROWS };
  const manifest = {
    ...{ curate: '1', created: '2026-01-01T00:00:00.000Z', format: 'chatml', config_sha256: '', config: {} },
    ...{ period: { since: null, until: null }, account: { dropped: { by_reason: {} } }, inputs: [input] },
  };
  writeFileSync(join(folder, side, 'manifest.json'), JSON.stringify(manifest));
  const file = openSync(join(folder, side, 'provenance', 'train.jsonl'), 'w');
  for (let row = 0; row < ROWS; row += 10_000) {
    const lines = Array.from({ length: 10_000 }, (_, place) => lineOf(row + place, seed));
    writeSync(file, lines.join(''));
  }
  closeSync(file);
}

function lineOf(row: number, seed: number): string {
  const id = row % 100 === 0 ? `${seed === 0 ? 'gone' : 'new'}-${row}` : `row-${row}`;
  const text = row % 10 === 0 ? row + seed * ROWS : row;
  const hash = text.toString(16).padStart(13, '0').padEnd(64, '0');
  return `{"id":"${id}","file":"a.jsonl","line":${row + 1},"rating":0,"language":"en","hash":"${hash}","cluster_size":1}\n`;
}
