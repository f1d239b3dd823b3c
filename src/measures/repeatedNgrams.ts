/**
 * Ten words verbatim are a copy. Gopher (Rae et al. 2021, table A1) looks at n-grams of 2 to 10 words; the short ones
 * repeat in every list whose items are built alike, and a loop repeats its ten words just as it repeats its five.
 */
export const NGRAM = 10;

/** 31^NGRAM modulo 2^32, by which the word that leaves the window is taken out of its hash. */
const LEAVING = Array.from({ length: NGRAM }).reduce<number>((power) => Math.imul(power, 31), 1);

/** Counts the words of a text that stand in n-grams which stood before; the first time a thing is said never counts. */
export class RepeatedNgrams {
  private words = 0;
  private covered = 0;
  private coveredUntil = 0;
  private hash = 0;
  private numbers = 0;
  private readonly window = new Int32Array(NGRAM);
  private readonly numeric = new Uint8Array(NGRAM);
  /** Hashes of the n-grams seen, open addressing, 0 for an empty place; never more than half full. */
  private seen: Int32Array;
  private free: number;

  /** @param words about how many will come; more are welcome */
  constructor(words: number) {
    this.seen = new Int32Array(2 ** Math.ceil(Math.log2(2 * words + 16)));
    this.free = this.seen.length / 2;
  }

  /**
   * Takes the next word by its hash. N-grams that are mostly numbers are not judged: rows of numbers (matrices,
   * times, scores) repeat by nature.
   */
  add(word: number, isNumber: boolean): void {
    const place = this.words % NGRAM;
    const number = isNumber ? 1 : 0;
    this.hash = (Math.imul(this.hash, 31) + word - Math.imul(this.window[place] ?? 0, LEAVING)) | 0;
    this.numbers += number - (this.numeric[place] ?? 0);
    this.window[place] = word;
    this.numeric[place] = number;
    this.words++;
    if (this.words < NGRAM || this.numbers * 2 > NGRAM || !this.seenBefore()) return;
    this.covered += this.words - Math.max(this.words - NGRAM, this.coveredUntil);
    this.coveredUntil = this.words;
  }

  /** From 0, nothing repeated, to almost 1. */
  share(): number {
    return this.words === 0 ? 0 : this.covered / this.words;
  }

  private seenBefore(): boolean {
    const key = this.hash === 0 ? 1 : this.hash;
    const place = placeOf(key, this.seen);
    if (this.seen[place] === key) return true;
    this.seen[place] = key;
    this.free--;
    if (this.free === 0) this.grow();
    return false;
  }

  private grow(): void {
    const larger = new Int32Array(2 * this.seen.length);
    for (const key of this.seen) if (key !== 0) larger[placeOf(key, larger)] = key;
    this.free = this.seen.length / 2;
    this.seen = larger;
  }
}

/** Where `key` is, or where it belongs. */
function placeOf(key: number, table: Int32Array): number {
  const mask = table.length - 1;
  let place = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
  while (table[place] !== 0 && table[place] !== key) place = (place + 1) & mask;
  return place;
}
