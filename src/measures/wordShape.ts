import { classOf, SIGN } from './characters.ts';
import { proseOf } from './code.ts';
import { forLastTexts } from './lastTexts.ts';
import { eachBlockOfWords, WORD_EDGES } from './wordScanner.ts';

// A constant of this module, because one imported is looked up at every step of the loop.
const edges = WORD_EDGES;

/** What the words of a text look like, its code and the rows of its tables left out; where most are numbers, also short rows of numbers. */
export interface WordShape {
  readonly words: number;
  /** Words with a letter: those that are not digits only. */
  readonly lettered: number;
  /** Words in scripts that put spaces between them: Han, kana, Thai and the like are left out, each of whose letters is a word. */
  readonly spaced: number;
  /** Characters of those, in UTF-16 units. */
  readonly characters: number;
}

/** Looks at every word once, in linear time. */
export const wordShapeOf: (text: string) => WordShape = forLastTexts(measure);

const TABLE_ROW = /^[ \t]*\|.*$/gm;
/** A line of a matrix or of comma-separated values; ours: a dump of numbers goes on for longer. */
const NUMBER_ROW = /^[\d \t.,;:+\-/%$€£()[\]]{1,100}$/gm;

function measure(text: string): WordShape {
  const prose = proseOf(text);
  const plain = prose.includes('|') ? prose.replace(TABLE_ROW, '') : prose;
  const shape = shapeOf(plain);
  return shape.lettered < shape.words / 2 ? shapeOf(plain.replace(NUMBER_ROW, '')) : shape;
}

function shapeOf(plain: string): WordShape {
  const shape = { words: 0, lettered: 0, spaced: 0, characters: 0 };
  eachBlockOfWords(plain, (count) => addWords(shape, plain, count));
  return shape;
}

interface GrowingShape {
  words: number;
  lettered: number;
  spaced: number;
  characters: number;
}

/** Adds the words of a block. Sums are kept in locals, as those of an object are written back at each step. */
function addWords(shape: GrowingShape, text: string, count: number): void {
  let unlettered = 0;
  let unspaced = 0;
  let characters = 0;
  for (let word = 0; word < count; word++) {
    const start = edges[2 * word] ?? 0;
    const end = edges[2 * word + 1] ?? 0;
    const first = text.charCodeAt(start);
    if (isDigit(first) && hasOnlyDigits(text, start + 1, end)) unlettered++;
    // Nothing in ASCII is one.
    if (first > 0x7f && classOf(text.codePointAt(start) ?? first) === SIGN) unspaced++;
    else characters += end - start;
  }
  shape.words += count;
  shape.lettered += count - unlettered;
  shape.spaced += count - unspaced;
  shape.characters += characters;
}

/** Digits, and what holds them together: `2024-01-15` is a number. */
function hasOnlyDigits(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (!isDigit(unit) && !JOINERS.includes(unit)) return false;
  }
  return true;
}

const JOINERS = [..."-'’_\u2010\u2011"].map((sign) => sign.charCodeAt(0));

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
