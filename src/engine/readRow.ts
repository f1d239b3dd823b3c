import { CurateError } from '../errors.ts';
import { conversationReader } from '../inputs/archivedLine.ts';
import type { InputFile } from '../inputs/files.ts';
import { parseRecord } from '../inputs/parseRecord.ts';
import { readRecords } from '../inputs/readRecords.ts';
import type { Conversation } from '../pipeline/conversation.ts';
import { fileOfRow } from './fileOfRow.ts';
import { recordsAt } from './recordReader.ts';
import type { Survey } from './surveyLogs.ts';
import type { ReadPlan } from './tasks.ts';

/**
 * Reads the log line of one digest row again, as it was logged.
 * @throws CurateError when the file was changed since the survey
 */
export async function readRow(survey: Survey, row: number, read: ReadPlan): Promise<Conversation> {
  const { file } = survey.files[fileOfRow(survey, row)] ?? {};
  const offset = survey.digest.rows.offset[row] ?? 0;
  const bytes = survey.digest.rows.bytes[row] ?? 0;
  const raw = file === undefined ? Buffer.alloc(0) : await rawRecord(file, offset, bytes, read.max_line_bytes);
  const line = parseRecord(raw);
  const conversation = typeof line === 'string' ? line : conversationReader(file ?? {}, read.conversation)(line);
  if (typeof conversation !== 'string') return conversation;
  throw new CurateError(`${file?.name ?? 'a log'}: the file was changed while it was read. Run the command again.`);
}

async function rawRecord(file: InputFile, offset: number, bytes: number, maxLineBytes: number): Promise<Buffer> {
  if (!file.gzip) {
    const [record] = recordsAt([file.path], { source: [0], offset: [offset], bytes: [bytes] });
    return record ?? Buffer.alloc(0);
  }
  let found = Buffer.alloc(0);
  await readRecords(file, { start: 0, end: file.bytes }, maxLineBytes, {
    record(raw, at) {
      if (at === offset) found = Buffer.from(raw);
    },
    broken() {},
  });
  return found;
}
