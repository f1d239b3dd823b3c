import { classOf, JOINER, LETTER, MARK, SIGN, SPACE, UNDERSCORE } from './characters.ts';

/**
 * One kind of word for the whole program: letters, digits and `_` with the marks that belong to them, held together
 * by single apostrophes and hyphens (`don't`, `so-called`); each letter of a script that puts no spaces between words
 * (Han, kana, Thai, Lao, Khmer, Myanmar) is a word of its own.
 */

/** The words of `text` in order, as they are written. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, 0, text.length, (start, end) => words.push(text.slice(start, end)));
  return words;
}

/** Number of words in `text`. */
export function countWords(text: string): number {
  let count = 0;
  eachWord(text, 0, text.length, () => count++);
  return count;
}

/**
 * Visits the words of `text` between `from` and `until`, neither of which may be inside a word, in one linear pass.
 * @param visit gets where the word starts and ends, and a 32-bit hash of it (FNV-1a over UTF-16 units)
 */
export function eachWord(
  text: string,
  from: number,
  until: number,
  visit: (start: number, end: number, hash: number) => void,
): void {
  let start = -1;
  let hash = FNV_BASIS;
  let ofSigns = false;
  for (let at = from; at < until; ) {
    const unit = text.charCodeAt(at);
    let size = 1;
    let found = classOf(unit);
    // Nearly every step of nearly every text.
    if (found === LETTER && start >= 0 && !ofSigns) {
      hash = Math.imul(hash ^ unit, FNV_PRIME);
      at++;
      continue;
    }
    if (found === SPACE && start < 0) {
      at++;
      continue;
    }
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const codePoint = text.codePointAt(at) ?? unit;
      size = codePoint > 0xffff ? 2 : 1;
      found = classOf(codePoint);
    }
    const begins = found === LETTER || found === SIGN || found === UNDERSCORE;
    const belongs =
      found === MARK ||
      (!ofSigns && (found === LETTER || found === UNDERSCORE || (found === JOINER && goesOn(text, at + 1))));
    if (start >= 0 && !belongs) {
      visit(start, at, hash);
      start = -1;
    }
    if (start < 0 && begins) {
      start = at;
      hash = FNV_BASIS;
      ofSigns = found === SIGN;
    }
    hash = Math.imul(hash ^ unit, FNV_PRIME);
    if (size === 2) hash = Math.imul(hash ^ text.charCodeAt(at + 1), FNV_PRIME);
    at += size;
  }
  if (start >= 0) visit(start, until, hash);
}

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function goesOn(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const found = classOf(text.codePointAt(at) ?? 0);
  return found === LETTER || found === UNDERSCORE;
}
