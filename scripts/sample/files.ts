import { constants, gzipSync } from 'node:zlib';

/** Days whose file has something about it; every other file is plain UTF-8 with LF. */
export const SPECIAL_DAYS = {
  byteOrderMark: '2026-09-03',
  carriageReturns: '2026-09-10',
  gzip: '2026-09-21',
  noFinalNewline: '2026-09-28',
  stillWritten: '2026-10-31',
} as const;

export interface DayFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The lines of a day as the bytes of its file. */
export function dayFile(date: string, lines: readonly Buffer[]): DayFile {
  const name = `conversations_${date}.jsonl`;
  const end = Buffer.from(date === SPECIAL_DAYS.carriageReturns ? '\r\n' : '\n');
  const whole = Buffer.concat(lines.flatMap((line) => [line, end]));
  if (date === SPECIAL_DAYS.byteOrderMark) return { name, bytes: Buffer.concat([Buffer.from('\ufeff'), whole]) };
  if (date === SPECIAL_DAYS.noFinalNewline) return { name, bytes: whole.subarray(0, -1) };
  if (date === SPECIAL_DAYS.gzip) return { name: `${name}.gz`, bytes: gzip(whole) };
  if (date === SPECIAL_DAYS.stillWritten) {
    const last = lines.at(-1) ?? Buffer.alloc(0);
    return { name, bytes: Buffer.concat([whole, last.subarray(0, Math.floor(last.length / 2))]) };
  }
  return { name, bytes: whole };
}

/**
 * The same bytes on every machine: Huffman coding only, as the search for repetitions differs with the processor;
 * time 0 (Node's default) and “unknown” as the system (RFC 1952, 2.3.1: byte 9 is 255).
 */
function gzip(bytes: Buffer): Buffer {
  const packed = gzipSync(bytes, { level: 9, strategy: constants.Z_HUFFMAN_ONLY });
  packed.writeUInt32LE(0, 4);
  packed.writeUInt8(255, 9);
  return packed;
}

export function jsonLines(values: readonly string[]): Buffer {
  return Buffer.from(values.map((value) => `${value}\n`).join(''), 'utf8');
}
