import type { ScanReport } from '../../src/report/types.ts';

const LOGS = 'data/training_logs';

export const scanned: ScanReport = {
  files: 64,
  lines: 12_487,
  unreadable: 16,
  unscanned: 1,
  passed_over: ['data/curated/a.png', 'data/curated/b.png', 'data/curated/c.png', 'data/curated/\u001b[2J.png'],
  left_out: ['URL'],
  findings: 1_302,
  entities: [
    {
      entity: 'EMAIL',
      findings: 1_300,
      lines: 1_204,
      files: 28,
      examples: [`${LOGS}/comments_2026-09.jsonl:1`, `${LOGS}/conversations_2026-09-21.jsonl.gz:30`, 'a.txt:4'],
    },
    { entity: 'IBAN', findings: 2, lines: 1, files: 1, examples: [`${LOGS}/${'long/'.repeat(12)}feedback.jsonl:144`] },
  ],
};

export const scannedClean: ScanReport = {
  files: 1,
  lines: 1,
  unreadable: 0,
  unscanned: 0,
  passed_over: [],
  left_out: [],
  findings: 0,
  entities: [],
};
