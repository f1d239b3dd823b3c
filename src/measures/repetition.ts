import { splitCode } from './code.ts';
import { RepeatedNgrams } from './repeatedNgrams.ts';
import { eachWord } from './words.ts';

/** How much of a text says again what it said before; code is left out of all of it. */
export interface Repetition {
  readonly words: number;
  /** Share of the characters (0 to 1) on lines that stood before, list markers aside. */
  readonly lines: number;
  /** Share of the words (0 to 1) in runs of ten words that stood before; table rows left out. */
  readonly ngrams: number;
  /** Characters of the longest word that is a few characters over and over (`hahahaha`); 0 when there is none. */
  readonly run: number;
}

/** Shorter words are not looked at for `run`; ours: longer than the long compounds of German, Finnish and Turkish. */
const LONG_WORD = 80;
const LONGEST_UNIT = 8;
const BAR = 0x7c;

/** Measures `text` once, in linear time. */
export function repetitionOf(text: string): Repetition {
  const tally = { words: 0, run: 0, characters: 0, repeated: 0, lines: new Set<number>() };
  // Six characters a word with its space are common; scripts without spaces have more words, and the table grows.
  const ngrams = new RepeatedNgrams(text.length / 6);
  for (const segment of splitCode(text)) {
    if (!segment.code) measureProse(segment.text, tally, ngrams);
  }
  const lines = tally.characters === 0 ? 0 : tally.repeated / tally.characters;
  return { words: tally.words, run: tally.run, lines, ngrams: ngrams.share() };
}

interface Tally {
  words: number;
  run: number;
  characters: number;
  repeated: number;
  readonly lines: Set<number>;
}

function measureProse(prose: string, tally: Tally, ngrams: RepeatedNgrams): void {
  for (let start = 0; start < prose.length; ) {
    const newline = prose.indexOf('\n', start);
    const end = newline === -1 ? prose.length : newline;
    const body = afterMarker(prose, start, end);
    measureLine(prose, body, end, tally, ngrams);
    start = end + 1;
  }
}

/** Skips blanks and the marker of a list item (`-`, `*`, `3.`, `3)`), so that a numbered loop is seen as one. */
function afterMarker(text: string, start: number, lineEnd: number): number {
  let at = afterBlanks(text, start, lineEnd);
  let digits = at;
  while (digits < lineEnd && isDigit(text.charCodeAt(digits))) digits++;
  if (digits > at && digits < lineEnd && '.):'.includes(text.charAt(digits))) at = digits + 1;
  else if (at < lineEnd && '-*+•'.includes(text.charAt(at))) at++;
  return afterBlanks(text, at, lineEnd);
}

function afterBlanks(text: string, start: number, lineEnd: number): number {
  let at = start;
  while (at < lineEnd && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at++;
  return at;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function measureLine(text: string, body: number, lineEnd: number, tally: Tally, ngrams: RepeatedNgrams): void {
  const table = text.charCodeAt(body) === BAR;
  const before = tally.words;
  let line = 0;
  eachWord(text, body, lineEnd, (start, end, hash) => {
    line = Math.imul(line ^ hash, 0x01000193);
    tally.words++;
    if (end - start >= LONG_WORD) tally.run = Math.max(tally.run, runLength(text, start, end));
    if (!table) ngrams.add(hash, isDigit(text.charCodeAt(start)));
  });
  if (tally.words > before) countLine(line, lineEnd - body, tally);
}

/** Takes a hash of the words of a line: lines that differ in punctuation only are one line said twice. */
function countLine(hash: number, length: number, tally: Tally): void {
  // Two bits less keep the hash a small integer, which a Set holds without a box.
  const key = hash >> 2;
  tally.characters += length;
  if (tally.lines.has(key)) tally.repeated += length;
  else tally.lines.add(key);
}

/** The length of the span when nine in ten of its characters equal the one a fixed, small distance before; else 0. */
function runLength(text: string, start: number, end: number): number {
  for (let unit = 1; unit <= LONGEST_UNIT; unit++) {
    let equal = 0;
    for (let at = start + unit; at < end; at++) if (text.charCodeAt(at) === text.charCodeAt(at - unit)) equal++;
    if (equal >= 0.9 * (end - start - unit)) return end - start;
  }
  return 0;
}
