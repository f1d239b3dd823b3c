import type { OpenFile } from './fileCalls.ts';
import { notSynced } from './notWritten.ts';
import type { NotWritten } from './types.ts';

/** Brings to the disk now and then what was written to a file. Whoever comes next is told of a failure. */
export class BackgroundSync {
  readonly #path: string;
  readonly #every: number;
  #due: OpenFile | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #failure: NotWritten | undefined;

  /** @param every milliseconds */
  constructor(path: string, every: number) {
    this.#path = path;
    this.#every = every;
  }

  /** Something was written to `file`. */
  soon(file: OpenFile): void {
    this.#due = file;
    this.#timer ??= setTimeout(() => this.#start(), this.#every).unref();
  }

  /** Brings all of it to the disk now; `file` may be closed then. */
  async finish(file: OpenFile): Promise<void> {
    if (this.#due === file) this.#start();
    await this.#running;
  }

  /** A failure that nobody was told of yet. */
  takeFailure(): NotWritten | undefined {
    const failure = this.#failure;
    this.#failure = undefined;
    return failure;
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const file = this.#due;
    this.#due = undefined;
    if (file === undefined) return;
    this.#running = this.#running.then(() => this.#sync(file));
  }

  async #sync(file: OpenFile): Promise<void> {
    try {
      await file.sync();
    } catch (error) {
      this.#failure = notSynced(this.#path, error);
    }
  }
}
