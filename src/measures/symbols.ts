import { classOf, isSymbol, SPACE } from './characters.ts';
import { rewriteProse, splitCode } from './code.ts';

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
 * Says quickly of most texts in Latin letters that their share of symbols is at most `share`: those that have enough
 * ASCII letters, which are neither symbols nor white space. False says nothing.
 */
export function surelyFewSymbols(text: string, share: number): boolean {
  const prose = proseOf(text);
  const enough = (1 - share) * prose.length;
  let letters = 0;
  for (let at = 0; at < prose.length; at++) {
    if (((prose.charCodeAt(at) | 0x20) - 0x61) >>> 0 < 26 && ++letters >= enough) return true;
  }
  return letters >= enough;
}

function proseOf(text: string): string {
  const segments = splitCode(text);
  return segments.length === 1 && segments[0]?.code === false
    ? text
    : segments.map((segment) => (segment.code ? '' : segment.text)).join('');
}

/** A line that only rules something off: `---`, `|:---|---:|`, `=====`, `* * *`, and the same in box drawing. */
const RULER = /^[-=_*~|:+\u2500-\u257f \t\r]+$/gm;

/** `text` without its rulers outside code: they belong to tables and headings, and say nothing about what is said. */
export function withoutRulers(text: string): string {
  return rewriteProse(text, (prose) => prose.replace(RULER, ''));
}
