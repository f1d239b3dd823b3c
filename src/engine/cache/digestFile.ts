import xxhash from 'xxhash-wasm';
import { SIGNATURE_BYTES } from '../../measures/minhash.ts';
import { ALIGNMENT, type Column, columnViews } from '../../pipeline/columns.ts';
import { columnsOf, type Digest, exchangeColumnsOf, exchangesFrom, rowsFrom } from '../../pipeline/digest.ts';
import { type FeedbackDigest, feedbackColumnsOf, feedbackFrom } from '../../pipeline/feedback/feedbackRows.ts';
import { type DigestHeader, parseHeader } from './digestHeader.ts';

/**
 * How a digest lies in its file: a magic word with the version of this layout, the length of the header, a checksum and
 * the length of all that follows; then the header as JSON, and the columns as they are in memory, each at a multiple of
 * eight bytes. On a big-endian machine the magic word does not fit, and nothing is read.
 *
 * Not Arrow IPC: `apache-arrow` reads such a file no faster, and takes 100 ms to load (docs/architecture.md).
 */
const MAGIC = 0x31_74_67_64; // "dgt1" in the byte order of the columns
const PREFIX_BYTES = 24;

const { create64 } = await xxhash();

/** A digest of conversations or of feedback as it is kept. */
export type StoredDigest =
  | { readonly kind: 'conversations'; readonly digest: Digest }
  | { readonly kind: 'feedback'; readonly digest: FeedbackDigest };

/** The pieces of the file, in order. */
export function encodeDigest(about: Omit<DigestHeader, 'content'>, stored: StoredDigest): Uint8Array[] {
  const header: DigestHeader = { ...about, content: contentOf(stored) };
  const json = Buffer.from(JSON.stringify(header));
  const body = [json, ...columnsToStore(stored).map(bytesOf)].flatMap((piece) => [piece, paddingAfter(piece)]);
  const prefix = Buffer.alloc(PREFIX_BYTES);
  new Uint32Array(prefix.buffer, prefix.byteOffset, 1)[0] = MAGIC;
  prefix.writeUInt32LE(json.length, 4);
  prefix.writeBigUInt64LE(checksumOf(body), 8);
  prefix.writeDoubleLE(
    body.reduce((sum, piece) => sum + piece.length, 0),
    16,
  );
  return [prefix, ...body];
}

/** Reads a file back; `undefined` when it is cut short, damaged, or of another layout. The columns are views on `file`. */
export function decodeDigest(file: Buffer): { header: DigestHeader; stored: StoredDigest } | undefined {
  if (file.length < PREFIX_BYTES || file.byteOffset % ALIGNMENT !== 0) return undefined;
  const body = file.subarray(PREFIX_BYTES);
  if (new Uint32Array(file.buffer, file.byteOffset, 1)[0] !== MAGIC || file.readDoubleLE(16) !== body.length)
    return undefined;
  if (file.readBigUInt64LE(8) !== checksumOf([body])) return undefined;
  const length = file.readUInt32LE(4);
  const json = body.subarray(0, length);
  const header = parseHeader(json);
  if (header === undefined) return undefined;
  return { header, stored: storedFrom(header.content, body.subarray(length + paddingAfter(json).length)) };
}

function storedFrom(content: DigestHeader['content'], columns: Uint8Array): StoredDigest {
  const source = columnViews(columns);
  const { count } = content;
  if (content.kind === 'feedback') return { kind: 'feedback', digest: { count, rows: feedbackFrom(source, count) } };
  const { exchanges, labels, changed, cut } = content;
  return {
    kind: 'conversations',
    digest: {
      count,
      rows: rowsFrom(source, count),
      exchangeCount: exchanges,
      exchanges: exchangesFrom(source, exchanges),
      labels,
      changed: Uint32Array.from(changed),
      cut: Uint32Array.from(cut),
    },
  };
}

function contentOf(stored: StoredDigest): DigestHeader['content'] {
  if (stored.kind === 'feedback') return { kind: stored.kind, count: stored.digest.count };
  const { count, exchangeCount, labels, changed, cut } = stored.digest;
  return { kind: stored.kind, count, exchanges: exchangeCount, labels, changed: [...changed], cut: [...cut] };
}

/** The columns cut to the rows they hold. */
function columnsToStore(stored: StoredDigest): Column[] {
  const { count } = stored.digest;
  if (stored.kind === 'feedback')
    return feedbackColumnsOf(stored.digest.rows).map((column) => column.subarray(0, count));
  const { rows, exchanges, exchangeCount } = stored.digest;
  const { signatures } = rows;
  const whole = columnsOf(rows).map((column) =>
    column === signatures ? column.subarray(0, count * SIGNATURE_BYTES) : column.subarray(0, count),
  );
  return [...whole, ...exchangeColumnsOf(exchanges).map((column) => column.subarray(0, exchangeCount))];
}

function bytesOf(column: Column): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

function paddingAfter(piece: Uint8Array): Uint8Array {
  return new Uint8Array((ALIGNMENT - (piece.length % ALIGNMENT)) % ALIGNMENT);
}

function checksumOf(pieces: readonly Uint8Array[]): bigint {
  const hash = create64();
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}
