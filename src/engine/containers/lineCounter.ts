const NEWLINE = 0x0a;

/** Tells in which line a place of a file is, while the file goes by in chunks and places only come forward. */
export class LineCounter {
  #chunk: Buffer = Buffer.alloc(0);
  /** Where the chunk begins in the file, and how far lines are counted in it. */
  #start = 0;
  #at = 0;
  #lines = 1;

  begin(chunk: Buffer): void {
    this.#chunk = chunk;
    this.#at = 0;
  }

  /** The chunk is through. */
  end(): void {
    this.#countTo(this.#chunk.length);
    this.#start += this.#chunk.length;
    this.#chunk = Buffer.alloc(0);
    this.#at = 0;
  }

  /**
   * The line in which a record begins, counted from 1.
   * @param bytes of the record, which end in the chunk that goes by, though they may begin in one before
   */
  lineOf(offset: number, bytes?: Buffer): number {
    this.#countTo(offset + (bytes?.length ?? 0) - this.#start);
    return this.#lines - (bytes === undefined ? 0 : newlinesIn(bytes));
  }

  #countTo(end: number): void {
    for (;;) {
      const newline = this.#chunk.indexOf(NEWLINE, this.#at);
      if (newline === -1 || newline >= end) break;
      this.#lines++;
      this.#at = newline + 1;
    }
  }
}

function newlinesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
