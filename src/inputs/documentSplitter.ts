import { LineSplitter } from './lineSplitter.ts';
import type { RecordSink, RecordSplitter } from './recordSplitter.ts';

/**
 * Takes a `.json` file that is no array as one record when it is one JSON value of at most `maxBytes`, as a manifest is;
 * anything else as lines, as logs are.
 */
export class DocumentSplitter implements RecordSplitter {
  readonly #maxBytes: number;
  readonly #sink: RecordSink;
  readonly #lines: LineSplitter;
  #whole: Buffer[] | undefined = [];
  #bytes = 0;

  constructor(maxBytes: number, sink: RecordSink) {
    this.#maxBytes = maxBytes;
    this.#sink = sink;
    this.#lines = new LineSplitter(0, { end: Number.POSITIVE_INFINITY, maxBytes, midLine: false }, sink);
  }

  push(chunk: Buffer): boolean {
    if (this.#whole === undefined) return this.#lines.push(chunk);
    this.#bytes += chunk.length;
    this.#whole.push(Buffer.from(chunk));
    if (this.#bytes > this.#maxBytes) this.#toLines();
    return true;
  }

  end(): void {
    const whole = this.#whole === undefined ? undefined : Buffer.concat(this.#whole);
    if (whole !== undefined && isJson(whole)) {
      this.#sink.record(whole, 0, true);
      return;
    }
    this.#toLines();
    this.#lines.end();
  }

  #toLines(): void {
    for (const chunk of this.#whole ?? []) this.#lines.push(chunk);
    this.#whole = undefined;
  }
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}
