/**
 * What a UTF-16 unit is to the fingerprint: nothing, part of a word, or by itself a word. Its words are more than those of
 * words.ts: whether two texts say the same hangs on the signs of code, prices and mathematics as well.
 */
export const SEPARATOR = 0;
/** The one odd number. */
export const LETTER = 1;
/** A sign with a meaning, or a letter of a script that puts no spaces between words. */
export const SIGN = 2;
/** The minus sign of a number, or a hyphen. */
export const MINUS = 4;
/** The "not" of code, or the end of an exclamation. */
export const NOT = 6;

/** Signs that carry meaning in code, prices and mathematics; all other ASCII punctuation is dropped. */
const SIGNS = '+*/=<>#$%&@^|~\\{}[]';

type Ranges = readonly (readonly [number, number])[];

/** Punctuation and space; everything else above ASCII counts as part of a word. */
const SEPARATORS: Ranges = [
  [0x00, 0xbf], // ASCII, of which some is taken back below, and the punctuation and signs of Latin-1
  [0x2000, 0x206f], // general punctuation
  [0x3000, 0x3004], // CJK punctuation, but not the iteration mark
  [0x3006, 0x303f],
  [0xfe00, 0xfe0f], // variation selectors
  [0xfeff, 0xfeff],
  [0xff01, 0xff0f], // full-width punctuation
  [0xff1a, 0xff20],
];

/** Scripts that put no spaces between words (Unicode 17, Blocks.txt). */
const WITHOUT_SPACES: Ranges = [
  [0x0e00, 0x0eff], // Thai, Lao
  [0x1000, 0x109f], // Myanmar
  [0x1780, 0x17ff], // Khmer
  [0x19e0, 0x19ff], // Khmer symbols
  [0x3040, 0x312f], // kana, Bopomofo
  [0x31f0, 0x31ff], // small kana
  [0x3400, 0x9fff], // Han
  [0xa9e0, 0xa9ff], // Myanmar, for Shan
  [0xaa60, 0xaa7f], // Myanmar, for Khamti
  [0xf900, 0xfaff], // Han for compatibility
  [0xff66, 0xff9f], // half-width kana
];

/** The kind of every unit. */
export const KINDS: Uint8Array = new Uint8Array(0x10000).fill(LETTER);
for (const [first, last] of SEPARATORS) KINDS.fill(SEPARATOR, first, last + 1);
for (const [first, last] of WITHOUT_SPACES) KINDS.fill(SIGN, first, last + 1);
for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_')
  KINDS[letter.charCodeAt(0)] = LETTER;
for (const sign of SIGNS) KINDS[sign.charCodeAt(0)] = SIGN;
KINDS['-'.charCodeAt(0)] = MINUS;
KINDS['!'.charCodeAt(0)] = NOT;
