import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { ArraySplitter } from './arraySplitter.ts';
import type { InputFile } from './files.ts';
import { LineSplitter } from './lineSplitter.ts';
import type { RecordSink, RecordSplitter } from './recordSplitter.ts';

const CHUNK_BYTES = 1024 * 1024;

/** A part of a file: the records that begin in [start, end). Only plain files of lines can be cut into several. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the records of `range` one after the other into `sink`. Memory is bounded by a chunk and the longest line.
 * Offsets in a compressed file count its unpacked bytes.
 */
export async function readRecords(
  file: InputFile,
  range: ByteRange,
  maxLineBytes: number,
  sink: RecordSink,
): Promise<void> {
  const whole = { end: Number.POSITIVE_INFINITY, maxBytes: maxLineBytes, midLine: false };
  if (file.gzip)
    return readGzip(file, file.array ? new ArraySplitter(maxLineBytes, sink) : new LineSplitter(0, whole, sink), sink);
  if (file.array) return readPlain(file, 0, file.bytes, new ArraySplitter(maxLineBytes, sink));
  // One byte early: a line feed there says that a line begins right at the start of the range.
  const from = Math.max(0, range.start - 1);
  const splitter = new LineSplitter(from, { end: range.end, maxBytes: maxLineBytes, midLine: range.start > 0 }, sink);
  return readPlain(file, from, file.bytes, splitter);
}

/** Reads up to `end`, the size when the run began, even if the file has grown since. */
function readPlain(file: InputFile, start: number, end: number, splitter: RecordSplitter): void {
  const descriptor = openSync(file.path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    let position = start;
    while (position < end) {
      const length = readSync(descriptor, buffer, 0, Math.min(CHUNK_BYTES, end - position), position);
      if (length === 0) break;
      position += length;
      if (!splitter.push(buffer.subarray(0, length))) return;
    }
    splitter.end();
  } finally {
    closeSync(descriptor);
  }
}

async function readGzip(file: InputFile, splitter: RecordSplitter, sink: RecordSink): Promise<void> {
  if (file.bytes === 0) return;
  const source = createReadStream(file.path, { end: file.bytes - 1, highWaterMark: CHUNK_BYTES });
  const unpacked = createGunzip({ chunkSize: CHUNK_BYTES });
  source.on('error', (error) => unpacked.destroy(error));
  let bytes = 0;
  try {
    for await (const chunk of source.pipe(unpacked)) {
      if (!Buffer.isBuffer(chunk)) continue;
      bytes += chunk.length;
      splitter.push(chunk);
    }
  } catch (error) {
    if (!isZlibError(error)) throw error;
    sink.broken('bad_gzip', bytes);
    return;
  } finally {
    source.destroy();
  }
  splitter.end();
}

/** The bytes are not, or not wholly, what gzip writes. */
export function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}
