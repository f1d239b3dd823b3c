import { CLASSES, classOf, JOINER, LETTER, MARK, SIGN, SPACE, UNDERSCORE } from './characters.ts';
import { BLOCK_UNITS, copyUnits, UNITS } from './codeUnits.ts';

/** Where the words of a block begin and end in the text: two numbers a word. */
export const WORD_EDGES: Int32Array = new Int32Array(2 * BLOCK_UNITS + 4);
/** A 32-bit hash of each word of a block (FNV-1a over UTF-16 units, beginning with 0). */
export const WORD_HASHES: Int32Array = new Int32Array(BLOCK_UNITS + 2);

/** The text of one block whose words still stand in `WORD_EDGES` and `WORD_HASHES`, and how many they are. */
const last = { text: '', words: 0 };

/**
 * Finds the words of `text` in one linear pass, some thousand at a time in `WORD_EDGES` and `WORD_HASHES`. One filter
 * after the other asks for those of the same answer, which are then found once.
 * @param visit gets how many words are in this block; must not scan other texts, nor change what it finds there
 */
export function eachBlockOfWords(text: string, visit: (count: number) => void): void {
  if (text.length > BLOCK_UNITS) {
    last.text = '';
    last.words = 0;
    scanner.scan(text, visit);
    return;
  }
  if (text !== last.text) {
    last.text = '';
    last.words = scanner.scanBlock(text);
    last.text = text;
  }
  if (text !== '') visit(last.words);
}

// Constants of this module, because those imported are looked up at every step of the loop (twice the time).
const classes = CLASSES;
const units = UNITS;
const edges = WORD_EDGES;
const hashes = WORD_HASHES;
const FIRST_PLAIN = SPACE;
const FNV_PRIME = 0x01000193;

class WordScanner {
  /** Words found in the block, where it stands in the text, and what of it comes next. */
  #count = 0;
  #blockStart = 0;
  #at = 0;
  /** 1 when `#at` is inside a word, else 0; the hash of the word so far; whether it is a letter that is a word by itself. */
  #inside = 0;
  #hash = 0;
  #isSign = false;

  scan(text: string, visit: (count: number) => void): void {
    this.#begin();
    for (let start = 0; start < text.length; start += this.#at) {
      this.#readBlock(text, start);
      visit(this.#count);
    }
  }

  /** The words of a text of one block. @returns how many they are */
  scanBlock(text: string): number {
    this.#begin();
    this.#readBlock(text, 0);
    return this.#count;
  }

  #begin(): void {
    this.#inside = 0;
    this.#hash = 0;
    this.#count = 0;
  }

  #readBlock(text: string, start: number): void {
    // A word may have begun in the block before.
    edges[0] = edges[2 * this.#count] ?? 0;
    this.#count = 0;
    this.#blockStart = start;
    this.#at = 0;
    for (const end = copyUnits(text, start); this.#at < end; ) {
      this.#scanPlain(end);
      if (this.#at < end) this.#takeSpecial();
    }
    if (this.#inside === 1 && start + this.#at === text.length) this.#endWord(this.#at);
  }

  /**
   * Reads on to a character that is more than a letter, white space or a plain symbol, or that was never met before.
   * Where words end cannot be foretold, and a branch that guesses wrong costs as much as five letters. So there is none:
   * every unit is noted as the begin or end of a word, and the word counts if it was. Nor is anything called in here, so
   * that all stays in registers. Together 8 ns a word instead of 20.
   */
  #scanPlain(end: number): void {
    const blockStart = this.#blockStart;
    let count = this.#count;
    let inside = this.#inside;
    let hash = this.#hash;
    let at = this.#at;
    for (; at < end; at++) {
      const unit = units[at] ?? 0;
      const found = classes[unit] ?? 0;
      if (found < FIRST_PLAIN) break;
      const letter = found & 1;
      edges[2 * count + inside] = blockStart + at;
      hashes[count] = hash;
      count += inside & ~letter;
      hash = Math.imul(hash ^ unit, FNV_PRIME & -letter);
      inside = letter;
    }
    this.#count = count;
    this.#inside = inside;
    this.#hash = hash;
    this.#at = at;
  }

  /** Takes the character at `#at`, of whatever class. */
  #takeSpecial(): void {
    const at = this.#at;
    const character = characterAt(at);
    const found = classOf(character);
    const behind = at + (character > 0xffff ? 2 : 1);
    this.#at = behind;
    if (this.#inside === 1 && !goesOn(found, behind)) this.#endWord(at);
    if (this.#inside === 0) {
      if (!isWordLetter(found) && found !== SIGN) return;
      edges[2 * this.#count] = this.#blockStart + at;
      this.#inside = 1;
      this.#isSign = found === SIGN;
    }
    for (let part = at; part < behind; part++) this.#hash = Math.imul(this.#hash ^ (units[part] ?? 0), FNV_PRIME);
    if (this.#isSign && classOf(characterAt(behind)) !== MARK) this.#endWord(behind);
  }

  #endWord(end: number): void {
    edges[2 * this.#count + 1] = this.#blockStart + end;
    hashes[this.#count] = this.#hash;
    this.#count++;
    this.#inside = 0;
    this.#hash = 0;
    this.#isSign = false;
  }
}

const scanner = new WordScanner();

/** Whether a word goes on with a character of class `found`, behind which the next one stands at `behind`. */
function goesOn(found: number, behind: number): boolean {
  return found === MARK || isWordLetter(found) || (found === JOINER && isWordLetter(classOf(characterAt(behind))));
}

function isWordLetter(found: number): boolean {
  return found === LETTER || found === UNDERSCORE;
}

/** The code point at a place of the block; half of a pair without the other as it is. */
function characterAt(at: number): number {
  const unit = units[at] ?? 0;
  const next = units[at + 1] ?? 0;
  const isPair = (unit & 0xfc00) === 0xd800 && (next & 0xfc00) === 0xdc00;
  return isPair ? ((unit & 0x3ff) << 10) + (next & 0x3ff) + 0x10000 : unit;
}
