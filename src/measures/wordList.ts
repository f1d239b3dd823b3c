import { classOf, isLetter, LETTER, MARK, SIGN } from './characters.ts';

/** Counts the entries of a word list in a text. */
export type WordCounter = (text: string) => number;

interface Entry {
  readonly text: string;
  /** Where its anchor, the first stretch of letters, starts in it. */
  readonly offset: number;
}

/**
 * Makes a counter of whole words and phrases, whatever their case, in any script. A word is whole when no letter,
 * digit or mark stands beside it (`ass` is not in `class`, but in `half-ass`); in scripts without spaces between words
 * an entry is found anywhere. Linear in the text whatever the length of the list.
 */
export function wordCounter(words: readonly string[]): WordCounter {
  const anchored = new Map<string, Entry[]>();
  const symbols: string[] = [];
  for (const word of words) {
    const text = fold(word).trim();
    if (text === '') continue;
    const offset = letterFrom(text, 0);
    if (offset === text.length) symbols.push(text);
    else {
      const anchor = text.slice(offset, anchorEnd(text, offset));
      anchored.set(anchor, [...(anchored.get(anchor) ?? []), { text, offset }]);
    }
  }
  return (text) => {
    const folded = fold(text);
    return countAnchored(folded, anchored) + countSymbols(folded, symbols);
  };
}

/** White space is one space, so that a phrase is found across a line end. */
function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
}

function countAnchored(text: string, anchored: ReadonlyMap<string, readonly Entry[]>): number {
  if (anchored.size === 0) return 0;
  let hits = 0;
  for (let start = letterFrom(text, 0); start < text.length; ) {
    const end = anchorEnd(text, start);
    for (const entry of anchored.get(text.slice(start, end)) ?? []) {
      if (standsWhole(text, start - entry.offset, entry.text)) hits++;
    }
    start = letterFrom(text, end);
  }
  return hits;
}

function standsWhole(text: string, at: number, entry: string): boolean {
  if (at < 0 || !text.startsWith(entry, at)) return false;
  const end = at + entry.length;
  return !(joins(entry, 0) && joins(text, at - 1)) && !(joins(entry, entry.length - 1) && joins(text, end));
}

function countSymbols(text: string, symbols: readonly string[]): number {
  let hits = 0;
  for (const symbol of symbols) {
    for (let at = text.indexOf(symbol); at !== -1; at = text.indexOf(symbol, at + symbol.length)) hits++;
  }
  return hits;
}

/** Where the next letter or digit stands from `from` on; the length of `text` when there is none. */
function letterFrom(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLetter(classAt(text, at))) at++;
  return at;
}

/** The end of the stretch of letters that starts at `start`; a sign of a script without spaces is one by itself. */
function anchorEnd(text: string, start: number): number {
  const ofSigns = classAt(text, start) === SIGN;
  let at = start + 1;
  while (at < text.length && (classAt(text, at) === MARK || (!ofSigns && classAt(text, at) === LETTER))) at++;
  return at;
}

function joins(text: string, at: number): boolean {
  const found = classAt(text, at);
  return found === LETTER || found === MARK;
}

/** Class of the character at `at`, 0 beyond the ends; the second half of a pair counts as its first, so pairs stay whole. */
function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return 0;
  const back = unit >= 0xdc00 && unit <= 0xdfff && at > 0 ? 1 : 0;
  return classOf(text.codePointAt(at - back) ?? unit);
}
