/**
 * What a character is, for all measures: one of the numbers below a code point, so that a text is measured by table
 * look-ups instead of Unicode regexes (some twenty times slower). Ranges are meaningful: see `isSymbol` and words.ts.
 */
export const SPACE = 1;
/** Neither letter, mark, digit nor white space. */
export const SYMBOL = 2;
/** A symbol that holds a word together when it stands between letters: apostrophes, hyphens, zero-width joiners. */
export const JOINER = 3;
/** A symbol that is a letter to programmers. */
export const UNDERSCORE = 4;
export const MARK = 5;
/** A letter of a script that puts no spaces between words: Han, kana, Thai, Lao, Khmer, Myanmar. */
export const SIGN = 6;
/** Any other letter, or a digit. */
export const LETTER = 7;

const JOINERS = "'’-\u2010\u2011\u200c\u200d";
/** Prolonged sound marks stand among kana, but Unicode files them under no script. */
const SIGN_LETTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc\uff70]/u;

/** One byte a code point, filled as characters are met (0: not met yet), so that a start costs nothing. */
const known = new Uint8Array(0x110000);

/** The class of a code point; a lone surrogate is a symbol. */
export function classOf(codePoint: number): number {
  const found = known[codePoint] ?? 0;
  return found === 0 ? classify(codePoint) : found;
}

export function isSymbol(characterClass: number): boolean {
  return characterClass >= SYMBOL && characterClass <= UNDERSCORE;
}

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  const characterClass = look(character);
  known[codePoint] = characterClass;
  return characterClass;
}

function look(character: string): number {
  if (/[\p{L}\p{N}]/u.test(character)) return /\p{L}/u.test(character) && SIGN_LETTER.test(character) ? SIGN : LETTER;
  if (/\p{M}/u.test(character)) return MARK;
  if (/\s/u.test(character)) return SPACE;
  if (character === '_') return UNDERSCORE;
  return JOINERS.includes(character) ? JOINER : SYMBOL;
}
