import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Transform, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { fileProblem } from '../fileProblem.ts';

/** What stands in the manifest of a file. */
export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** A file that grows piece by piece, is hashed on the way, and is on the disk when `close` is through. */
export class OutputFile {
  readonly #hash = createHash('sha256');
  readonly #entry: Writable;
  readonly #done: Promise<void>;
  readonly #path: string;
  #bytes = 0;
  #failure: unknown;

  constructor(path: string, compress: 'none' | 'gz') {
    mkdirSync(dirname(path), { recursive: true });
    this.#path = path;
    const file = createWriteStream(path, { flush: true, highWaterMark: 1024 * 1024 });
    const hashing = new Transform({
      transform: (chunk: Buffer, _encoding, next) => {
        this.#hash.update(chunk);
        this.#bytes += chunk.length;
        next(null, chunk);
      },
    });
    const zip = compress === 'gz' ? createGzip() : undefined;
    this.#entry = zip ?? hashing;
    zip?.pipe(hashing);
    hashing.pipe(file);
    this.#done = finished(file);
    this.#done.catch((error) => {
      this.#failure = error;
      this.#entry.destroy();
    });
  }

  /** Waits when the disk is slower than the rows come. @throws CurateError for a full disk and the like */
  async write(text: string): Promise<void> {
    if (text === '') return;
    this.#check();
    if (this.#entry.write(text)) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        this.#entry.off('drain', go);
        this.#entry.off('close', go);
        resolve();
      };
      this.#entry.on('drain', go);
      this.#entry.on('close', go);
    });
    this.#check();
  }

  async close(): Promise<WrittenFile> {
    this.#check();
    this.#entry.end();
    try {
      await this.#done;
    } catch (error) {
      throw this.#problem(error);
    }
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  #check(): void {
    if (this.#failure !== undefined) throw this.#problem(this.#failure);
  }

  #problem(error: unknown): unknown {
    if (error instanceof Error && !('path' in error)) Object.assign(error, { path: this.#path });
    return fileProblem(error) ?? error;
  }
}
