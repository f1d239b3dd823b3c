import { BIG_ENDIAN, writeUnits } from '../../../measures/codeUnits.ts';

/** Longest text, in UTF-16 units, that is read as numbers. Ours: next to no message is longer. */
export const MAX_UNITS = 1 << 20;

const BYTES = Buffer.alloc(2 * (MAX_UNITS + 1));

/** The UTF-16 units of the text loaded last, then a 0: a loop over them takes a third of the time of one of `charCodeAt`. */
export const UNITS = new Uint16Array(BYTES.buffer, BYTES.byteOffset, MAX_UNITS + 1);

/** Writes the units of `text`, of at most `MAX_UNITS`, into `UNITS`. */
export function loadUnits(text: string): void {
  writeUnits(BYTES, text);
  UNITS[text.length] = 0;
}

/** The first `length` of `UNITS` as text. */
export function textOfUnits(length: number): string {
  const bytes = BYTES.subarray(0, 2 * length);
  return (BIG_ENDIAN ? Buffer.from(bytes).swap16() : bytes).toString('utf16le');
}
