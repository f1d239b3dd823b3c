import { CAPITAL_LETTER, CASES_END, caseOfUnit, NO_LETTER } from './letterCases.ts';

/** What a UTF-16 unit is to personal data: bits, as many as apply. */
export const WORD = 1; // ASCII letter, digit, _ or -
export const CAPITAL = 2;
export const DIGIT = 4;
export const SPACE = 8;
export const LETTER_D = 16;
export const MARK = 32; // one of `MARKS`, an opening bracket, or what may be coded (see `decode.ts`)
export const FOLDABLE = 64; // stands for an ASCII character (see `fold.ts`)
export const INITIAL = 128; // a capital of any script: a name may begin with it

/** Signs that much personal data has and other text has little of. */
export const MARKS = ':@%';

/** No-break and typographic spaces and hyphens, full-width signs, Arabic, Persian and Devanagari digits: first and last. */
const FOLDABLES: readonly (readonly [number, number])[] = [
  [0x00a0, 0x00a0],
  [0x0660, 0x0669],
  [0x06f0, 0x06f9],
  [0x0966, 0x096f],
  [0x2000, 0x200a],
  [0x2010, 0x2013],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x2212, 0x2212],
  [0x3000, 0x3000],
  [0xfe58, 0xfe58],
  [0xfe63, 0xfe63],
  [0xff01, 0xff5e],
];

/**
 * Invisible signs, and digits of other scripts (of the Basic Multilingual Plane; then the high surrogate of the mathematical
 * ones): what makes a text worth decoding.
 */
const CODED: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20e3, 0x20e3],
  [0xfeff, 0xfeff],
  ...otherDigits(),
  [0xd835, 0xd835],
];

function otherDigits(): (readonly [number, number])[] {
  const rows: (readonly [number, number])[] = [];
  for (let unit = 0x80; unit < 0xd800; unit++) {
    if (!/^\p{Nd}$/u.test(String.fromCharCode(unit))) continue;
    rows.push([unit, unit + 9]);
    unit += 9;
  }
  return rows;
}

/** For every unit, in the low byte its kinds, and in the high byte those that are worth a look right behind it. */
export const KINDS = makeTable();

function makeTable(): Uint16Array {
  const table = new Uint16Array(0x10000).fill(entryOf(0, NO_LETTER));
  for (let unit = 0; unit < CASES_END; unit++) table[unit] = entryOf(kindsOf(unit), caseOfUnit(unit));
  for (const [kind, ranges] of [[MARK, CODED] as const, [FOLDABLE, FOLDABLES] as const])
    for (const [first, last] of ranges)
      for (let unit = first; unit <= last; unit++) table[unit] = entryOf(kind, caseOfUnit(unit));
  return table;
}

function kindsOf(unit: number): number {
  let kinds = caseOfUnit(unit) === CAPITAL_LETTER ? INITIAL : 0;
  if (unit >= 0x80) return kinds;
  const character = String.fromCharCode(unit);
  if (/[A-Za-z0-9_-]/.test(character)) kinds |= WORD;
  if (/[A-Z]/.test(character)) kinds |= CAPITAL;
  if (/[0-9]/.test(character)) kinds |= DIGIT;
  if (/[ ]/.test(character)) kinds |= SPACE;
  if (/[dD]/.test(character)) kinds |= LETTER_D;
  if (/[([{&]/.test(character) || MARKS.includes(character)) kinds |= MARK;
  return kinds;
}

/** Worth a look: a capital at the beginning of a word or, in ASCII, inside of one, the first digit of a number, the d of ` dot `, and what is rare. */
function entryOf(kinds: number, letterCase: number): number {
  let watched = MARK | FOLDABLE;
  if (letterCase === NO_LETTER) watched |= INITIAL;
  if ((kinds & WORD) !== 0) watched |= CAPITAL;
  if ((kinds & DIGIT) === 0) watched |= DIGIT;
  if ((kinds & SPACE) !== 0) watched |= LETTER_D;
  return kinds | (watched << 8);
}

export function markBit(mark: string): number {
  return 1 << MARKS.indexOf(mark);
}

/** The bits of all marks in `text`. */
export function marksOf(text: string): number {
  let marks = 0;
  for (const character of text) if (MARKS.includes(character)) marks |= markBit(character);
  return marks;
}
