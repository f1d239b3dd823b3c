import { mix32 } from '../../measures/hash.ts';
import { SIGNATURE_BYTES, similarityFrom } from '../../measures/minhash.ts';

/** Words of 32 bits in a signature; the first so many are bands, as where duplicates are looked for. */
const MOST_BANDS = SIGNATURE_BYTES / 4;

/** Ours, as where duplicates are looked for: rows of one band that a row is compared with. */
const MOST_COMPARED = 200;
/** Ours: of a row that resembles more, these are enough to find one that it does. */
const MOST_FOUND = 8;

const NONE = -1;

/** Signatures that may be asked which of them resemble another one: those that share a band with it. */
export class NearIndex {
  readonly #bands: number;
  readonly #floor: number;
  readonly #signatures: Uint8Array;
  readonly #words: Uint32Array;
  /** The first slot of a band's words by their hash, and the next of each slot; slot = row * bands + band. */
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  /** By row: the number of the question it was last compared for. */
  readonly #met: Uint32Array;
  #rows = 0;
  #questions = 0;

  /**
   * @param rows how many there will be at the most
   * @param floor estimated similarity from which on two rows may be near duplicates
   */
  constructor(rows: number, bands: number, floor: number) {
    this.#bands = Math.min(bands, MOST_BANDS);
    this.#floor = floor;
    // One more, for the signature that is asked for.
    this.#signatures = new Uint8Array((rows + 1) * SIGNATURE_BYTES);
    this.#words = new Uint32Array(this.#signatures.buffer);
    this.#first = new Int32Array(2 ** Math.ceil(Math.log2(2 * rows * this.#bands + 2))).fill(NONE);
    this.#next = new Int32Array(rows * this.#bands).fill(NONE);
    this.#met = new Uint32Array(rows);
  }

  /** @returns the number of the row, from 0 */
  add(signature: Uint8Array): number {
    const row = this.#rows++;
    this.#signatures.set(signature, row * SIGNATURE_BYTES);
    for (let band = 0; band < this.#bands; band++) {
      const at = this.#slotOf(row, band);
      const slot = row * this.#bands + band;
      this.#next[slot] = this.#first[at] ?? NONE;
      this.#first[at] = slot;
    }
    return row;
  }

  /** The rows that may resemble a signature, by their numbers; of many some. */
  find(signature: Uint8Array): number[] {
    const asked = this.#rows;
    this.#signatures.set(signature, asked * SIGNATURE_BYTES);
    const question = ++this.#questions;
    const found: number[] = [];
    for (let band = 0; band < this.#bands && found.length < MOST_FOUND; band++) {
      const word = this.#words[asked * MOST_BANDS + band];
      let compared = 0;
      for (let slot = this.#first[this.#slotOf(asked, band)] ?? NONE; slot !== NONE; slot = this.#next[slot] ?? NONE) {
        const row = Math.floor(slot / this.#bands);
        if (this.#words[row * MOST_BANDS + band] !== word || this.#met[row] === question) continue;
        if (slot % this.#bands !== band) continue; // another band, whose words share this place
        this.#met[row] = question;
        if (similarityFrom(this.#floor, this.#signatures, asked, row) > 0) found.push(row);
        if (++compared === MOST_COMPARED || found.length === MOST_FOUND) break;
      }
    }
    return found;
  }

  #slotOf(row: number, band: number): number {
    const word = this.#words[row * MOST_BANDS + band] ?? 0;
    return mix32(word ^ Math.imul(band + 1, 0x9e3779b1)) & (this.#first.length - 1);
  }
}
