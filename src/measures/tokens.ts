import { BLOCK_UNITS, copyUnits, UNITS } from './codeUnits.ts';
import { KINDS, LETTER, MINUS, NOT, SIGN } from './tokenKinds.ts';

/** Two independent 32-bit hashes of each token of a block: of a word, or of a sign with a meaning (see tokenKinds.ts). */
export const FIRST_HASHES: Int32Array = new Int32Array(BLOCK_UNITS + 2);
export const SECOND_HASHES: Int32Array = new Int32Array(BLOCK_UNITS + 2);

/**
 * Hashes the tokens of `text`, which is in small letters, in one linear pass, some thousand at a time in `FIRST_HASHES`
 * and `SECOND_HASHES`.
 * @param visit gets how many tokens are in this block; must not scan other texts
 */
export function eachBlockOfTokens(text: string, visit: (count: number) => void): void {
  scanner.scan(text, visit);
}

// Constants of this module, because those imported are looked up at every step of the loop (twice the time).
const units = UNITS;
const kinds = KINDS;
const first = FIRST_HASHES;
const second = SECOND_HASHES;
const ALONE = SIGN;
const FIRST_PRIME = 0x01000193;
const SECOND_PRIME = 0x5bd1e995;
const FIRST_OF_SIGN = 0x9e3779b1;
const SECOND_OF_SIGN = 0xc2b2ae3d;

class TokenScanner {
  /** Tokens found in the block, and what of it comes next. */
  #count = 0;
  #at = 0;
  /** 1 when `#at` is inside a word, else 0; the hashes of the word so far. */
  #inside = 0;
  #first = 0;
  #second = 0;

  scan(text: string, visit: (count: number) => void): void {
    this.#leaveWord();
    for (let start = 0; start < text.length; start += this.#at) {
      this.#count = 0;
      this.#at = 0;
      for (const end = copyUnits(text, start); this.#at < end; ) {
        this.#scanCertain(end);
        if (this.#at < end) this.#takeDoubtful(text, start + this.#at);
      }
      if (start + this.#at === text.length) this.#count += this.#inside;
      visit(this.#count);
    }
  }

  /**
   * Reads on to a sign that may or may not be a token. As in wordScanner.ts nothing branches where words end, and nothing
   * is called (not even once in a text: the loop would leave the registers): 1.6 ns a character, not 3.
   */
  #scanCertain(end: number): void {
    let count = this.#count;
    let inside = this.#inside;
    let one = this.#first;
    let two = this.#second;
    let at = this.#at;
    for (; at < end; at++) {
      const unit = units[at] ?? 0;
      const kind = kinds[unit] ?? 0;
      if (kind > ALONE) break;
      const letter = kind & 1;
      first[count] = one;
      second[count] = two;
      count += inside & ~letter;
      inside = letter;
      one = Math.imul(one ^ unit, FIRST_PRIME & -letter);
      two = Math.imul(two + unit, SECOND_PRIME & -letter);
      if (kind !== ALONE) continue;
      first[count] = Math.imul(unit, FIRST_OF_SIGN) | 1;
      second[count] = Math.imul(unit, SECOND_OF_SIGN);
      count++;
    }
    // The word in which this ends, if it does; it counts when nothing more comes.
    first[count] = one;
    second[count] = two;
    this.#count = count;
    this.#inside = inside;
    this.#first = one;
    this.#second = two;
    this.#at = at;
  }

  /** Takes the `-` or `!` at `#at` of the block, `place` of `text`. */
  #takeDoubtful(text: string, place: number): void {
    this.#at++;
    this.#count += this.#inside;
    this.#leaveWord();
    if (!isNegative(text, place) && !isNegation(text, place)) return;
    const unit = text.charCodeAt(place);
    first[this.#count] = Math.imul(unit, FIRST_OF_SIGN) | 1;
    second[this.#count] = Math.imul(unit, SECOND_OF_SIGN);
    this.#count++;
  }

  #leaveWord(): void {
    this.#inside = 0;
    this.#first = 0;
    this.#second = 0;
  }
}

const scanner = new TokenScanner();

/** The minus sign of a number, not a hyphen: `-5`, `2 -2`, but not `covid-19`. */
function isNegative(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (kinds[text.charCodeAt(at)] !== MINUS) return false;
  return next >= 0x30 && next <= 0x39 && !isAsciiLetter(text.charCodeAt(at - 1));
}

/** The "not" of code, not the end of an exclamation: `!done`, `!=`. */
function isNegation(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (kinds[text.charCodeAt(at)] !== NOT) return false;
  return next === 0x3d || (isAsciiLetter(next) && !isAsciiLetter(text.charCodeAt(at - 1)));
}

function isAsciiLetter(unit: number): boolean {
  return unit < 128 && kinds[unit] === LETTER;
}
