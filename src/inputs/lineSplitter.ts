import type { RecordSink, RecordSplitter } from './recordSplitter.ts';

const NEWLINE = 10;

/**
 * Cuts bytes at line feeds; every line that begins in [start, end) is its own, whichever chunk or range it ends in.
 * A line longer than `maxBytes` is never held in memory.
 */
export class LineSplitter implements RecordSplitter {
  readonly #end: number;
  readonly #maxBytes: number;
  readonly #sink: RecordSink;
  #offset: number;
  #lineStart: number;
  #carry: Buffer[] = [];
  #carried = 0;
  #skipping: boolean;

  /**
   * @param start first byte that will be pushed
   * @param options.end lines that begin at or after it belong to the next range
   * @param options.midLine the first bytes belong to a line of the range before: skip to the next line
   */
  constructor(start: number, options: { end: number; maxBytes: number; midLine: boolean }, sink: RecordSink) {
    this.#offset = start;
    this.#lineStart = start;
    this.#end = options.end;
    this.#maxBytes = options.maxBytes;
    this.#skipping = options.midLine;
    this.#sink = sink;
  }

  push(chunk: Buffer): boolean {
    let from = 0;
    for (;;) {
      const newline = chunk.indexOf(NEWLINE, from);
      if (newline === -1) break;
      this.#line(chunk, from, newline);
      from = newline + 1;
      this.#lineStart = this.#offset + from;
      if (this.#lineStart >= this.#end) return false;
    }
    this.#keep(chunk, from);
    this.#offset += chunk.length;
    // The rest of a line of the range before: nothing of it is ours, however far it goes.
    return !this.#skipping || this.#offset < this.#end;
  }

  end(): void {
    if (this.#skipping || this.#carried === 0) return;
    if (this.#carried > this.#maxBytes) this.#sink.broken('too_long', this.#lineStart);
    else this.#sink.record(Buffer.concat(this.#carry), this.#lineStart, false);
  }

  #line(chunk: Buffer, from: number, newline: number): void {
    const length = this.#carried + newline - from;
    if (this.#skipping) this.#skipping = false;
    else if (length > this.#maxBytes) this.#sink.broken('too_long', this.#lineStart);
    else if (this.#carried === 0) this.#sink.record(chunk.subarray(from, newline), this.#lineStart, true);
    else this.#sink.record(Buffer.concat([...this.#carry, chunk.subarray(from, newline)]), this.#lineStart, true);
    this.#carry = [];
    this.#carried = 0;
  }

  #keep(chunk: Buffer, from: number): void {
    if (this.#skipping || from === chunk.length) return;
    this.#carried += chunk.length - from;
    if (this.#carried > this.#maxBytes) this.#carry = [];
    else this.#carry.push(Buffer.from(chunk.subarray(from)));
  }
}
