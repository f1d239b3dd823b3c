/**
 * What a character is, for all measures: one of the numbers below a code point, so that a text is measured by table
 * look-ups instead of Unicode regexes (some twenty times slower). Odd numbers are those of letters, digits and marks;
 * from `SPACE` on, a character means the same to words.ts whatever stands beside it.
 */
const NOT_MET = 0;
export const MARK = 1;
/** A symbol that holds a word together when it stands between letters: apostrophes, hyphens, zero-width joiners. */
export const JOINER = 2;
/** A letter of a script that puts no spaces between words: Han, kana, Thai, Lao, Khmer, Myanmar. */
export const SIGN = 3;
/** A symbol that is a letter to programmers. */
export const UNDERSCORE = 4;
/** Half of a character beyond U+FFFF; alone, a symbol. */
export const SURROGATE = 6;
export const SPACE = 8;
/** Any other letter, or a digit. */
export const LETTER = 9;
/** Neither letter, mark, digit nor white space. */
export const SYMBOL = 10;

const JOINERS = "'’-\u2010\u2011\u200c\u200d";
/** Prolonged sound marks stand among kana, but Unicode files them under no script. */
const SIGN_LETTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc\uff70]/u;

/** The class of every code point, or 0 for those that were not met yet, so that a start costs nothing; see `classOf`. */
export const CLASSES: Uint8Array = new Uint8Array(0x110000);

/** The class of a code point, also of a lone surrogate. */
export function classOf(codePoint: number): number {
  const found = CLASSES[codePoint] ?? NOT_MET;
  return found === NOT_MET ? classify(codePoint) : found;
}

/** Whether a class is that of letters or digits; `_` and marks are neither. */
export function isLetter(characterClass: number): boolean {
  return characterClass === LETTER || characterClass === SIGN;
}

/** Whether a class is that of what is neither letter, mark, digit nor white space. */
export function isSymbol(characterClass: number): boolean {
  return (
    characterClass === SYMBOL ||
    characterClass === JOINER ||
    characterClass === UNDERSCORE ||
    characterClass === SURROGATE
  );
}

function classify(codePoint: number): number {
  const characterClass = look(String.fromCodePoint(codePoint));
  CLASSES[codePoint] = characterClass;
  return characterClass;
}

function look(character: string): number {
  if (/[\p{L}\p{N}]/u.test(character)) return /\p{L}/u.test(character) && SIGN_LETTER.test(character) ? SIGN : LETTER;
  if (/\p{M}/u.test(character)) return MARK;
  if (/\s/u.test(character)) return SPACE;
  if (/\p{Cs}/u.test(character)) return SURROGATE;
  if (character === '_') return UNDERSCORE;
  return JOINERS.includes(character) ? JOINER : SYMBOL;
}
