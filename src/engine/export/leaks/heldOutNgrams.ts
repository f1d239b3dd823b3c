/** Ours: fuller tables are searched for long. */
const FULLEST = 0.6;
const SPLIT_BITS = 3;
const MOST_COUNTED = (1 << 12) - 1;

/** Ours: a megabyte, which stays in the cache, tells fifteen of sixteen n-grams that nobody has from half a million that are there. */
const FILTER_BITS = 23;

/** The n-grams of the splits that are held out: in which of them each stands, and in how many examples. */
export class HeldOutNgrams {
  #low = new Int32Array(1024);
  #high = new Int32Array(1024);
  /** A bit a split, and behind them the number of examples; 0 is an empty place. */
  #seen = new Uint16Array(1024);
  #size = 0;
  /** A bit for each n-gram: most of those that are asked for are not there, and the tables are larger than the cache. */
  readonly #filter = new Uint32Array(2 ** (FILTER_BITS - 5));

  add(low: number, high: number, split: number): void {
    const bit = bitOf(low, high);
    this.#filter[bit >>> 5] = (this.#filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
    const place = this.#placeOf(low, high);
    const seen = this.#seen[place] ?? 0;
    this.#low[place] = low;
    this.#high[place] = high;
    const count = Math.min((seen >> SPLIT_BITS) + 1, MOST_COUNTED);
    this.#seen[place] = (count << SPLIT_BITS) | (seen & ((1 << SPLIT_BITS) - 1)) | (1 << split);
    if (seen !== 0) return;
    this.#size++;
    if (this.#size > this.#seen.length * FULLEST) this.#grow();
  }

  /** Notes that an n-gram, if it is held out, stands in a split that is not. */
  meet(low: number, high: number, split: number): void {
    const bit = bitOf(low, high);
    if ((((this.#filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) return;
    const place = this.#placeOf(low, high);
    const seen = this.#seen[place] ?? 0;
    if (seen !== 0) this.#seen[place] = seen | (1 << split);
  }

  /** Whether an n-gram that was added stands in another split than `split`, and in at most so many examples that are held out. */
  isElsewhere(low: number, high: number, split: number, mostExamples: number): boolean {
    const seen = this.#seen[this.#placeOf(low, high)] ?? 0;
    const others = seen & ((1 << SPLIT_BITS) - 1) & ~(1 << split);
    return others !== 0 && seen >> SPLIT_BITS <= mostExamples;
  }

  #placeOf(low: number, high: number): number {
    const mask = this.#seen.length - 1;
    let place = (low ^ high) & mask;
    while (this.#seen[place] !== 0 && (this.#low[place] !== low || this.#high[place] !== high))
      place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [lows, highs, seen] = [this.#low, this.#high, this.#seen];
    this.#low = new Int32Array(lows.length * 2);
    this.#high = new Int32Array(lows.length * 2);
    this.#seen = new Uint16Array(lows.length * 2);
    for (let from = 0; from < seen.length; from++) {
      if (seen[from] === 0) continue;
      const place = this.#placeOf(lows[from] ?? 0, highs[from] ?? 0);
      this.#low[place] = lows[from] ?? 0;
      this.#high[place] = highs[from] ?? 0;
      this.#seen[place] = seen[from] ?? 0;
    }
  }
}

function bitOf(low: number, high: number): number {
  return Math.imul(low ^ high, 0x9e3779b1) >>> (32 - FILTER_BITS);
}
