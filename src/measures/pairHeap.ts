/** A pair of neighbours, by the place of the first. */
export interface RankedPair {
  readonly rank: number;
  readonly place: number;
}

/** Above every place; rank and place are exact in one double up to ranks of 2^21. */
const PLACES = 0x1_0000_0000;

/** A binary heap of pairs: the lowest rank first, and of equal ranks the first place. Its array grows with need and stays. */
export class PairHeap {
  size = 0;
  /** Rank and place in one number, so that one comparison orders both. */
  #keys = new Float64Array(1024);

  push(rank: number, place: number): void {
    if (this.size === this.#keys.length) this.#grow();
    const keys = this.#keys;
    const key = rank * PLACES + place;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      const above = keys[parent] ?? 0;
      if (above <= key) break;
      keys[at] = above;
      at = parent;
    }
    keys[at] = key;
  }

  /** Takes out the first pair of a heap that is not empty. */
  pop(): RankedPair {
    const keys = this.#keys;
    const first = keys[0] ?? 0;
    const size = --this.size;
    const last = keys[size] ?? 0;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && (keys[child + 1] ?? 0) < (keys[child] ?? 0)) child++;
      const below = keys[child] ?? 0;
      if (last <= below) break;
      keys[at] = below;
      at = child;
    }
    keys[at] = last;
    const rank = Math.floor(first / PLACES);
    return { rank, place: first - rank * PLACES };
  }

  #grow(): void {
    const larger = new Float64Array(this.#keys.length * 2);
    larger.set(this.#keys);
    this.#keys = larger;
  }
}
