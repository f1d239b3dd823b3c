import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, type ReadStream, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { CurateError } from '../../errors.ts';
import { ArraySplitter } from '../../inputs/arraySplitter.ts';
import { DocumentSplitter } from '../../inputs/documentSplitter.ts';
import { isBlank, isNullElement, parseRecord, type RecordProblem } from '../../inputs/parseRecord.ts';
import { isZlibError } from '../../inputs/readRecords.ts';
import type { StructureProblem } from '../../inputs/recordSplitter.ts';
import type { JsonObject } from '../../measures/jsonObject.ts';

/** An export that somebody wants to import. */
export interface SourceFile {
  readonly path: string;
  /** Its name without folders, for reports. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly gzip: boolean;
  /** It is one JSON array; else a JSON document, or one a line. */
  readonly array: boolean;
}

/** Why a stretch of a file is no entry. */
export type EntryProblem = StructureProblem | RecordProblem;

/** Ours: the longest chats seen have 10 MB with their branches; an entry is held in memory some five times. */
export const MAX_ENTRY_BYTES = 64 * 1024 * 1024;

const CHUNK_BYTES = 1024 * 1024;

/** @throws CurateError when there is no such file, or it is an archive that has to be unpacked */
export async function sourceFile(path: string): Promise<SourceFile> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile())
    throw new CurateError(
      `--from ${path}: ${found === undefined ? 'there is no such file' : 'it is no file; name the files in it'}.`,
    );
  const head = headOf(path);
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1')))
    throw new CurateError(`--from ${path}: it is a .zip. Unpack it, and name the JSON file in it.`);
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) hash.update(chunk);
  const first = (gzip ? unpackedHead(head) : head).toString('utf8');
  return {
    path,
    name: basename(path),
    bytes: found.size,
    sha256: hash.digest('hex'),
    gzip,
    // A byte-order mark counts as white space.
    array: first.trimStart().startsWith('['),
  };
}

/** What reads the entries of a file is told. `place` counts from 1. */
export interface EntrySink {
  /** False when it has seen enough. */
  entry(entry: JsonObject, place: number): boolean;
  broken(problem: EntryProblem, place: number): void;
  /** How many bytes of the file were read so far. */
  read?(bytes: number): void;
}

/** Reads one entry after the other. Memory is bounded by the longest. */
export async function readEntries(source: SourceFile, sink: EntrySink): Promise<void> {
  let place = 0;
  let enough = false;
  const broken = (problem: EntryProblem): void => {
    place++;
    if (!enough) sink.broken(problem, place);
  };
  const records = {
    record(bytes: Buffer): void {
      if (enough || isBlank(bytes)) return;
      place++;
      if (isNullElement(bytes)) return;
      const entry = parseRecord(bytes);
      if (typeof entry === 'string') sink.broken(entry, place);
      else enough = !sink.entry(entry, place);
    },
    broken,
  };
  const splitter = source.array
    ? new ArraySplitter(MAX_ENTRY_BYTES, records)
    : new DocumentSplitter(MAX_ENTRY_BYTES, records);
  const { file, stream } = bytesOf(source);
  try {
    for await (const chunk of stream) {
      if (Buffer.isBuffer(chunk)) splitter.push(chunk);
      sink.read?.(file.bytesRead);
      if (enough) return;
    }
  } catch (error) {
    if (!isZlibError(error)) throw error;
    broken('bad_gzip');
    return;
  } finally {
    stream.destroy();
  }
  splitter.end();
}

function bytesOf({ path, gzip }: SourceFile): { file: ReadStream; stream: Readable } {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  if (!gzip) return { file, stream: file };
  const unpacked = createGunzip({ chunkSize: CHUNK_BYTES });
  file.on('error', (error) => unpacked.destroy(error));
  unpacked.on('close', () => file.destroy());
  return { file, stream: file.pipe(unpacked) };
}

function headOf(path: string): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const head = Buffer.alloc(4096);
    return head.subarray(0, readSync(descriptor, head, 0, head.length, 0));
  } finally {
    closeSync(descriptor);
  }
}

function unpackedHead(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0); // reading it will say so
  }
}
