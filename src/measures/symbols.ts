import { CLASSES, classOf, isSymbol, SPACE } from './characters.ts';
import { proseOf, rewriteProse, splitCode } from './code.ts';
import { copyUnits, UNITS } from './codeUnits.ts';

// Constants of this module: those imported are looked up at every step of a loop.
const classes = CLASSES;
const units = UNITS;

/** The characters of a text outside its code, white space aside; in code points. */
export interface SymbolCount {
  readonly characters: number;
  /** Those that are neither letters, marks nor digits. */
  readonly symbols: number;
}

/** Counts in linear time. */
export function symbolsOf(text: string): SymbolCount {
  let characters = 0;
  let symbols = 0;
  const prose = proseOf(text);
  for (let at = 0; at < prose.length; at++) {
    const codePoint = prose.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at++;
    const found = classOf(codePoint);
    if (found === SPACE) continue;
    characters++;
    if (isSymbol(found)) symbols++;
  }
  return { characters, symbols };
}

/**
 * Says quickly of most texts that their share of symbols is at most `share`: those with so many letters, digits and marks
 * that the rest of their characters, white space among them, is no more than that. False says nothing.
 */
export function surelyFewSymbols(text: string, share: number): boolean {
  const prose = splitCode(text).filter((segment) => !segment.code);
  const length = prose.reduce((sum, segment) => sum + segment.text.length, 0);
  // A small integer (`| 0`), so that the loops below count in one.
  let missing = Math.ceil((1 - share) * length) | 0;
  for (const segment of prose) {
    missing -= countLetters(segment.text, missing);
    if (missing <= 0) return true;
  }
  return missing <= 0;
}

/** The letters, digits and marks of `text`, in units; stops counting at `enough`. */
function countLetters(text: string, enough: number): number {
  let letters = 0;
  let notMet = 0;
  for (let start = 0, length = 0; start < text.length && letters < enough; start += length) {
    length = copyUnits(text, start);
    for (let at = 0; at < length && letters < enough; at++) {
      const found = classes[units[at] ?? 0] ?? 0;
      letters += found & 1;
      // Negative for a character that no text had before, whose class is 0 as yet.
      notMet |= found - 1;
    }
  }
  if (notMet >= 0 || letters >= enough) return letters;
  for (let at = 0; at < text.length; at++) classOf(text.charCodeAt(at));
  return countLetters(text, enough);
}

/** A line that only rules something off: `---`, `|:---|---:|`, `=====`, `* * *`, and the same in box drawing. */
const RULER = /^[-=_*~|:+\u2500-\u257f \t\r]+$/gm;

/** `text` without its rulers outside code: they belong to tables and headings, and say nothing about what is said. */
export function withoutRulers(text: string): string {
  return rewriteProse(text, (prose) => prose.replace(RULER, ''));
}
