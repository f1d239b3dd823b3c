/** What a unit is to words: a capital, another letter (digits and underscores count, as names have none), or neither. */
export const NO_LETTER = 0;
export const SMALL = 1;
export const CAPITAL_LETTER = 2;

/**
 * By UTF-16 unit. Latin, Greek, Cyrillic, Armenian: the scripts with capitals; letters of others are small, but for those of
 * East Asia, where a name in Latin letters stands among them without spaces.
 */
const CASES = makeCases();

/** The first unit behind the last that is a letter in `CASES`. */
export const CASES_END = 0x2e00;

function makeCases(): Uint8Array {
  const cases = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x590; unit++) cases[unit] = caseOf(String.fromCharCode(unit));
  for (let unit = 0x1e00; unit < 0x2000; unit++) cases[unit] = caseOf(String.fromCharCode(unit));
  cases.fill(SMALL, 0x590, 0x1e00);
  cases.fill(SMALL, 0x2c00, 0x2e00);
  return cases;
}

function caseOf(character: string): number {
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return CAPITAL_LETTER;
  return /[\p{L}\p{M}\p{N}_]/u.test(character) ? SMALL : NO_LETTER;
}

/** Of a UTF-16 unit. */
export function caseOfUnit(unit: number): number {
  return CASES[unit] ?? NO_LETTER;
}

/** Nothing stands outside the text; a look into the table with what is no number would make all looks slow. */
export function caseAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? (CASES[text.charCodeAt(at)] ?? NO_LETTER) : NO_LETTER;
}

/** Where words with a capital begin, in order: for texts too long to be counted (see `longTextTraits.ts`). */
export function capitalsIn(text: string): number[] {
  const starts: number[] = [];
  let before = NO_LETTER;
  for (let at = 0; at < text.length; at++) {
    const kind = CASES[text.charCodeAt(at)] ?? NO_LETTER;
    if (kind === CAPITAL_LETTER && before === NO_LETTER) starts.push(at);
    before = kind;
  }
  return starts;
}
