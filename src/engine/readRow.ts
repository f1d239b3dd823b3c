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
  const found = (await readRows(survey, [row], read)).get(row);
  if (found === undefined) throw changed(survey, row);
  return found;
}

/**
 * The same for several rows, which are read file by file.
 * @throws CurateError when one of their files was changed since the survey
 */
export async function readRows(
  survey: Survey,
  rows: readonly number[],
  read: ReadPlan,
): Promise<Map<number, Conversation>> {
  const byFile = new Map<number, number[]>();
  for (const row of rows) {
    const place = fileOfRow(survey, row);
    const own = byFile.get(place);
    if (own === undefined) byFile.set(place, [row]);
    else own.push(row);
  }
  const found = new Map<number, Conversation>();
  for (const [place, own] of byFile) {
    const file = survey.files[place]?.file;
    const raw = file === undefined ? [] : await rawRecords(file, survey, own, read.max_line_bytes);
    for (const [at, row] of own.entries()) {
      const line = parseRecord(raw[at] ?? Buffer.alloc(0));
      const conversation = typeof line === 'string' ? line : conversationReader(file ?? {}, read.conversation)(line);
      if (typeof conversation === 'string') throw changed(survey, row);
      found.set(row, conversation);
    }
  }
  return found;
}

function changed(survey: Survey, row: number): CurateError {
  const name = survey.files[fileOfRow(survey, row)]?.file.name ?? 'a log';
  return new CurateError(`${name}: the file was changed while it was read. Run the command again.`);
}

async function rawRecords(
  file: InputFile,
  { digest }: Survey,
  rows: readonly number[],
  maxLineBytes: number,
): Promise<(Buffer | undefined)[]> {
  const offset = rows.map((row) => digest.rows.offset[row] ?? 0);
  if (!file.gzip) {
    const bytes = rows.map((row) => digest.rows.bytes[row] ?? 0);
    return recordsAt([file.path], { source: rows.map(() => 0), offset, bytes });
  }
  const found = new Map<number, Buffer | undefined>(offset.map((at) => [at, undefined]));
  await readRecords(file, { start: 0, end: file.bytes }, maxLineBytes, {
    record(raw, at) {
      if (found.has(at)) found.set(at, Buffer.from(raw));
    },
    broken() {},
  });
  return offset.map((at) => found.get(at));
}
