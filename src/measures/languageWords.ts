import { APOSTROPHE, LETTER } from './languageTables.ts';

/** UTF-16 units of a text that are looked at. This and the next two are eld's: where it stops decides what it answers. */
const MOST_UNITS = 1000;
/** The last word is the one that goes over so many bytes … */
const ENOUGH_BYTES = 350;
/** … and it ends, in the middle if need be, with the character that goes over so many. */
const MOST_BYTES = 380;

const SPACE = 0x20;
/** Two letters that cannot be brought to lower case by themselves: `Σ` depends on its neighbours, `İ` becomes two units. */
const SPECIAL_LETTERS = [0x03a3, 0x0130];
/** Stands in `#plain` for one of them; no letter has this code. */
const SPECIAL = 0xffff;

/**
 * The words of a text as eld sees them: runs of letters, with the apostrophes before and between them, in lower case
 * and in UTF-8. The buffers are used again for every text.
 */
export class LanguageWords {
  /** A space, then the words, each with a space behind it. */
  readonly bytes = new Uint8Array(2 * MOST_BYTES);
  /** Where in `bytes` each word ends. */
  readonly ends = new Uint16Array(MOST_BYTES);
  readonly #kinds: Uint8Array;
  readonly #leadBytes: Uint8Array;
  /** For each unit: the letter in lower case, SPECIAL, a space for what is no letter, or 0 when it was not met yet. */
  readonly #plain = new Uint16Array(0x10000);

  constructor(tables: { readonly kinds: Uint8Array; readonly leadBytes: Uint8Array }) {
    this.#kinds = tables.kinds;
    this.#leadBytes = tables.leadBytes;
    this.bytes[0] = SPACE;
  }

  /** Writes the words of `text` to `bytes` and `ends`. @returns how many there are */
  read(text: string): number {
    const { bytes, ends } = this;
    const plain = this.#plain;
    const stop = Math.min(text.length, MOST_UNITS);
    let words = 0;
    let start = 1;
    let end = 1;
    for (let at = 0; at < stop && end - 1 <= MOST_BYTES; ) {
      const unit = text.charCodeAt(at);
      const letter = plain[unit] || this.#look(unit);
      if (letter !== SPACE) {
        end = letter === SPECIAL ? this.#writeSpecial(text, at, stop, end) : this.#write(letter, end);
        at++;
        continue;
      }
      const next = this.#nextLetter(text, at, stop);
      const gap = this.#apostrophesBefore(text, next, at);
      if (gap > at && end > 1) {
        bytes[end] = SPACE;
        ends[words++] = end;
        if (end - 1 > ENOUGH_BYTES) return words;
        start = ++end;
      }
      for (at = gap; at < next && end - 1 <= MOST_BYTES; at++) end = this.#write(text.charCodeAt(at), end);
    }
    if (end === start) return words;
    bytes[end] = SPACE;
    ends[words] = end;
    return words + 1;
  }

  #look(unit: number): number {
    const letter = this.#kinds[unit] !== LETTER ? SPACE : SPECIAL_LETTERS.includes(unit) ? SPECIAL : lowerCase(unit);
    this.#plain[unit] = letter;
    return letter;
  }

  #nextLetter(text: string, from: number, stop: number): number {
    let at = from;
    while (at < stop && this.#kinds[text.charCodeAt(at)] !== LETTER) at++;
    return at;
  }

  /** Where the apostrophes begin that stand directly before `end`. */
  #apostrophesBefore(text: string, end: number, from: number): number {
    let at = end;
    while (at > from && this.#kinds[text.charCodeAt(at - 1)] === APOSTROPHE) at--;
    return at;
  }

  /** Writes a unit, which is no part of a surrogate pair, as UTF-8. @returns where the next one goes */
  #write(unit: number, at: number): number {
    if (unit < 0x80) {
      this.bytes[at] = unit;
      return at + 1;
    }
    if (unit < 0x800) {
      this.bytes[at] = this.#leadBytes[0xc0 | (unit >> 6)] ?? 0;
      this.bytes[at + 1] = 0x80 | (unit & 0x3f);
      return at + 2;
    }
    this.bytes[at] = this.#leadBytes[0xe0 | (unit >> 12)] ?? 0;
    this.bytes[at + 1] = 0x80 | ((unit >> 6) & 0x3f);
    this.bytes[at + 2] = 0x80 | (unit & 0x3f);
    return at + 3;
  }

  /** Writes what the letter at `at` becomes when the word around it is brought to lower case. */
  #writeSpecial(text: string, at: number, stop: number, end: number): number {
    let from = at;
    while (from > 0 && this.#kinds[text.charCodeAt(from - 1)] !== 0) from--;
    let to = at + 1;
    while (to < stop && this.#kinds[text.charCodeAt(to)] !== 0) to++;
    const before = text.slice(from, at).toLowerCase().length;
    const behind = text.slice(at + 1, to).toLowerCase().length;
    const word = text.slice(from, to).toLowerCase();
    let written = end;
    for (let place = before; place < word.length - behind && written - 1 <= MOST_BYTES; place++) {
      written = this.#write(word.charCodeAt(place), written);
    }
    return written;
  }
}

function lowerCase(unit: number): number {
  return String.fromCharCode(unit).toLowerCase().charCodeAt(0);
}
