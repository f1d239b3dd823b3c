import type { Readable } from 'node:stream';
import { ArraySplitter } from '../inputs/arraySplitter.ts';
import { LineSplitter } from '../inputs/lineSplitter.ts';
import { isBlank, parseRecord, type RecordProblem } from '../inputs/parseRecord.ts';
import type { RecordSink, RecordSplitter, StructureProblem } from '../inputs/recordSplitter.ts';
import type { JsonObject } from '../measures/jsonObject.ts';

/** A record of a stream, or why it is none; `line` counts from 1, elements where the stream is one array. */
export interface StreamedRecord {
  readonly line: number;
  readonly bytes: number;
  readonly record: JsonObject | RecordProblem | StructureProblem;
}

/** The records of a stream: JSON lines, or one array. Memory is bounded by a chunk and the longest record. */
export async function* streamedRecords(stream: Readable, maxBytes: number): AsyncGenerator<StreamedRecord> {
  const found = new Found();
  let splitter: RecordSplitter | undefined;
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    splitter ??= splitterFor(bytes, maxBytes, found);
    splitter.push(bytes);
    yield* found.take();
  }
  splitter?.end();
  yield* found.take();
}

function splitterFor(head: Buffer, maxBytes: number, sink: RecordSink): RecordSplitter {
  const isArray = /^\uFEFF?\s*\[/.test(head.subarray(0, 256).toString('utf8'));
  if (isArray) return new ArraySplitter(maxBytes, sink);
  return new LineSplitter(0, { end: Number.POSITIVE_INFINITY, maxBytes, midLine: false }, sink);
}

/** Records are parsed at once, for their bytes are gone when the next ones come. */
class Found implements RecordSink {
  #line = 0;
  #records: StreamedRecord[] = [];

  record(bytes: Buffer): void {
    this.#line++;
    if (isBlank(bytes)) return;
    this.#records.push({ line: this.#line, bytes: bytes.length, record: parseRecord(bytes) });
  }

  broken(reason: StructureProblem): void {
    this.#line++;
    this.#records.push({ line: this.#line, bytes: 0, record: reason });
  }

  take(): readonly StreamedRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }
}
