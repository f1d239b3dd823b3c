import { loadUnits, MAX_UNITS, UNITS } from '../reading/units.ts';

/** What a unit is to words: a capital, another letter (digits and underscores count, as names have none), or neither. */
export const NO_LETTER = 0;
export const SMALL = 1;
export const CAPITAL = 2;

// An imported name is looked up at each use, a constant of the module is not.
const units = UNITS;
const CASES = makeCases();

/**
 * Latin, Greek, Cyrillic, Armenian: the scripts with capitals; letters of others are small, but for those of East Asia, where
 * a name in Latin letters stands among them without spaces.
 */
function makeCases(): Uint8Array {
  const cases = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x590; unit++) cases[unit] = caseOf(String.fromCharCode(unit));
  for (let unit = 0x1e00; unit < 0x2000; unit++) cases[unit] = caseOf(String.fromCharCode(unit));
  cases.fill(SMALL, 0x590, 0x1e00);
  cases.fill(SMALL, 0x2c00, 0x2e00);
  return cases;
}

function caseOf(character: string): number {
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return CAPITAL;
  return /[\p{L}\p{M}\p{N}_]/u.test(character) ? SMALL : NO_LETTER;
}

/** Nothing stands outside the text; a look into the table with what is no number would make all looks slow. */
export function caseAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? (CASES[text.charCodeAt(at)] ?? NO_LETTER) : NO_LETTER;
}

/** Where words with a capital begin, in order. This is the one look at all signs of every text, so it does nothing else. */
export function capitalsIn(text: string): number[] {
  const starts: number[] = [];
  let before = NO_LETTER;
  if (text.length <= SHORT) return addShort(starts, text);
  for (let from = 0; from < text.length; from += MAX_UNITS) {
    const length = Math.min(MAX_UNITS, text.length - from);
    loadUnits(length === text.length ? text : text.slice(from, from + length));
    before = addCapitals(starts, from, length, before);
  }
  return starts;
}

/** Longest text in which units are read one by one faster than all are written down. Measured on Node 20. */
const SHORT = 256;

function addShort(starts: number[], text: string): number[] {
  let before = NO_LETTER;
  for (let at = 0; at < text.length; at++) {
    const kind = CASES[text.charCodeAt(at)] ?? NO_LETTER;
    if (kind === CAPITAL && before === NO_LETTER) starts.push(at);
    before = kind;
  }
  return starts;
}

function addCapitals(starts: number[], from: number, length: number, caseBefore: number): number {
  let before = caseBefore;
  for (let at = 0; at < length; at++) {
    const kind = CASES[units[at] ?? 0] ?? NO_LETTER;
    if (kind === CAPITAL && before === NO_LETTER) starts.push(from + at);
    before = kind;
  }
  return before;
}

/** The end of the word that begins at `start`: letters, with an apostrophe or hyphen between two; without the 's of a genitive. */
export function nameEnd(text: string, start: number): number {
  let end = start;
  for (;;) {
    if (caseAt(text, end) !== NO_LETTER) end++;
    else if (isJoiner(text.charCodeAt(end)) && caseAt(text, end + 1) !== NO_LETTER) end += 2;
    else break;
  }
  const genitive = end - 2 > start && text[end - 1] === 's' && isApostrophe(text.charCodeAt(end - 2));
  return genitive ? end - 2 : end;
}

/** An apostrophe or hyphen, which may stand inside a word. */
export function isJoiner(code: number): boolean {
  return code === 45 || isApostrophe(code);
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}
