import { createHash } from 'node:crypto';
import { close, fsync, openSync, write } from 'node:fs';
import { promisify } from 'node:util';

const writeTo = promisify(write);
const flush = promisify(fsync);
const closeFile = promisify(close);

/** What stands in the manifest of a file. */
export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** A new file that grows piece by piece, one at a time, and is hashed on the way. */
export class HashedFile {
  readonly #hash = createHash('sha256');
  readonly #descriptor: number;
  #bytes = 0;

  constructor(path: string) {
    this.#descriptor = openSync(path, 'w');
  }

  /** Once it is through, `piece` belongs to the caller again. */
  async write(piece: Uint8Array): Promise<void> {
    const written = this.#writeAll(piece); // in a thread of its own, while this one hashes
    this.#hash.update(piece);
    this.#bytes += piece.length;
    await written;
  }

  /** Waits until all of it is on the disk. */
  async close(): Promise<WrittenFile> {
    await flush(this.#descriptor);
    await this.abandon();
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  /** Closes the file as it is. */
  async abandon(): Promise<void> {
    await closeFile(this.#descriptor);
  }

  async #writeAll(piece: Uint8Array): Promise<void> {
    for (let at = 0; at < piece.length; ) at += (await writeTo(this.#descriptor, piece, at)).bytesWritten;
  }
}
