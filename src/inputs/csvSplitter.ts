import type { RecordSink, RecordSplitter } from './recordSplitter.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const NEWLINE = 0x0a;

/**
 * Cuts CSV (RFC 4180) into rows at the line feeds that stand outside of quotes. A quote opens a cell only where the cell
 * begins. A row longer than `maxBytes`, as an open quote makes one, is never held in memory.
 */
export class CsvSplitter implements RecordSplitter {
  readonly #maxBytes: number;
  readonly #sink: RecordSink;
  #offset = 0;
  #start = 0;
  #atCellStart = true;
  #quoted = false;
  /** The byte before ended a quoted stretch: a quote right behind it is one of the text. */
  #closed = false;
  #carry: Buffer[] = [];
  #carried = 0;

  constructor(maxBytes: number, sink: RecordSink) {
    this.#maxBytes = maxBytes;
    this.#sink = sink;
  }

  push(chunk: Buffer): boolean {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (this.#quoted) {
        this.#closed = byte === QUOTE;
        this.#quoted = !this.#closed;
        continue;
      }
      if (byte === QUOTE) this.#quoted = this.#atCellStart || this.#closed;
      else if (byte === NEWLINE) {
        this.#row(chunk.subarray(from, at), true);
        from = at + 1;
        this.#start = this.#offset + from;
      }
      this.#closed = false;
      this.#atCellStart = byte === COMMA || byte === NEWLINE;
    }
    this.#keep(chunk.subarray(from));
    this.#offset += chunk.length;
    return true;
  }

  end(): void {
    if (this.#carried > 0) this.#row(Buffer.alloc(0), false);
  }

  #row(piece: Buffer, ended: boolean): void {
    const length = this.#carried + piece.length;
    if (length > this.#maxBytes) this.#sink.broken('too_long', this.#start);
    else this.#sink.record(this.#carried === 0 ? piece : Buffer.concat([...this.#carry, piece]), this.#start, ended);
    this.#carry = [];
    this.#carried = 0;
  }

  #keep(piece: Buffer): void {
    if (piece.length === 0) return;
    this.#carried += piece.length;
    if (this.#carried > this.#maxBytes) this.#carry = [];
    else this.#carry.push(Buffer.from(piece));
  }
}
