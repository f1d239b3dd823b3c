import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { ALIGNMENT, type Column } from '../../pipeline/columns.ts';

/**
 * A file of columns as they are in memory: a magic word with the version of this layout, the lengths and checksums of
 * what follows, a header as JSON, and the columns, each at a multiple of eight bytes. On a big-endian machine the magic
 * word does not fit, and nothing is read.
 *
 * Not Arrow IPC: `apache-arrow` reads such a file no faster, and takes 100 ms to load (docs/architecture.md).
 */
const MAGIC = 0x32_74_67_64; // "dgt2" in the byte order of the columns
const PREFIX_BYTES = 24;
/** Most headers are read with the prefix, in one go. */
const FIRST_READ = 8 * 1024;

/** The pieces of the file, in order. */
export function encodeColumnFile(header: object, columns: readonly Column[]): Uint8Array[] {
  const json = alignedJson(header);
  // Of a view on nothing zlib says 0, whatever the checksum was so far.
  const body = columns
    .map(bytesOf)
    .flatMap((piece) => [piece, paddingAfter(piece)])
    .filter(({ length }) => length > 0);
  const prefix = Buffer.alloc(PREFIX_BYTES);
  new Uint32Array(prefix.buffer, prefix.byteOffset, 1)[0] = MAGIC;
  prefix.writeUInt32LE(json.length, 4);
  prefix.writeUInt32LE(crc32(json), 8);
  prefix.writeUInt32LE(
    body.reduce<number>((checksum, piece) => crc32(piece, checksum), 0),
    12,
  );
  prefix.writeDoubleLE(
    body.reduce((sum, piece) => sum + piece.length, 0),
    16,
  );
  return [prefix, json, ...body];
}

/** The header of such a file, and its columns on demand. */
export interface ColumnFile {
  /** As JSON. */
  readonly header: Uint8Array;
  /**
   * The columns one behind another, `undefined` when they are damaged. They lie in a buffer that the next call, for
   * whatever file, writes over: copy what is to stay.
   */
  columns(): Uint8Array | undefined;
}

/**
 * Opens a file; `undefined` when it is cut short, damaged in its header, or of another layout.
 * @throws the error of the file system when there is none
 */
export function openColumnFile(path: string): ColumnFile | undefined {
  return withFile(path, (descriptor) => {
    let head = readAt(descriptor, 0, Buffer.allocUnsafe(FIRST_READ));
    if (head.length < PREFIX_BYTES || wordAt(head) !== MAGIC) return undefined;
    const length = head.readUInt32LE(4);
    const begin = PREFIX_BYTES + length;
    const bytes = head.readDoubleLE(16);
    if (fstatSync(descriptor).size !== begin + bytes) return undefined;
    if (head.length < begin) head = readAt(descriptor, 0, Buffer.allocUnsafe(begin));
    const header = head.subarray(PREFIX_BYTES, begin);
    if (crc32(header) !== head.readUInt32LE(8)) return undefined;
    const checksum = head.readUInt32LE(12);
    return { header, columns: () => columnsOf(path, begin, bytes, checksum) };
  });
}

/** One buffer for all files: a thousand of their own would be garbage that nobody collects in time. */
let shared = Buffer.alloc(0);

function columnsOf(path: string, begin: number, bytes: number, checksum: number): Uint8Array | undefined {
  if (shared.length < bytes) shared = Buffer.alloc(Math.ceil(1.25 * bytes));
  try {
    const columns = withFile(path, (descriptor) => readAt(descriptor, begin, shared.subarray(0, bytes)));
    return columns.length === bytes && crc32(columns) === checksum ? columns : undefined;
  } catch {
    return undefined; // another run cleared the cache
  }
}

function withFile<Result>(path: string, use: (descriptor: number) => Result): Result {
  const descriptor = openSync(path, 'r');
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Fills `buffer` from `position` on; shorter where the file ends. */
function readAt(descriptor: number, position: number, buffer: Buffer): Buffer {
  let length = 0;
  while (length < buffer.length) {
    const read = readSync(descriptor, buffer, length, buffer.length - length, position + length);
    if (read === 0) break;
    length += read;
  }
  return buffer.subarray(0, length);
}

function wordAt(bytes: Uint8Array): number | undefined {
  return new Uint32Array(bytes.slice(0, 4).buffer)[0];
}

/** With spaces behind it, so that what follows is aligned. */
function alignedJson(header: object): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  return Buffer.concat([json, Buffer.alloc(paddingAfter(json).length, ' ')]);
}

function bytesOf(column: Column): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

function paddingAfter(piece: Uint8Array): Uint8Array {
  return new Uint8Array((ALIGNMENT - (piece.length % ALIGNMENT)) % ALIGNMENT);
}
