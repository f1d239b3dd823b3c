import { CASES_END } from '../reading/letterCases.ts';

/**
 * Every unit in small letters, where that is one unit; the Turkish İ as i, as names of the list are written; a curly apostrophe as
 * a straight one.
 */
const SMALL_UNITS = new Uint16Array(0x10000).map((_, unit) => smallUnit(unit));

function smallUnit(unit: number): number {
  if (unit === 0x130) return 0x69;
  if (unit === 0x2019) return 0x27;
  if (unit >= CASES_END) return unit;
  const small = String.fromCharCode(unit).toLowerCase();
  return small.length === 1 ? small.charCodeAt(0) : unit;
}

/** FNV-1a of 32 bits (draft-eastlake-fnv), over units instead of bytes. */
const BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** Of what stands from `start` to `end`, in small letters. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = BASIS;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (SMALL_UNITS[text.charCodeAt(at)] ?? 0), PRIME);
  // 0 is an empty place of the table.
  return hash === 0 ? 1 : hash;
}

/**
 * Words with a number each, found where they stand in a text, whatever their case: no piece of the text is cut out. Words are known by
 * their hash of 32 bits: of 200,000 unknown words, one is taken for one of 20,000 known.
 */
export class WordTable {
  #hashes = new Int32Array(16);
  #values = new Uint8Array(16);
  #mask = 15;
  #size = 0;

  /** `value` from 1 to 255. A word that is there gets the new value. */
  set(word: string, value: number): void {
    if (this.#size * 2 > this.#mask) this.#grow();
    this.#put(hashOf(word, 0, word.length), value);
  }

  /** The value of the word from `start` to `end`, 0 if it is unknown. */
  get(text: string, start: number, end: number): number {
    return this.#values[this.#placeOf(hashOf(text, start, end))] ?? 0;
  }

  #put(hash: number, value: number): void {
    const place = this.#placeOf(hash);
    if (this.#hashes[place] === 0) this.#size++;
    this.#hashes[place] = hash;
    this.#values[place] = value;
  }

  /** Where a hash is, or where it would go: the next free place. */
  #placeOf(hash: number): number {
    let place = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#hashes[place] !== hash && this.#hashes[place] !== 0) place = (place + 1) & this.#mask;
    return place;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const values = this.#values;
    this.#hashes = new Int32Array(hashes.length * 2);
    this.#values = new Uint8Array(hashes.length * 2);
    this.#mask = hashes.length * 2 - 1;
    this.#size = 0;
    for (const [place, hash] of hashes.entries()) if (hash !== 0) this.#put(hash, values[place] ?? 0);
  }
}
