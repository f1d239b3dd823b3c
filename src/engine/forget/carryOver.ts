import { fstatSync, readSync, writeSync } from 'node:fs';
import { writeAll } from '../writeAll.ts';

const NEWLINE = 10;
const CHUNK_BYTES = 1024 * 1024;

/**
 * Copies the lines that were appended to a log since it had `from` bytes, while nobody else knows of the copy. What has no end yet is left:
 * somebody may be writing it, and when the copy has the name, others append to it.
 * @returns up to where the log was copied
 */
export function carryLines(old: number, fresh: number, from: number): number {
  let at = from;
  for (let lines = linesFrom(old, at); lines.length > 0; lines = linesFrom(old, at)) {
    writeAll(fresh, lines);
    at += lines.length;
  }
  return at;
}

/**
 * Copies all that was appended to a log since it had `from` bytes, while others append to the copy: none of its lines is parted by theirs, none
 * is joined to what another has not ended. A line may come twice.
 * @param fresh the copy, open to be read and appended to
 * @param size what the copy had when nobody knew of it
 * @returns up to where the log was copied
 */
export function carryRest(old: number, fresh: number, from: number, size: number): number {
  let at = from > 0 && !isEnd(old, from) ? endOpenLine(old, fresh, from, size) : from;
  for (let lines = linesFrom(old, at); lines.length > 0; lines = linesFrom(old, at)) {
    appendLines(fresh, lines);
    at += lines.length;
  }
  const unended = lineFrom(old, at);
  if (unended.length > 0 && at >= from) appendLines(fresh, unended);
  return at + unended.length;
}

/** The copy ends within a line: its rest is put there, if nobody was faster. @returns from where on lines are to be copied */
function endOpenLine(old: number, fresh: number, from: number, size: number): number {
  const rest = lineFrom(old, from);
  if (rest.length === 0) return from;
  if (fstatSync(fresh).size === size && append(fresh, rest, size) === size) return from + rest.length;
  return lineStart(old, from);
}

/** Appends until all of it stands behind the end of a line. */
function appendLines(fresh: number, lines: Buffer): void {
  for (;;) {
    const { size } = fstatSync(fresh);
    const lead = size === 0 || isEnd(fresh, size) ? [] : [Buffer.of(NEWLINE)];
    const at = append(fresh, Buffer.concat([...lead, lines]), size);
    if (at !== undefined && (lead.length > 0 || at === 0 || isEnd(fresh, at))) return;
  }
}

/** Appends by one call. @param size of the file before. @returns where the bytes are, if they are together */
function append(fresh: number, bytes: Buffer, size: number): number | undefined {
  if (writeSync(fresh, bytes) < bytes.length) return undefined;
  const now = fstatSync(fresh).size;
  if (now === size + bytes.length) return size;
  const found = bytesFrom(fresh, size, now - size).indexOf(bytes);
  return found === -1 ? undefined : size + found;
}

/** Whether the byte before `position` ends a line. */
function isEnd(descriptor: number, position: number): boolean {
  return bytesFrom(descriptor, position - 1, 1)[0] === NEWLINE;
}

/** Where the line begins that the byte before `position` is of. */
function lineStart(descriptor: number, position: number): number {
  for (let end = position; ; ) {
    const start = Math.max(0, end - CHUNK_BYTES);
    const newline = bytesFrom(descriptor, start, end - start).lastIndexOf(NEWLINE);
    if (newline !== -1) return start + newline + 1;
    if (start === 0) return 0;
    end = start;
  }
}

/** Lines that have an end, at least one if there is one. */
function linesFrom(descriptor: number, position: number): Buffer {
  for (let most = CHUNK_BYTES; ; most *= 2) {
    const bytes = bytesFrom(descriptor, position, most);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    if (end > 0 || bytes.length < most) return bytes.subarray(0, end);
  }
}

/** What is there of the line that begins or goes on at `position`. */
function lineFrom(descriptor: number, position: number): Buffer {
  for (let most = CHUNK_BYTES; ; most *= 2) {
    const bytes = bytesFrom(descriptor, position, most);
    const end = bytes.indexOf(NEWLINE) + 1;
    if (end > 0 || bytes.length < most) return end > 0 ? bytes.subarray(0, end) : bytes;
  }
}

function bytesFrom(descriptor: number, position: number, most: number): Buffer {
  const bytes = Buffer.allocUnsafe(most);
  let length = 0;
  for (let read = -1; read !== 0 && length < most; length += read)
    read = readSync(descriptor, bytes, length, most - length, position + length);
  return bytes.subarray(0, length);
}
