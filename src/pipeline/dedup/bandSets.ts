/** Ours: with 32 bits a key and two of them set (Bloom 1970), four in a thousand foreign keys pass. */
const BITS_A_KEY = 32;
const FEWEST_BITS = 10;
const MOST_BITS = 27;

/** The keys of a few signatures in each band, as sets of bits: asked for every band of every other signature. */
export class BandSets {
  readonly #bits: Uint32Array;
  readonly #wordsOfBand: number;
  readonly #shift: number;

  /** @param keys how many will be added to each band */
  constructor(bands: number, keys: number) {
    const wanted = Math.ceil(Math.log2(BITS_A_KEY * Math.max(keys, 1)));
    const bits = Math.min(Math.max(wanted, FEWEST_BITS), MOST_BITS);
    this.#shift = 32 - bits;
    this.#wordsOfBand = 2 ** (bits - 5);
    this.#bits = new Uint32Array(bands * this.#wordsOfBand);
  }

  add(band: number, key: number): void {
    this.#set(band, Math.imul(key, 0x9e3779b1) >>> this.#shift);
    this.#set(band, Math.imul(key ^ (key >>> 15), 0x85ebca6b) >>> this.#shift);
  }

  /** False only for a key that was not added to this band. */
  mayHave(band: number, key: number): boolean {
    const first = band * this.#wordsOfBand;
    const slot = Math.imul(key, 0x9e3779b1) >>> this.#shift;
    if ((((this.#bits[first + (slot >>> 5)] ?? 0) >>> (slot & 31)) & 1) === 0) return false;
    const other = Math.imul(key ^ (key >>> 15), 0x85ebca6b) >>> this.#shift;
    return (((this.#bits[first + (other >>> 5)] ?? 0) >>> (other & 31)) & 1) === 1;
  }

  #set(band: number, slot: number): void {
    const word = band * this.#wordsOfBand + (slot >>> 5);
    this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (slot & 31));
  }
}
