import { splitCode } from './code.ts';
import { IntegerSet } from './integerSet.ts';
import { RepeatedNgrams } from './repeatedNgrams.ts';
import { eachBlockOfWords, WORD_EDGES, WORD_HASHES } from './wordScanner.ts';

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
  return meter.measure(text);
}

/** One for all texts: its tables cost more to make than to use. */
class RepetitionMeter {
  readonly #ngrams = new RepeatedNgrams();
  readonly #lines = new IntegerSet();
  #words = 0;
  #run = 0;
  #characters = 0;
  #repeated = 0;
  /** The line at hand: where it begins behind its marker, where it ends, its words so far and a hash of them. */
  #body = 0;
  #lineEnd = 0;
  #lineWords = 0;
  #lineHash = 0;
  #isTable = false;

  measure(text: string): Repetition {
    this.#words = 0;
    this.#run = 0;
    this.#characters = 0;
    this.#repeated = 0;
    this.#lines.clear(0);
    this.#ngrams.reset(Math.ceil(text.length / 5));
    for (const segment of splitCode(text)) {
      if (!segment.code) this.#addProse(segment.text);
    }
    const lines = this.#characters === 0 ? 0 : this.#repeated / this.#characters;
    return { words: this.#words, run: this.#run, lines, ngrams: this.#ngrams.share() };
  }

  #addProse(prose: string): void {
    this.#beginLine(prose, 0);
    eachBlockOfWords(prose, (count) => this.#addWords(prose, count));
    this.#endLine(prose);
  }

  #addWords(prose: string, count: number): void {
    for (let word = 0; word < count; word++) {
      const start = WORD_EDGES[2 * word] ?? 0;
      while (start >= this.#lineEnd) this.#endLine(prose);
      // The number of a list item is no word of it.
      if (start >= this.#body) this.#addWord(prose, start, WORD_EDGES[2 * word + 1] ?? 0, WORD_HASHES[word] ?? 0);
    }
    this.#ngrams.count();
  }

  #addWord(prose: string, start: number, end: number, hash: number): void {
    this.#words++;
    this.#lineWords++;
    this.#lineHash = Math.imul(this.#lineHash ^ hash, 0x01000193);
    if (end - start >= LONG_WORD) this.#run = Math.max(this.#run, runLength(prose, start, end));
    if (!this.#isTable) this.#ngrams.add(hash, isDigit(prose.charCodeAt(start)));
  }

  #beginLine(prose: string, start: number): void {
    const newline = prose.indexOf('\n', start);
    this.#lineEnd = newline === -1 ? prose.length : newline;
    this.#body = afterMarker(prose, start, this.#lineEnd);
    this.#isTable = prose.charCodeAt(this.#body) === BAR;
    this.#lineWords = 0;
    this.#lineHash = 0;
  }

  /** Counts the line by a hash of its words (lines that differ in punctuation only are one said twice), and goes on to the next. */
  #endLine(prose: string): void {
    if (this.#lineWords > 0) {
      const length = this.#lineEnd - this.#body;
      this.#characters += length;
      if (this.#lines.add(this.#lineHash)) this.#repeated += length;
    }
    this.#beginLine(prose, this.#lineEnd + 1);
  }
}

const meter = new RepetitionMeter();

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

/** The length of the span when nine in ten of its characters equal the one a fixed, small distance before; else 0. */
function runLength(text: string, start: number, end: number): number {
  for (let unit = 1; unit <= LONGEST_UNIT; unit++) {
    let equal = 0;
    for (let at = start + unit; at < end; at++) if (text.charCodeAt(at) === text.charCodeAt(at - unit)) equal++;
    if (equal >= 0.9 * (end - start - unit)) return end - start;
  }
  return 0;
}
