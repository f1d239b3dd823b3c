import { expect, test } from 'vitest';
import { IMPORTERS } from '../../src/importers/index.ts';
import { renderImport, renderImporters } from '../../src/report/import.ts';
import { PLAIN } from '../../src/report/look.ts';
import type { ImportReport } from '../../src/report/types.ts';

const REPORT: ImportReport = {
  command: 'import',
  importer: 'chatgpt',
  dry_run: false,
  sources: [{ file: 'conversations.json', bytes: 12_345, sha256: `0a1b2c3d${'0'.repeat(56)}` }],
  entries: 12,
  used: 7,
  passed_over: { total: 1, by_reason: { empty: 1 } },
  left_out: 2,
  refused: {
    total: 2,
    by_reason: { not_json: 1, unknown_role: 1 },
    places: [
      { file: 'conversations.json', entry: 4, reason: 'not_json' },
      { file: 'conver\u001b[31msations.json', entry: 9, reason: 'unknown_role' },
    ],
  },
  conversations: 7,
  feedback: 3,
  known: 4,
  first_day: '2025-10-01',
  last_day: '2025-10-20',
  files: Array.from({ length: 20 }, (_, day) => ({
    file: `conversations_2025-10-${String(day + 1).padStart(2, '0')}_chatgpt-0a1b2c3d.jsonl`,
    lines: day + 1,
    unchanged: day === 0,
  })),
  seconds: 1,
};

test('what came in, what did not and why, and where it is', () => {
  const shown = renderImport(REPORT, PLAIN);
  for (const part of [
    '7 conversations and 3 of feedback imported from chatgpt; 4 of these lines were',
    '2 entries refused',
    '2 entries of people who opted out or were forgotten',
    'conversations.json, entry 4: not_json',
    'conver<U+001B>[31msations.json, entry 9: unknown_role',
    'and 6 more',
  ])
    expect(shown).toContain(part);
  expect(shown.match(/unchanged/g)?.length).toBe(1);
  expect(Math.max(...shown.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
});

test('a dry run says what would be', () => {
  const shown = renderImport({ ...REPORT, dry_run: true, refused: { total: 0, by_reason: {}, places: [] } }, PLAIN);
  expect(shown).toContain('would be imported from chatgpt');
  expect(shown).toContain('to be written');
  expect(shown).not.toContain('Refused');
});

test('the list has every importer, and its addresses whole', () => {
  const shown = renderImporters({ importers: IMPORTERS }, PLAIN);
  for (const { name, sources } of IMPORTERS) for (const part of [name, ...sources]) expect(shown).toContain(part);
});
