import { closeSync, fsyncSync, openSync } from 'node:fs';
import { writeAll } from '../writeAll.ts';

const BLOCK_UNITS = 1024 * 1024;

/** A new file of lines that is on the disk when it is closed; without a path nothing is written and bytes are counted. */
export class LineFile {
  bytes = 0;
  lines = 0;
  readonly #path: string | undefined;
  readonly #descriptor: number | undefined;
  #text = '';

  /** @param mode who may read it */
  constructor(path: string | undefined, mode: number) {
    this.#path = path;
    this.#descriptor = path === undefined ? undefined : openSync(path, 'w', mode);
  }

  /** @param line with its line end */
  add(line: string): void {
    this.lines++;
    this.#text += line;
    if (this.#text.length >= BLOCK_UNITS) this.#flush();
  }

  /** Writes the rest and waits until all of it is on the disk. @throws the error of the file system */
  end(): void {
    this.#flush();
    if (this.#descriptor !== undefined) fsyncSync(this.#descriptor);
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
  }

  #flush(): void {
    const block = Buffer.from(this.#text);
    this.#text = '';
    this.bytes += block.length;
    if (this.#descriptor === undefined) return;
    try {
      writeAll(this.#descriptor, block);
    } catch (error) {
      if (error instanceof Error && !('path' in error)) Object.assign(error, { path: this.#path });
      throw error;
    }
  }
}
