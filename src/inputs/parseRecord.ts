import { isAscii, isUtf8, transcode } from 'node:buffer';
import { isObject, type JsonObject } from '../measures/jsonObject.ts';

export type RecordProblem = 'not_utf8' | 'not_json' | 'not_an_object';

/** The bytes of a record as a JSON object, or why they are none. A byte-order mark and white space around are fine. */
export function parseRecord(bytes: Buffer): JsonObject | RecordProblem {
  return parse(bytes, (json) => {
    const value: unknown = JSON.parse(json);
    return isObject(value) && hasLongNumber(value) ? JSON.parse(quoteLongNumbers(json)) : value;
  });
}

/** The same with numbers as they stand, be they too long for a double. */
export function parseAsIs(bytes: Buffer): JsonObject | RecordProblem {
  return parse(bytes, JSON.parse);
}

function parse(bytes: Buffer, read: (json: string) => unknown): JsonObject | RecordProblem {
  const text = decode(bytes);
  if (text === undefined) return 'not_utf8';
  try {
    const value = read(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    return isObject(value) ? value : 'not_an_object';
  } catch {
    return 'not_json';
  }
}

/** Bytes that are looked at to tell whether much of a line is beyond ASCII. */
const SAMPLES = 16;

/**
 * The text of UTF-8, `undefined` when it is none. `toString('utf8')` reads nearly pure ASCII well, but takes 0.3 ns a byte
 * where all is ASCII (as Latin-1: 0.1), and 1.7 where much is not (by way of UTF-16: 0.7).
 */
export function decode(bytes: Buffer): string | undefined {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (!isUtf8(bytes)) return undefined;
  const step = Math.ceil(bytes.length / SAMPLES);
  for (let at = 0; at < bytes.length; at += step) {
    if ((bytes[at] ?? 0) >= 0x80) return transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  }
  return bytes.toString('utf8');
}

/** Whether a field of the record, or of an object in it, is a whole number that a double cannot hold. */
function hasLongNumber(object: JsonObject): boolean {
  for (const name in object) {
    const value = object[name];
    if (isLongNumber(value)) return true;
    if (!isObject(value)) continue;
    for (const inner in value) if (isLongNumber(value[inner])) return true;
  }
  return false;
}

function isLongNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
}

const STRING_OR_LONG_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/gs;

/**
 * Makes text of whole numbers that a double cannot hold: read as numbers, ids such as those of Snowflake would lose their
 * last digits and become each other.
 */
function quoteLongNumbers(json: string): string {
  return json.replace(STRING_OR_LONG_NUMBER, (match) =>
    match.startsWith('"') || Number.isSafeInteger(Number(match)) ? match : `"${match}"`,
  );
}

/**
 * True for an element `null` of an array: a blank, as an empty line is. `curate forget` leaves it in the place of what
 * it took, so that the elements after it keep their numbers.
 */
export function isNullElement(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.toString('latin1', 0, 4) === 'null' && isBlank(bytes.subarray(4));
}

/** True when a line holds nothing but the white space of JSON (RFC 8259) and perhaps a byte-order mark. */
export function isBlank(bytes: Buffer): boolean {
  for (
    let i = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    i < bytes.length;
    i++
  ) {
    const byte = bytes[i] ?? 0;
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false;
  }
  return true;
}
