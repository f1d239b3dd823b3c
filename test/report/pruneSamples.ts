import type { PrunedFile, PruneReport } from '../../src/report/types.ts';

/** Report values made by hand. */

const GONE: PrunedFile = {
  file: 'conversations_2026-07-01.jsonl',
  kind: 'conversations',
  day: '2026-07-01',
  bytes: 1_204_551,
  records: 1204,
  archived: 1131,
  dropped: 73,
  malformed: 2,
  archive: 'archive/conversations_2026-07-01.jsonl',
  bytes_freed: 214_420,
  reason: null,
};

const NOTHING = { records: 0, archived: 0, dropped: 0, malformed: 0, archive: null, bytes_freed: 0 };

export const nothingDue: PruneReport = {
  command: 'prune',
  dry_run: false,
  older_than_days: 90,
  before: '2026-07-08',
  due: 0,
  pruned: 0,
  stayed: 0,
  bytes_freed: 0,
  files: [],
};

export const pruned: PruneReport = {
  ...nothingDue,
  due: 3,
  pruned: 3,
  bytes_freed: -206_790,
  files: [
    GONE,
    {
      ...GONE,
      file: '2026/07/conversations_of_the_billing_assistant_2026-07-02.jsonl.gz',
      day: '2026-07-02',
      records: 14,
      archived: 14,
      dropped: 0,
      bytes_freed: -8_400,
    },
    {
      ...GONE,
      file: 'feedback_2026-07-01.jsonl',
      kind: 'feedback',
      records: 31,
      archived: 31,
      dropped: 0,
      bytes_freed: 770,
    },
  ],
};

export const prunedSome: PruneReport = {
  ...pruned,
  dry_run: true,
  due: 4,
  pruned: 1,
  stayed: 3,
  bytes_freed: 214_420,
  files: [
    GONE,
    { ...GONE, ...NOTHING, file: 'conversations_2026-07-03.jsonl', day: '2026-07-03', reason: 'not_exported' },
    { ...GONE, ...NOTHING, file: 'conversations_2026-07-04.jsonl', day: '2026-07-04', reason: 'not_exported' },
    { ...GONE, ...NOTHING, file: 'conversations_2026-07-05.jsonl', day: '2026-07-05', reason: 'name_used_before' },
  ],
};

export const prunedNone: PruneReport = {
  ...prunedSome,
  due: 3,
  pruned: 0,
  bytes_freed: 0,
  files: prunedSome.files.slice(1),
};
