const LINE_FEED = 10;

/** Knows on which line of a file a byte stands, for records that are not one a line. */
export class LineCounter {
  #offset = 0;
  #line = 1;
  /** Places of line feeds, and how many of them were passed: those are forgotten with the next bytes. */
  #feeds: number[] = [];
  #passed = 0;

  /** Takes the next bytes of the file. */
  note(chunk: Buffer): void {
    this.#feeds = this.#feeds.slice(this.#passed);
    this.#passed = 0;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1))
      this.#feeds.push(this.#offset + at);
    this.#offset += chunk.length;
  }

  /** The line, from 1, of a byte; asked for in ascending order. */
  lineAt(offset: number): number {
    while ((this.#feeds[this.#passed] ?? offset) < offset) {
      this.#passed++;
      this.#line++;
    }
    return this.#line;
  }
}
