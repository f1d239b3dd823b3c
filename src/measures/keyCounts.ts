/**
 * Counts how often some of many keys occur, in typed arrays: a Map with a million numbers as keys takes ten times the
 * memory and the time. Open addressing, at most half full.
 */
export class KeyCounts {
  /** How many different keys were added. */
  size = 0;
  readonly #keys: Float64Array;
  readonly #counts: Uint32Array;
  readonly #mask: number;

  /** @param most how many different keys will be added at most; a key is a well-spread 53-bit hash other than 0 */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#keys = new Float64Array(size);
    this.#counts = new Uint32Array(size);
    this.#mask = size - 1;
  }

  /** Adds a key, with a count of 0 when it is new. */
  add(key: number): void {
    const place = this.#placeOf(key);
    if (this.#keys[place] === 0) this.size++;
    this.#keys[place] = key;
  }

  /** Counts one more of `key`, if it was added. */
  count(key: number): void {
    const place = this.#placeOf(key);
    if (this.#keys[place] === key) this.#counts[place] = (this.#counts[place] ?? 0) + 1;
  }

  /** How many of `key` were counted. */
  of(key: number): number {
    return this.#counts[this.#placeOf(key)] ?? 0;
  }

  #placeOf(key: number): number {
    let place = key & this.#mask; // the low bits of the whole number, as `&` takes any number modulo 2^32
    while (this.#keys[place] !== 0 && this.#keys[place] !== key) place = (place + 1) & this.#mask;
    return place;
  }
}
