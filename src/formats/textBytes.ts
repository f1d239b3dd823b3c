import { JSON_BYTES_PER_UNIT, UTF8_BYTES_PER_UNIT, writeJsonString } from './jsonString.ts';

/** Ours: room for the rows of a small task; doubled whenever it is too small. */
const FIRST_BYTES = 64 * 1024;

/**
 * Text that grows piece by piece, as UTF-8 in a block of memory of its own. Strings are short-lived this way, and the
 * block can move to another thread without being copied.
 */
export class TextBytes {
  #block: Buffer;
  #length = 0;

  /** @param reuse bytes that nobody needs any more; their block is written over */
  constructor(reuse?: Uint8Array) {
    this.#block = reuse === undefined ? Buffer.allocUnsafeSlow(0) : Buffer.from(reuse.buffer);
  }

  /** Adds text, or what is UTF-8 already. */
  add(piece: string | Uint8Array): void {
    if (typeof piece === 'string') {
      this.#reserve(piece.length * UTF8_BYTES_PER_UNIT);
      this.#length += this.#block.write(piece, this.#length);
    } else {
      this.#reserve(piece.length);
      this.#block.set(piece, this.#length);
      this.#length += piece.length;
    }
  }

  /** Adds `text` as a JSON string. */
  addJsonString(text: string): void {
    this.#reserve(text.length * JSON_BYTES_PER_UNIT + 2);
    this.#length = writeJsonString(text, this.#block, this.#length);
  }

  /** All that was added; it holds until something is added after `clear`. */
  bytes(): Uint8Array {
    return this.#block.subarray(0, this.#length);
  }

  /** Bytes that were added. */
  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
  }

  #reserve(more: number): void {
    const least = this.#length + more;
    if (least <= this.#block.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(FIRST_BYTES, this.#block.length * 2, least));
    this.#block.copy(larger, 0, 0, this.#length);
    this.#block = larger;
  }
}
