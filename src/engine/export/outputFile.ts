import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import { fileProblem } from '../fileProblem.ts';
import { HashedFile, type WrittenFile } from './hashedFile.ts';

export type { WrittenFile };

/** A file, compressed or not, that is on the disk when `close` is through. */
export class OutputFile {
  readonly #path: string;
  readonly #file: HashedFile;
  readonly #zip: { readonly entry: Gzip; readonly done: Promise<void> } | undefined;

  constructor(path: string, compress: 'none' | 'gz') {
    mkdirSync(dirname(path), { recursive: true });
    this.#path = path;
    this.#file = new HashedFile(path);
    this.#zip = compress === 'gz' ? this.#zipped() : undefined;
  }

  /**
   * Waits when the disk is slower than the pieces come; once it is through, `piece` belongs to the caller again.
   * @throws CurateError for a full disk and the like
   */
  async write(piece: string | Uint8Array): Promise<void> {
    if (piece.length === 0) return;
    await this.#attempt(
      () =>
        this.#zip === undefined
          ? this.#file.write(typeof piece === 'string' ? Buffer.from(piece) : piece)
          : this.#compress(Buffer.from(piece), this.#zip), // a copy: the compressor holds it for longer than this call
    );
  }

  /** @throws CurateError for a full disk and the like */
  async close(): Promise<WrittenFile> {
    return this.#attempt(async () => {
      this.#zip?.entry.end();
      await this.#zip?.done;
      return this.#file.close();
    });
  }

  #zipped() {
    const entry = createGzip();
    const done = pipeline(entry, async (pieces: AsyncIterable<Buffer>) => {
      for await (const piece of pieces) await this.#file.write(piece);
    });
    done.catch(() => {}); // the next write or the end hears of it
    return { entry, done };
  }

  async #compress(piece: Buffer, { entry, done }: { entry: Gzip; done: Promise<void> }): Promise<void> {
    if (!entry.destroyed && !entry.write(piece)) {
      await new Promise<void>((resolve) => {
        const go = (): void => {
          entry.off('drain', go);
          entry.off('close', go);
          resolve();
        };
        entry.on('drain', go);
        entry.on('close', go);
      });
    }
    if (entry.destroyed) await done; // it fails with what destroyed the entry
  }

  async #attempt<Result>(action: () => Promise<Result>): Promise<Result> {
    try {
      return await action();
    } catch (error) {
      await this.#file.abandon().catch(() => {});
      if (error instanceof Error && !('path' in error)) Object.assign(error, { path: this.#path });
      throw fileProblem(error) ?? error;
    }
  }
}
