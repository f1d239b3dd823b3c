const SPACE = 0x20;
const NULL = Buffer.from('null');

/**
 * Puts blanks over ranges of a stream of bytes: as many as there were, so that every other line keeps its number and its
 * place. An element of an array becomes `null` and blanks.
 */
export class Blanks {
  readonly #ranges: readonly number[];
  readonly #array: boolean;
  #offset = 0;
  #next = 0;

  /** @param ranges beginnings and ends, in turn, ascending */
  constructor(ranges: readonly number[], array: boolean) {
    this.#ranges = ranges;
    this.#array = array;
  }

  /** Changes the next bytes of the stream in place. */
  over(chunk: Buffer): void {
    const end = this.#offset + chunk.length;
    while (this.#next < this.#ranges.length) {
      const [start = 0, stop = 0] = this.#ranges.slice(this.#next, this.#next + 2);
      if (start >= end) break;
      const from = Math.max(start, this.#offset);
      const until = Math.min(stop, end);
      chunk.fill(SPACE, from - this.#offset, until - this.#offset);
      if (this.#array) this.#writeNull(chunk, start, from, until);
      if (stop > end) break;
      this.#next += 2;
    }
    this.#offset = end;
  }

  #writeNull(chunk: Buffer, start: number, from: number, until: number): void {
    for (let at = from; at < Math.min(until, start + NULL.length); at++)
      chunk[at - this.#offset] = NULL[at - start] ?? SPACE;
  }
}
