import { orderBy } from './order.ts';

/** Ours: at eight slots a hash, one in eight that stand alone shares its slot with another; fewer cost more sorting, more miss the cache. */
const SLOTS_A_HASH = 8;
const FEWEST_BITS = 10;
const MOST_BITS = 30;

/**
 * Says of 32-bit hashes which may stand more than once, in two bits a slot. What stands alone is told by it nearly
 * always, so that only the few others have to be sorted.
 */
export class RepeatFilter {
  readonly #shift: number;
  readonly #once: Uint32Array;
  readonly #twice: Uint32Array;

  /** @param hashes about how many will be noted */
  constructor(hashes: number) {
    const bits = Math.ceil(Math.log2(SLOTS_A_HASH * Math.max(hashes, 1)));
    const clamped = Math.min(Math.max(bits, FEWEST_BITS), MOST_BITS);
    this.#shift = 32 - clamped;
    this.#once = new Uint32Array(2 ** (clamped - 5));
    this.#twice = new Uint32Array(2 ** (clamped - 5));
  }

  clear(): void {
    this.#once.fill(0);
    this.#twice.fill(0);
  }

  note(hash: number): void {
    const slot = Math.imul(hash, 0x9e3779b1) >>> this.#shift;
    const word = slot >>> 5;
    const bit = 1 << (slot & 31);
    const once = this.#once[word] ?? 0;
    if ((once & bit) === 0) this.#once[word] = once | bit;
    else this.#twice[word] = (this.#twice[word] ?? 0) | bit;
  }

  /** False only for a hash that was not noted. */
  mayHave(hash: number): boolean {
    return has(this.#once, Math.imul(hash, 0x9e3779b1) >>> this.#shift);
  }

  /** False only for a hash that was noted once at most. */
  mayRepeat(hash: number): boolean {
    return has(this.#twice, Math.imul(hash, 0x9e3779b1) >>> this.#shift);
  }
}

function has(bits: Uint32Array, slot: number): boolean {
  return (((bits[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;
}

/**
 * Calls `each` with every run of two or more equal values in `keys`: `places[start]` to `places[end - 1]`, ascending.
 * Runs come in the order of their values.
 * @param keys well-spread 53-bit hashes
 */
export function forEachRepeat(
  keys: Float64Array,
  each: (places: Uint32Array, start: number, end: number) => void,
): void {
  const words = new Uint32Array(keys.buffer, keys.byteOffset, 2 * keys.length);
  const hashAt = (place: number): number => (words[2 * place] ?? 0) ^ Math.imul(words[2 * place + 1] ?? 0, 0x85ebca6b);
  const filter = new RepeatFilter(keys.length);
  for (let place = 0; place < keys.length; place++) filter.note(hashAt(place));
  const few = placesWhere(keys.length, (place) => filter.mayRepeat(hashAt(place)));
  const values = new Float64Array(few.length);
  for (let i = 0; i < few.length; i++) values[i] = keys[few[i] ?? 0] ?? 0;
  const places = orderBy(values).map((i) => few[i] ?? 0);
  for (let start = 0; start < places.length; ) {
    const key = keys[places[start] ?? 0];
    let end = start + 1;
    while (end < places.length && keys[places[end] ?? 0] === key) end++;
    if (end - start > 1) each(places, start, end);
    start = end;
  }
}

/** The numbers below `count` that pass `test`, ascending. */
export function placesWhere(count: number, test: (place: number) => boolean): Uint32Array<ArrayBuffer> {
  let found = new Uint32Array(Math.max(64, count >>> 4));
  let size = 0;
  for (let place = 0; place < count; place++) {
    if (!test(place)) continue;
    if (size === found.length) {
      const larger = new Uint32Array(2 * size);
      larger.set(found);
      found = larger;
    }
    found[size++] = place;
  }
  return found.slice(0, size);
}
