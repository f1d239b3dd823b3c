import type { Container } from '../../formats/container.ts';
import { LineSplitter } from '../../inputs/lineSplitter.ts';

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const COMMA = 0x2c;

/** Takes the rows of a split one by one, without what stands between them; bytes hold during the call. */
export type RowListener = (row: Buffer) => void;

/** Those whose rows stand in the file as they are. */
export type TextContainer = Exclude<Container, 'parquet'>;

/** Cuts the bytes of a split of one of our data sets into its rows. */
export interface RowSplitter {
  push(chunk: Buffer): void;
  end(): void;
}

/** @param header takes the first row of CSV, which is none */
export function rowSplitter(container: TextContainer, row: RowListener, header: RowListener): RowSplitter {
  if (container === 'csv') return new CsvSplitter(row, header);
  return lineRows(container === 'json' ? elementsOnly(row) : row);
}

function lineRows(row: RowListener): RowSplitter {
  const options = { end: Number.POSITIVE_INFINITY, maxBytes: Number.POSITIVE_INFINITY, midLine: false };
  return new LineSplitter(0, options, { record: row, broken() {} });
}

/** Our arrays have one element a line, between a line `[` and a line `]`. */
function elementsOnly(row: RowListener): RowListener {
  return (line) => {
    if (line.length <= 1) return;
    row(line.at(-1) === COMMA ? line.subarray(0, -1) : line);
  };
}

/** Rows of CSV end at line feeds outside of quotes; the first one is the header. */
class CsvSplitter implements RowSplitter {
  readonly #row: RowListener;
  readonly #header: RowListener;
  #quoted = false;
  #isHeader = true;
  #carry: Buffer[] = [];

  constructor(row: RowListener, header: RowListener) {
    this.#row = row;
    this.#header = header;
  }

  push(chunk: Buffer): void {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === QUOTE) this.#quoted = !this.#quoted; // a quote mark in a cell is doubled, which changes nothing
      if (byte !== NEWLINE || this.#quoted) continue;
      this.#end(chunk.subarray(from, at));
      from = at + 1;
    }
    if (from < chunk.length) this.#carry.push(Buffer.from(chunk.subarray(from)));
  }

  end(): void {
    if (this.#carry.length > 0) this.#end(Buffer.alloc(0));
  }

  #end(piece: Buffer): void {
    const row = this.#carry.length === 0 ? piece : Buffer.concat([...this.#carry, piece]);
    this.#carry = [];
    if (this.#isHeader) this.#header(row);
    else this.#row(row);
    this.#isHeader = false;
  }
}
