import type { RecordSink, RecordSplitter } from './recordSplitter.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);
const SPACE = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * Cuts a file that holds one JSON array into its elements. It only finds where elements begin and end; whether an
 * element is JSON is for the reader of records to say. Whatever breaks the array itself is told as a problem.
 */
export class ArraySplitter implements RecordSplitter {
  readonly #maxBytes: number;
  readonly #sink: RecordSink;
  #offset = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #closed = false;
  #complained = false;
  #elements = 0;
  #start = -1;
  #carry: Buffer[] = [];
  #carried = 0;

  constructor(maxBytes: number, sink: RecordSink) {
    this.#maxBytes = maxBytes;
    this.#sink = sink;
  }

  push(chunk: Buffer): boolean {
    let from = this.#start === -1 ? -1 : 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) this.#inString = false;
        continue;
      }
      if (SPACE.has(byte)) continue;
      if (this.#closed) {
        this.#complain('text_after_array', this.#offset + i);
        return false;
      }
      if (this.#depth === 0) {
        this.#depth = byte === 0x5b ? 1 : 0;
        continue;
      }
      if (this.#depth === 1 && (byte === COMMA || byte === 0x5d)) {
        this.#element(chunk, from, i, byte === 0x5d);
        from = -1;
        continue;
      }
      if (from === -1) {
        from = i;
        this.#start = this.#offset + i;
      }
      if (byte === QUOTE) this.#inString = true;
      else if (OPEN.has(byte)) this.#depth++;
      else if (CLOSE.has(byte)) this.#depth = Math.max(1, this.#depth - 1);
    }
    if (from !== -1) this.#keep(chunk.subarray(from));
    this.#offset += chunk.length;
    return true;
  }

  end(): void {
    if (this.#closed) return;
    this.#complain('array_not_closed', this.#start === -1 ? this.#offset : this.#start);
  }

  #element(chunk: Buffer, from: number, end: number, last: boolean): void {
    if (last) this.#closed = true;
    if (this.#start === -1) {
      if (last && this.#elements === 0) return;
      this.#sink.broken('empty_element', this.#offset + end);
      this.#elements++;
      return;
    }
    this.#elements++;
    const piece = chunk.subarray(Math.max(from, 0), end);
    const length = this.#carried + piece.length;
    if (length > this.#maxBytes) this.#sink.broken('too_long', this.#start);
    else this.#sink.record(this.#carried === 0 ? piece : Buffer.concat([...this.#carry, piece]), this.#start, true);
    this.#start = -1;
    this.#carry = [];
    this.#carried = 0;
  }

  #keep(piece: Buffer): void {
    this.#carried += piece.length;
    if (this.#carried > this.#maxBytes) this.#carry = [];
    else this.#carry.push(Buffer.from(piece));
  }

  #complain(problem: 'text_after_array' | 'array_not_closed', offset: number): void {
    if (!this.#complained) this.#sink.broken(problem, offset);
    this.#complained = true;
  }
}
