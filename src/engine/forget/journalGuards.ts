import { isCount, isEither, isListOf, isNumber, isObjectOf, isText, isWord } from '../cache/guards.ts';
import type { Beginning } from './blankedCopy.ts';
import type { FileRecord, FolderStep, JournalHead, LogStep } from './journal.ts';
import type { KnownIds, Subject } from './person.ts';

const isTexts = isListOf(isText);

/** The first line of a journal. */
export const isHead = isObjectOf<JournalHead>({
  subject: isObjectOf<Subject>({
    kind: isEither(isEither(isWord('user'), isWord('session')), isWord('conversation')),
    given: isText,
  }),
  known: isObjectOf<KnownIds>({
    self: isTexts,
    sessions: isTexts,
    conversations: isTexts,
    lone_sessions: isTexts,
    hashed: isTexts,
    raw: isTexts,
    ledger_keys: isListOf(isCount),
  }),
  began: isText,
  receipt: isText,
  also: isTexts,
});

const isBeginning = isObjectOf<Beginning>({ bytes: isCount, before: isText, after: isText, bytes_after: isCount });

const isRecord = isObjectOf<FileRecord>({
  file: isText,
  place: isEither(
    isEither(isEither(isWord('conversations'), isWord('feedback')), isEither(isWord('archive'), isWord('opt_out'))),
    isEither(isWord('data set'), isWord('ledger')),
  ),
  removed: isCount,
  of: isCount,
  sha256_before: isText,
  sha256_after: isEither(isText, (value): value is null => value === null),
});

/** Any other line. */
export const isStep = isEither(
  isObjectOf<LogStep>({
    step: isWord('log'),
    path: isText,
    inode: isNumber,
    record: isRecord,
    name: isText,
    beginnings: isListOf(isBeginning),
    malformed: isListOf(isCount),
  }),
  isObjectOf<FolderStep>({
    step: isWord('folder'),
    path: isText,
    manifest_sha256: isText,
    records: isListOf(isRecord),
  }),
);
