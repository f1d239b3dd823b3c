import { closeSync, openSync, readSync } from 'node:fs';

const WINDOW_BYTES = 1024 * 1024;

/** Reads records at their offsets; near ones come out of one read, so that going through a file in order costs a few large reads. */
export class RecordReader {
  #path: string | undefined;
  #descriptor = -1;
  #window = Buffer.allocUnsafe(WINDOW_BYTES);
  #start = 0;
  #length = 0;

  /** The bytes of a record; they hold until the next call. Fewer than asked for when the file has become shorter. */
  read(path: string, offset: number, bytes: number): Buffer {
    if (path !== this.#path) this.#open(path);
    if (offset < this.#start || offset + bytes > this.#start + this.#length) this.#fill(offset, bytes);
    const from = offset - this.#start;
    return this.#window.subarray(from, Math.min(from + bytes, this.#length));
  }

  close(): void {
    if (this.#descriptor !== -1) closeSync(this.#descriptor);
    this.#descriptor = -1;
    this.#path = undefined;
    this.#length = 0;
  }

  #open(path: string): void {
    this.close();
    this.#descriptor = openSync(path, 'r');
    this.#path = path;
  }

  #fill(offset: number, bytes: number): void {
    if (bytes > this.#window.length) this.#window = Buffer.allocUnsafe(bytes);
    this.#start = offset;
    this.#length = 0;
    while (this.#length < this.#window.length) {
      const more = readSync(
        this.#descriptor,
        this.#window,
        this.#length,
        this.#window.length - this.#length,
        offset + this.#length,
      );
      if (more === 0) break;
      this.#length += more;
    }
  }
}
