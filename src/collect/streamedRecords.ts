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
  let head = Buffer.alloc(0);
  let splitter: RecordSplitter | undefined;
  for await (const chunk of stream) {
    let bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    if (splitter === undefined) {
      head = Buffer.concat([head, bytes]);
      if (!tellsShape(head)) continue;
      splitter = splitterFor(head, maxBytes, found);
      bytes = head;
    }
    splitter.push(bytes);
    yield* found.take();
  }
  if (splitter === undefined) {
    splitter = splitterFor(head, maxBytes, found);
    splitter.push(head);
  }
  splitter.end();
  yield* found.take();
}

/** Ours: nobody begins with so much white space. */
const HEAD_BYTES = 256;

/** An array of objects; a line may be an array, too, though of no use. */
const ARRAY = /^\uFEFF?\s*\[\s*\{/;

/** What may yet become the beginning of an array. */
const UNDECIDED = /^\uFEFF?\s*(?:\[\s*)?$/;

function tellsShape(head: Buffer): boolean {
  return head.length >= HEAD_BYTES || !UNDECIDED.test(head.toString('utf8'));
}

function splitterFor(head: Buffer, maxBytes: number, sink: RecordSink): RecordSplitter {
  if (ARRAY.test(head.subarray(0, HEAD_BYTES).toString('utf8'))) return new ArraySplitter(maxBytes, sink);
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
