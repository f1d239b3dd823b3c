/** The most bytes that one unit of a string takes as UTF-8, and as a JSON string in UTF-8 (`\u001f`). */
export const UTF8_BYTES_PER_UNIT = 3;
export const JSON_BYTES_PER_UNIT = 6;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const ZERO = 0x30;
const HEX_DIGITS = Buffer.from('0123456789abcdef');

/** By byte, what follows the backslash: a letter, `u` for a code of four digits, 0 where no backslash is needed (RFC 8259, section 7). */
const ESCAPES = new Uint8Array(256).fill(LETTER_U, 0, 0x20);
for (const pair of ['""', '\\\\', '\bb', '\tt', '\nn', '\ff', '\rr']) ESCAPES[pair.charCodeAt(0)] = pair.charCodeAt(1);

let scratch = Buffer.allocUnsafeSlow(0);

/**
 * Writes `text` as a JSON string in UTF-8: the bytes that `JSON.stringify` and an encoder give, at half their price.
 * @param to with room for `JSON_BYTES_PER_UNIT` bytes a unit and two quotes, from `at` on
 * @returns the place after the last byte
 */
export function writeJsonString(text: string, to: Buffer, at: number): number {
  if (!text.isWellFormed()) return at + to.write(JSON.stringify(text), at);
  const utf8 = scratchFor(text.length * UTF8_BYTES_PER_UNIT);
  const length = utf8.write(text);
  let end = at;
  to[end++] = QUOTE;
  for (let place = 0; place < length; place++) {
    const byte = utf8[place] ?? 0;
    const letter = ESCAPES[byte] ?? 0;
    if (letter === 0) {
      to[end++] = byte;
      continue;
    }
    to[end++] = BACKSLASH;
    to[end++] = letter;
    if (letter !== LETTER_U) continue;
    to[end++] = ZERO;
    to[end++] = ZERO;
    to[end++] = HEX_DIGITS[byte >> 4] ?? 0;
    to[end++] = HEX_DIGITS[byte & 0xf] ?? 0;
  }
  to[end++] = QUOTE;
  return end;
}

function scratchFor(bytes: number): Buffer {
  if (scratch.length < bytes) scratch = Buffer.allocUnsafeSlow(bytes * 2);
  return scratch;
}
