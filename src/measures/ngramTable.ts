/** A set of 64-bit hashes as plain data; its memory is shared between threads, not copied. */
export interface NgramSet {
  /** Open addressing: the place of a hash is by its low half, what stands there is its high half; 0 is an empty place. */
  readonly places: Uint32Array;
  /** How many hashes there are. */
  readonly size: number;
}

/**
 * Whether a set has a hash, given in two halves. Places tell some of the low half as well, so that of a billion hashes that
 * are not in a set of a million one is taken for one that is.
 */
export function hasNgram({ places }: NgramSet, low: number, high: number): boolean {
  const mask = places.length - 1;
  const key = high >>> 0 || 1;
  let place = low & mask;
  for (let found = places[place]; found !== 0; found = places[place]) {
    if (found === key) return true;
    place = (place + 1) & mask;
  }
  return false;
}

const FEWEST_PLACES = 1024;
/** Ours: fuller tables are searched for long. */
const FULLEST = 0.7;
const COUNT_BITS = 8;
const MOST_COUNTED = (1 << COUNT_BITS) - 1;

/** Collects hashes, and counts in how many texts each stands. Takes ten bytes a place while it is filled. */
export class NgramSetBuilder {
  #low = new Int32Array(FEWEST_PLACES);
  #high = new Int32Array(FEWEST_PLACES);
  /** How many texts the hash stands in, up to 255, and behind that the low bits of the number of the last one. */
  #texts = new Uint16Array(FEWEST_PLACES);
  size = 0;

  /** Adds a hash that stands in the text of this number; says whether it is new. */
  add(low: number, high: number, text: number): boolean {
    const last = (text & MOST_COUNTED) << COUNT_BITS;
    const place = this.#placeOf(low, high);
    const counted = this.#texts[place] ?? 0;
    if (counted === 0) {
      this.#low[place] = low;
      this.#high[place] = high;
      this.#texts[place] = last | 1;
      this.size++;
      if (this.size > this.#texts.length * FULLEST) this.#grow();
      return true;
    }
    // Of texts whose numbers are equal in these bits one is not counted; that is one in 256.
    const count = counted & MOST_COUNTED;
    if ((counted & ~MOST_COUNTED) !== last && count < MOST_COUNTED) this.#texts[place] = last | (count + 1);
    return false;
  }

  /** The hashes that stand in at most so many texts, up to 254. */
  finish(maxTexts: number): NgramSet {
    const kept = (place: number): boolean => {
      const count = (this.#texts[place] ?? 0) & MOST_COUNTED;
      return count > 0 && count <= maxTexts;
    };
    let size = 0;
    for (let place = 0; place < this.#texts.length; place++) if (kept(place)) size++;
    let length = FEWEST_PLACES;
    while (size > length * FULLEST) length *= 2;
    const places = new Uint32Array(new SharedArrayBuffer(length * 4));
    for (let from = 0; from < this.#texts.length; from++) {
      if (!kept(from)) continue;
      let place = (this.#low[from] ?? 0) & (length - 1);
      while (places[place] !== 0) place = (place + 1) & (length - 1);
      places[place] = this.#high[from] ?? 0;
      if (places[place] === 0) places[place] = 1;
    }
    return { places, size };
  }

  #placeOf(low: number, high: number): number {
    const mask = this.#texts.length - 1;
    let place = low & mask;
    while (this.#texts[place] !== 0 && (this.#low[place] !== low || this.#high[place] !== high))
      place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [lows, highs, texts] = [this.#low, this.#high, this.#texts];
    const length = texts.length * 2;
    this.#low = new Int32Array(length);
    this.#high = new Int32Array(length);
    this.#texts = new Uint16Array(length);
    for (let from = 0; from < texts.length; from++) {
      if (texts[from] === 0) continue;
      const place = this.#placeOf(lows[from] ?? 0, highs[from] ?? 0);
      this.#low[place] = lows[from] ?? 0;
      this.#high[place] = highs[from] ?? 0;
      this.#texts[place] = texts[from] ?? 0;
    }
  }
}
