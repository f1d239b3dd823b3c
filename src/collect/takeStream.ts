import type { Readable } from 'node:stream';
import type { RecordProblem } from '../inputs/parseRecord.ts';
import type { StructureProblem } from '../inputs/recordSplitter.ts';
import type { JsonObject } from '../measures/jsonObject.ts';
import { type StreamedRecord, streamedRecords } from './streamedRecords.ts';
import { type Collected, InvalidInput, TooLarge } from './types.ts';

/** What became of a record: it was taken, or cannot be, or failed with an error that is not its own. */
export type Outcome =
  | { readonly line: number; readonly collected: Collected }
  | { readonly line: number; readonly problem: string }
  | { readonly line: number; readonly failure: unknown };

/** Ours: enough that lines go to the disk by the hundred, and so few that a gigabyte is never held. */
const MOST_LINES = 512;
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Takes all records of a stream, several at a time, and tells in their order what became of each. Reads no further than the disk
 * follows. After a failure nothing more is read; what was under way is told.
 * @param take rejects with InvalidInput or TooLarge where the record is to blame
 * @param maxBytes longer records are refused unread
 */
export async function* takeStream(
  stream: Readable,
  take: (record: JsonObject) => Promise<Collected>,
  maxBytes: number,
): AsyncGenerator<Outcome> {
  const underWay: { readonly outcome: Promise<Outcome>; readonly bytes: number }[] = [];
  let bytes = 0;
  const next = async (): Promise<Outcome | undefined> => {
    const first = underWay.shift();
    bytes -= first?.bytes ?? 0;
    return first?.outcome;
  };
  for await (const record of streamedRecords(stream, maxBytes)) {
    underWay.push({ outcome: outcomeOf(record, take), bytes: record.bytes });
    bytes += record.bytes;
    let failed = false;
    while (!failed && (underWay.length > MOST_LINES || bytes > MOST_BYTES)) {
      const outcome = await next();
      if (outcome === undefined) break;
      yield outcome;
      failed = 'failure' in outcome;
    }
    if (failed) break;
  }
  for (let outcome = await next(); outcome !== undefined; outcome = await next()) yield outcome;
}

async function outcomeOf(
  { line, record }: StreamedRecord,
  take: (record: JsonObject) => Promise<Collected>,
): Promise<Outcome> {
  if (typeof record === 'string') return { line, problem: PROBLEMS[record] };
  try {
    return { line, collected: await take(record) };
  } catch (error) {
    if (error instanceof InvalidInput || error instanceof TooLarge) return { line, problem: error.message };
    return { line, failure: error };
  }
}

const PROBLEMS: Readonly<Record<RecordProblem | StructureProblem, string>> = {
  not_utf8: 'It is no text in UTF-8.',
  not_json: 'It is no JSON.',
  not_an_object: 'It is no JSON object.',
  too_long: 'It is longer than `inputs.max_line_bytes`.',
  empty_element: 'It is an empty element of an array.',
  array_not_closed: 'The array is not closed.',
  text_after_array: 'Something stands behind the end of the array.',
  bad_gzip: 'It cannot be unpacked.',
};
