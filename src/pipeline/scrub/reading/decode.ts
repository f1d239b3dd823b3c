import { decodeHTMLStrict } from 'entities';

/** A text in which every character stands for itself, and where its units come from. */
export interface DecodedText {
  readonly text: string;
  /** Where in the original the unit at `position` begins. */
  startOf(position: number): number;
  /** Where in the original what ends before `position` ends. */
  endOf(position: number): number;
}

/** What one stretch of the original became: in the decoded text from `at`, `length` units long (0: taken out). */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly start: number;
  readonly end: number;
}

/**
 * An HTML entity; `%40` and the like in a row; invisible signs, also those that make a digit a key cap; a digit of a script
 * that `fold.ts` leaves alone.
 */
const CODED =
  /&(?:[a-z][a-z\d]{1,30}|#\d{1,7}|#x[\da-f]{1,6});|(?:%[\da-f]{2})+|(?:\p{Cf}|\ufe0f\u20e3?)+|(?![0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19])\p{Nd}/giu;

/**
 * Decodes what people and programs write instead of the characters that are meant: `ann&#64;example.com`, `ann%40example.com`,
 * digits with zero-width spaces between them or in the signs of any script.
 * @returns `undefined` where there is nothing of the kind
 */
export function decodeText(text: string): DecodedText | undefined {
  const pieces: Piece[] = [];
  let decoded = '';
  let end = 0;
  const put = (start: number, to: number, value: string): void => {
    decoded += text.slice(end, start);
    pieces.push({ at: decoded.length, length: value.length, start, end: to });
    decoded += value;
    end = to;
  };
  for (const { 0: coded, index } of text.matchAll(CODED)) {
    if (coded.startsWith('%')) putPercents(coded, index, put);
    else put(index, index + coded.length, meaningOf(coded));
  }
  if (pieces.length === 0) return undefined;
  decoded += text.slice(end);
  return {
    text: decoded,
    startOf: (position) => startIn(pieces, position),
    endOf: (position) => endIn(pieces, position),
  };
}

function meaningOf(coded: string): string {
  if (coded.startsWith('&')) return decodeHTMLStrict(coded);
  return /^\p{Nd}$/u.test(coded) ? digitOf(coded) : '';
}

/** Unicode has the ten digits of a script in a row, and every row begins at a code point whose neighbour before is no digit. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(isMathematical(code) ? (code - FIRST_MATHEMATICAL) % 10 : value);
}

/** Mathematical digits are five rows with nothing between them. */
const FIRST_MATHEMATICAL = 0x1d7ce;
const isMathematical = (code: number): boolean => code >= FIRST_MATHEMATICAL && code <= 0x1d7ff;

/** Puts the characters that a run of `%XX` encodes (RFC 3986, 2.1; UTF-8), each in its place; what is no UTF-8 stays. */
function putPercents(run: string, start: number, put: (start: number, end: number, value: string) => void): void {
  let at = 0;
  while (at < run.length) {
    const lead = Number.parseInt(run.slice(at + 1, at + 3), 16);
    const length = 3 * utf8Length(lead);
    const character = lead < 0x80 ? String.fromCharCode(lead) : decodedPercents(run.slice(at, at + length));
    if (character !== undefined) put(start + at, start + at + length, character);
    at += character === undefined ? 3 : length;
  }
}

/** Bytes of the UTF-8 sequence that begins with `lead` (RFC 3629, 3). */
function utf8Length(lead: number): number {
  if (lead < 0xc0) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

function decodedPercents(run: string): string | undefined {
  try {
    return decodeURIComponent(run);
  } catch {
    return undefined;
  }
}

function startIn(pieces: readonly Piece[], position: number): number {
  const piece = lastAt(pieces, position);
  if (piece === undefined) return position;
  const behind = position - (piece.at + piece.length);
  return behind < 0 ? piece.start : piece.end + behind;
}

function endIn(pieces: readonly Piece[], position: number): number {
  if (position === 0) return 0;
  const piece = lastAt(pieces, position - 1);
  if (piece === undefined) return position;
  const behind = position - (piece.at + piece.length);
  return behind <= 0 ? piece.end : piece.end + behind;
}

/** The last piece that begins at `position` or before, by bisection. */
function lastAt(pieces: readonly Piece[], position: number): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.at ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}
