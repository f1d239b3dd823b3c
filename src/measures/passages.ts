import { mix32 } from './hash.ts';

/** Ours: how long a beginning or an end is told of, in words: a greeting, a sentence or two, a paragraph, a page of instructions. */
export const PASSAGE_WORDS: readonly number[] = [8, 32, 128, 512];

/** Which passages there are; of each, one code for every length. */
export const PASSAGE_KINDS = ['question begins', 'question ends', 'answer begins', 'answer ends'] as const;

/** The roles whose texts have passages. */
export interface PassageRoles {
  readonly question: number;
  readonly answer: number;
}

const BASE = 0x9e3779b1;

/**
 * Codes of how the first question and the first answer begin, and how the first question and the last answer end: 16 bits
 * for each length, equal for equal words and seldom for others. By counting them it shows what many conversations begin or
 * end with, without a text.
 */
export class PassageCodes {
  readonly #roles: PassageRoles;
  readonly #codes = new Uint16Array(PASSAGE_KINDS.length * PASSAGE_WORDS.length);
  #words = new Int32Array(256);
  #count = 0;
  #role = 0;
  #hasQuestion = false;
  #hasAnswer = false;

  constructor(roles: PassageRoles) {
    this.#roles = roles;
  }

  reset(): void {
    this.#codes.fill(0);
    this.#count = 0;
    this.#role = 0;
    this.#hasQuestion = false;
    this.#hasAnswer = false;
  }

  /** A text of `role` begins. */
  begin(role: number): void {
    this.#role = role;
    this.#count = 0;
  }

  /** Takes the hashes of more words of the text. */
  take(words: Int32Array): void {
    if (!this.#isWanted()) return;
    const count = this.#count + words.length;
    if (count > this.#words.length) {
      const larger = new Int32Array(2 * count);
      larger.set(this.#words.subarray(0, this.#count));
      this.#words = larger;
    }
    this.#words.set(words, this.#count);
    this.#count = count;
  }

  /** The text is at its end. */
  end(): void {
    if (!this.#isWanted()) return;
    const words = this.#words.subarray(0, this.#count);
    if (this.#role === this.#roles.question) {
      this.#hasQuestion = true;
      codeBeginning(words, this.#codes, 0);
      codeEnd(words, this.#codes, PASSAGE_WORDS.length);
      return;
    }
    if (!this.#hasAnswer) codeBeginning(words, this.#codes, 2 * PASSAGE_WORDS.length);
    this.#hasAnswer = true;
    codeEnd(words, this.#codes, 3 * PASSAGE_WORDS.length);
  }

  /** Writes the 16 codes, 0 where the text is shorter, in the order of kinds and lengths. */
  write(target: Uint16Array, offset: number): void {
    target.set(this.#codes, offset);
  }

  #isWanted(): boolean {
    if (this.#role === this.#roles.question) return !this.#hasQuestion;
    return this.#role === this.#roles.answer;
  }
}

function codeBeginning(words: Int32Array, codes: Uint16Array, offset: number): void {
  let hash = 0;
  let at = 0;
  for (let length = 0; length < PASSAGE_WORDS.length; length++) {
    const end = PASSAGE_WORDS[length] ?? 0;
    if (end > words.length) {
      codes.fill(0, offset + length, offset + PASSAGE_WORDS.length);
      return;
    }
    for (; at < end; at++) hash = (Math.imul(hash, BASE) + (words[at] ?? 0)) | 0;
    codes[offset + length] = codeOf(hash);
  }
}

function codeEnd(words: Int32Array, codes: Uint16Array, offset: number): void {
  let hash = 0;
  let back = 1;
  for (let length = 0; length < PASSAGE_WORDS.length; length++) {
    const end = PASSAGE_WORDS[length] ?? 0;
    if (end > words.length) {
      codes.fill(0, offset + length, offset + PASSAGE_WORDS.length);
      return;
    }
    for (; back <= end; back++) hash = (Math.imul(hash, BASE) + (words[words.length - back] ?? 0)) | 0;
    codes[offset + length] = codeOf(hash);
  }
}

/** 0 says that there is no such passage. */
function codeOf(hash: number): number {
  return mix32(hash) >>> 16 || 1;
}
