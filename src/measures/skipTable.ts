import { UNITS } from './codeUnits.ts';

// A constant of this module, because one imported is looked up at every step of a loop.
const units = UNITS;

const SLOTS = 1 << 11;
/** Units by which windows are told apart. */
const GRAM = 3;
/** Small and capital letters of ASCII and Latin-1 differ by this bit. */
const CASE_BIT = 0x20;

/**
 * Looks for many patterns of one length at once in what `copyUnits` copied, and skips most of it (Wu and Manber 1994, "A fast
 * algorithm for multi-pattern searching"): by the last three units of a window it knows how far off the next pattern is at least. Blind
 * to the case of letters of ASCII and Latin-1.
 */
export class SkipTable {
  readonly #length: number;
  /** By the last units of a window: how far it may move. */
  readonly #skips = new Uint8Array(SLOTS);
  /** By its first ones: 1 where a pattern begins so. */
  readonly #beginnings = new Uint8Array(SLOTS);

  /** @param length of the patterns, in UTF-16 units: 3 to 256 */
  constructor(length: number) {
    this.#length = length;
    this.clear();
  }

  /** Forgets what was added. */
  clear(): void {
    this.#skips.fill(this.#length - GRAM + 1);
    this.#beginnings.fill(0);
  }

  /** Adds the pattern that stands at `start`. */
  add(start: number): void {
    const last = this.#length - GRAM;
    this.#beginnings[slotAt(start)] = 1;
    for (let place = 0; place <= last; place++) {
      const slot = slotAt(start + place);
      if ((this.#skips[slot] ?? 0) > last - place) this.#skips[slot] = last - place;
    }
  }

  /** The next place from `from` on at which one of the patterns may begin, up to `last`; behind it where there is none. */
  next(from: number, last: number): number {
    const skips = this.#skips;
    const toEnd = this.#length - GRAM;
    let at = from;
    while (at <= last) {
      const skip = skips[slotAt(at + toEnd)] ?? 0;
      if (skip === 0 && this.#beginnings[slotAt(at)] === 1) return at;
      at += skip || 1;
    }
    return at;
  }
}

/** Shifts, since the next step waits for this: a product takes longer. */
function slotAt(at: number): number {
  const first = (units[at] ?? 0) | CASE_BIT;
  const second = (units[at + 1] ?? 0) | CASE_BIT;
  const third = (units[at + 2] ?? 0) | CASE_BIT;
  return ((first << 6) ^ (second << 3) ^ third) & (SLOTS - 1);
}
