import type { Span } from '../detector.ts';
import { CAPITAL, DIGIT, KINDS, LETTER_D, MARK, MARKS, markBit, WORD } from './kinds.ts';
import { caseOfUnit, NO_LETTER } from './letterCases.ts';
import { MIN_TOKEN, type Traits } from './traits.ts';
import { UNITS } from './units.ts';

const units = UNITS;
const kindsOf = KINDS;

/** An IPv6 address has at most four hexadecimal digits between two colons (RFC 4291, 2.2). */
const COLON_REACH = 5;

const SPACE_UNIT = 0x20;

/** Takes down the traits of a text, place by place, from its beginning to its end. */
export class TraitCounter implements Traits {
  digits = 0;
  digitsInRow = 0;
  dottedNumbers = 0;
  colonsInRow = 0;
  token = 0;
  spelledSigns = false;
  coded = false;
  marks = 0;
  readonly capitals: number[] = [];
  readonly numbers: Span[] = [];
  readonly tokens: Span[] = [];

  readonly #text: string;
  #digitRow = 0;
  #dottedRow = 0;
  #numberEnd = 0;
  #colonRow = 0;
  #colonEnd = -COLON_REACH;
  #tokenEnd = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Looks at the capital at `at`. */
  lookAtCapital(at: number): void {
    const before = at === 0 ? 0 : (units[at - 1] ?? 0);
    if (caseOfUnit(before) === NO_LETTER) this.capitals.push(at);
    const kinds = kindsOf[units[at] ?? 0] ?? 0;
    if (before === SPACE_UNIT) {
      if ((kinds & LETTER_D) !== 0) this.spelledSigns ||= isDot(this.#text, at);
    } else if ((kinds & CAPITAL) !== 0 && at > 0 && isOf(WORD, at - 1)) this.#lookAtToken(at);
  }

  /** Looks at what begins at `at`, or is in the middle of; it is no capital. */
  look(at: number): void {
    const text = this.#text;
    if (isOf(DIGIT, at)) {
      this.#lookAtNumber(text, at);
      this.#lookAtToken(at);
    } else if (isOf(MARK, at)) this.#lookAtMark(text, at);
    else if (text[at - 1] === ' ') this.spelledSigns ||= isDot(text, at);
    else this.#lookAtToken(at);
  }

  #lookAtNumber(text: string, start: number): void {
    let end = start + 1;
    while (isOf(DIGIT, end)) end++;
    const digits = end - start;
    this.digits += digits;
    this.#digitRow = isGap(this.#numberEnd, start) ? this.#digitRow + digits : digits;
    this.digitsInRow = Math.max(this.digitsInRow, this.#digitRow);
    this.#dottedRow = this.#numberEnd === start - 1 && text[start - 1] === '.' ? this.#dottedRow + 1 : 1;
    this.dottedNumbers = Math.max(this.dottedNumbers, this.#dottedRow);
    this.#numberEnd = end;
    this.numbers.push({ start, end });
  }

  #lookAtToken(at: number): void {
    if (at < this.#tokenEnd) return;
    let start = at;
    while (start > 0 && isOf(WORD, start - 1)) start--;
    let end = at + 1;
    while (isOf(WORD, end)) end++;
    this.#tokenEnd = end;
    this.token = Math.max(this.token, end - start);
    if (end - start >= MIN_TOKEN) this.tokens.push({ start, end });
  }

  #lookAtMark(text: string, at: number): void {
    const mark = text[at] ?? '';
    if (mark === '(' || mark === '[' || mark === '{') this.spelledSigns ||= isBracketedAt(text, at);
    else if (MARKS.includes(mark)) this.marks |= markBit(mark);
    else this.coded ||= mark !== '&' || isEntityHead(text, at + 1);
    if (mark === ':') this.#lookAtColon(at);
    else if (mark === '%') this.coded ||= isHexadecimal(text, at + 1) && isHexadecimal(text, at + 2);
  }

  #lookAtColon(at: number): void {
    this.#colonRow = at - this.#colonEnd <= COLON_REACH ? this.#colonRow + 1 : 1;
    this.colonsInRow = Math.max(this.colonsInRow, this.#colonRow);
    this.#colonEnd = at;
  }
}

function isOf(kind: number, at: number): boolean {
  return ((kindsOf[units[at] ?? 0] ?? 0) & kind) !== 0;
}

/** What may stand between the digits of one number. */
const GAPS = Array.from(' ()./\r\n-', (sign) => sign.charCodeAt(0));

/** Whether the signs between two numbers leave their digits in a row. */
function isGap(start: number, end: number): boolean {
  if (end - start > 3) return false;
  for (let at = start; at < end; at++) if (!GAPS.includes(units[at] ?? 0)) return false;
  return true;
}

/** ` dot `, of which the d is at `at`. */
function isDot(text: string, at: number): boolean {
  return isEither(text[at + 1], 'o', 'O') && isEither(text[at + 2], 't', 'T') && text[at + 3] === ' ';
}

/** `(at)`, `[ at ]`, `{At)`, of which the bracket is at `open`. */
function isBracketedAt(text: string, open: number): boolean {
  const at = text[open + 1] === ' ' ? open + 2 : open + 1;
  if (!isEither(text[at], 'a', 'A') || !isEither(text[at + 1], 't', 'T')) return false;
  const close = text[at + 2] === ' ' ? text[at + 3] : text[at + 2];
  return close === ')' || close === ']' || close === '}';
}

function isEither(character: string | undefined, small: string, capital: string): boolean {
  return character === small || character === capital;
}

/** `&#`, or `&` and a letter. */
function isEntityHead(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 32;
  return text[at] === '#' || (code >= 97 && code <= 122);
}

function isHexadecimal(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 102);
}
