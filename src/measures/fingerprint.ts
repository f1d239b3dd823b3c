import { join53, mix32 } from './hash.ts';
import { MinHasher } from './minhash.ts';

/**
 * What makes two texts the same: their words and signs, whatever the case, white space and punctuation.
 * `2 + 2` and `2 - 2` differ, `Hello, World!` and `hello world` do not.
 */
const SEPARATOR = 0;
const LETTER = 1;
const SIGN = 2;

/** Signs that carry meaning in code, prices and mathematics; all other ASCII punctuation is dropped. */
const SIGNS = '+*/=<>#$%&@^|~\\{}[]';

const ASCII_CLASS = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[a-z0-9_]/i.test(character)) ASCII_CLASS[code] = LETTER;
  else if (SIGNS.includes(character)) ASCII_CLASS[code] = SIGN;
}

const MINUS = 0x2d;
const NOT = 0x21;

/** The minus sign of a number, not a hyphen: `-5`, `2 -2`, but not `covid-19`. */
function isNegative(text: string, at: number): boolean {
  return isAsciiDigit(text.charCodeAt(at + 1)) && ASCII_CLASS[text.charCodeAt(at - 1)] !== LETTER;
}

/** The "not" of code, not the end of an exclamation: `!done`, `!=`. */
function isNegation(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return next === 0x3d || (ASCII_CLASS[next] === LETTER && ASCII_CLASS[text.charCodeAt(at - 1)] !== LETTER);
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Punctuation and space above ASCII; everything else there counts as part of a word. */
function isSeparator(code: number): boolean {
  return (
    code <= 0xbf || // Latin-1 punctuation and signs
    (code >= 0x2000 && code <= 0x206f) || // general punctuation
    (code >= 0x3000 && code <= 0x303f && code !== 0x3005) || // CJK punctuation, but not the iteration mark
    (code >= 0xfe00 && code <= 0xfe0f) || // variation selectors
    (code >= 0xff01 && code <= 0xff0f) || // full-width punctuation
    (code >= 0xff1a && code <= 0xff20) ||
    code === 0xfeff
  );
}

/** Scripts that put no spaces between words: each sign is a word (Thai, Lao, Myanmar, Khmer, kana, Han). */
function standsAlone(code: number): boolean {
  return (
    (code >= 0x0e00 && code <= 0x0eff) ||
    (code >= 0x1000 && code <= 0x109f) ||
    (code >= 0x1780 && code <= 0x17ff) ||
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff)
  );
}

const MAX_NGRAM = 10;

/**
 * Reads texts once and gives the hash of their normalised form, and their MinHash signature over word n-grams.
 * One instance serves many texts, one after the other: `reset`, `add` each text, then read.
 */
export class Fingerprinter {
  /** Words and signs since `reset`. */
  words = 0;
  readonly #minhash = new MinHasher();
  readonly #recent = new Uint32Array(MAX_NGRAM);
  readonly #ngram: number;
  #low = 0;
  #high = 0;

  /** @param ngram words in a shingle, 1 to 10 */
  constructor(ngram: number) {
    this.#ngram = ngram;
  }

  reset(): void {
    this.words = 0;
    this.#low = 0x811c9dc5;
    this.#high = 0x01000193;
    this.#minhash.reset();
  }

  /** Adds a text; `role` keeps a question apart from an answer of the same words. */
  add(text: string, role: number): void {
    this.#low = Math.imul(this.#low ^ (role + 1), 0x9e3779b1);
    this.#high = Math.imul(this.#high + role + 1, 0x85ebca77);
    this.#scan(text.toLowerCase());
  }

  /** 53-bit hash of everything added since `reset`. */
  hash(): number {
    return join53(mix32(this.#high ^ Math.imul(this.#low, 3)), mix32(this.#low));
  }

  /** Writes the signature of everything added since `reset`; 128 bytes at `offset`. */
  writeSignature(target: Uint8Array, offset: number): void {
    this.#minhash.write(target, offset);
  }

  #scan(text: string): void {
    let one = 0;
    let two = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const kind =
        code < 128 ? (ASCII_CLASS[code] ?? 0) : isSeparator(code) ? SEPARATOR : standsAlone(code) ? SIGN : LETTER;
      if (kind === LETTER) {
        one = Math.imul(one ^ code, 0x01000193) + 1;
        two = Math.imul(two + code, 0x5bd1e995) ^ (two >>> 15);
        continue;
      }
      if (one !== 0) {
        this.#word(one, two);
        one = 0;
        two = 0;
      }
      if (kind === SIGN || (code === MINUS && isNegative(text, i)) || (code === NOT && isNegation(text, i)))
        this.#word(Math.imul(code, 0x9e3779b1) | 1, Math.imul(code, 0xc2b2ae3d));
    }
    if (one !== 0) this.#word(one, two);
  }

  #word(one: number, two: number): void {
    this.#low = Math.imul(this.#low ^ one, 0x01000193) + (this.#low >>> 17);
    this.#high = Math.imul(this.#high + two, 0x5bd1e995) ^ (this.#high >>> 13);
    const recent = this.#recent;
    recent[this.words % MAX_NGRAM] = mix32(one ^ Math.imul(two, 0x27d4eb2f));
    this.words++;
    if (this.words < this.#ngram) return;
    let shingle = 0;
    for (let back = 0; back < this.#ngram; back++) {
      shingle = Math.imul(shingle ^ (recent[(this.words - 1 - back) % MAX_NGRAM] ?? 0), 0x85ebca6b) + back;
    }
    this.#minhash.add(mix32(shingle));
  }
}
