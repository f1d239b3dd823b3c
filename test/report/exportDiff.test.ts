import { expect, test } from 'vitest';
import { renderExportDiff } from '../../src/report/exportDiff.ts';
import { PLAIN } from '../../src/report/look.ts';
import type { ExportDiffReport } from '../../src/report/types.ts';

const none = { added: [], gone: [], changed: [] };
const noRows = { old: 0, new: 0, added: 0, gone: 0, changed: 0, moved_in: 0, moved_out: 0 };

const report: ExportDiffReport = {
  command: 'diff',
  format: 'chatml',
  old: { folder: 'old', created: '2026-01-01T00:00:00.000Z', rows: 1773 },
  new: { folder: 'new', created: '2026-01-02T00:00:00.000Z', rows: 1774 },
  ...{ same: 1770, added: 2, gone: 1, changed: 1, moved: 1, both: 0 },
  splits: {
    train: { ...noRows, old: 1500, new: 1502, added: 2, moved_in: 1, gone: 1 },
    test: { ...noRows, old: 273, new: 272, moved_out: 1 },
  },
  moves: { 'test > train': 1 },
  runs: {
    config: ['split.seed'],
    logs: { ...none, added: ['conversations_2026-01-02.jsonl'] },
    feedback: none,
    files: false,
    period: false,
    reset: false,
    version: ['0.1.0', '0.2.0'],
  },
  verdicts: false,
  why: [
    { change: 'added', why: 'new_log', sentence: 'from a new log', rows: 2, ids: ['ex-1'] },
    { change: 'gone', why: 'unknown', sentence: 'nobody knows', rows: 1, ids: ['ex-2'] },
  ],
};

test('what is different, where, why, and about which runs', () => {
  expect(renderExportDiff(report, PLAIN)).toBe(`old to new, chatml
  1,773 to 1,774 rows
  2 added · 1 gone · 1 changed · 1 in another split · 1,770 the same

Splits
           old    new  added  gone  changed  in  out
  train  1,500  1,502      2     1        0   1    0
  test     273    272      0     0        0   0    1
  test > train: 1 row
  ! rows that were held out are in train now

Why
  2 added: new_log, from a new log
    ex-1, and 1 more
  1 gone: unknown, nobody knows
    ex-2

  Why rows are gone is told by the manifests alone, for the new export is not
  what the logs of this data folder make today. If it was made by another
  config, name that with --config.

What is different about the runs
  curate 0.1.0, then 0.2.0
  config: split.seed
  logs added: conversations_2026-01-02.jsonl
`);
});

test('where nothing moved into train there is no warning, and many names are cut', () => {
  const config = Array.from({ length: 9 }, (_, place) => `key${place}`);
  const text = renderExportDiff(
    { ...report, moves: { 'train > test': 1 }, verdicts: true, runs: { ...report.runs, config } },
    PLAIN,
  );
  expect(text).not.toContain('held out');
  expect(text).not.toContain('manifests alone');
  expect(text).toContain('key5 and 3 more');
});
