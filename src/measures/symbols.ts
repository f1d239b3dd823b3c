import { CLASSES, classOf, isSymbol, SPACE, SURROGATE } from './characters.ts';
import { rewriteProse, splitCode } from './code.ts';
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
  for (const segment of splitCode(text)) {
    if (segment.code) continue;
    const count = countUnits(segment.text) ?? countCodePoints(segment.text);
    characters += count.characters;
    symbols += count.symbols;
  }
  return { characters, symbols };
}

/** Counts units, which are the characters of most texts; `undefined` for a text with others in it. */
function countUnits(text: string): SymbolCount | undefined {
  let letters = 0;
  let spaces = 0;
  /** A bit for each class that was met. */
  let met = 0;
  for (let start = 0, length = 0; start < text.length; start += length) {
    length = copyUnits(text, start);
    // No branch, as where spaces stand cannot be foretold: half the time.
    for (let at = 0; at < length; at++) {
      const found = classes[units[at] ?? 0] ?? 0;
      letters += found & 1;
      // 1 for SPACE alone: only 0 is below 1.
      spaces += ((found ^ SPACE) - 1) >>> 31;
      met |= 1 << found;
    }
  }
  // A character that no text had before has as yet the class 0.
  if ((met & 1) === 1) {
    for (let at = 0; at < text.length; at++) classOf(text.charCodeAt(at));
    return countUnits(text);
  }
  if ((met & (1 << SURROGATE)) !== 0) return undefined;
  const characters = text.length - spaces;
  return { characters, symbols: characters - letters };
}

function countCodePoints(text: string): SymbolCount {
  let characters = 0;
  let symbols = 0;
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at++;
    const found = classOf(codePoint);
    if (found === SPACE) continue;
    characters++;
    if (isSymbol(found)) symbols++;
  }
  return { characters, symbols };
}

/** A line that only rules something off: `---`, `|:---|---:|`, `=====`, `* * *`, and the same in box drawing. */
const RULER = /^[-=_*~|:+\u2500-\u257f \t\r]+$/gm;
/** What a ruler consists of, and blanks. */
const RULES_OR_SPACE = /[-=_*~|:+\u2500-\u257f \t]/;
const RULES = /[-=_*~|:+\u2500-\u257f]/;
/** The same by code unit: all of it is below U+2580. */
const MAY_RULE = Uint8Array.from({ length: 0x2580 }, (_, unit) =>
  RULES_OR_SPACE.test(String.fromCharCode(unit)) ? 1 : 0,
);

/** `text` without its rulers outside code: they belong to tables and headings, and say nothing about what is said. */
export function withoutRulers(text: string): string {
  return mayHoldRuler(text) ? rewriteProse(text, (prose) => prose.replace(RULER, '')) : text;
}

/** Some line begins and ends as a ruler does; most texts have none, and to look at the ends of lines takes no time. */
function mayHoldRuler(text: string): boolean {
  if (text.includes('\r') || text.includes('\u2028') || text.includes('\u2029')) return true;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (mayRule(text, start) && mayRule(text, end - 1) && RULES.test(text.slice(start, end))) return true;
    start = end + 1;
  }
  return false;
}

function mayRule(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < MAY_RULE.length && MAY_RULE[unit] === 1;
}
