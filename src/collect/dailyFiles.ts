import { join } from 'node:path';
import { dateOf } from '../measures/calendar.ts';
import { AppendFile, type AppendSettings } from './appendFile.ts';
import type { FileCalls } from './fileCalls.ts';
import { WaitingBytes } from './lineQueue.ts';
import { nodeFiles } from './nodeFiles.ts';
import { isClosed } from './notWritten.ts';

const DAY_MS = 86_400_000;

export interface DailyFilesOptions {
  /** Made where it is missing. */
  readonly folder: string;
  /** What names begin with, such as `conversations`. */
  readonly stem: string;
  /** When a line counts as written. */
  readonly durability: 'os' | 'batch' | 'fsync';
  /** For `batch`: how long a line may stay off the disk. */
  readonly sync_every_ms: number;
  /** A line that is not written by then has failed; whether it is in the file is not known then. */
  readonly timeout_ms: number;
  /** With more bytes waiting for the disk, a line has failed at once. */
  readonly max_waiting_bytes: number;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  readonly files?: FileCalls | undefined;
}

/**
 * Lines in a file a day, `STEM_YYYY-MM-DD.jsonl`, by the UTC day at which each was handed over. A clock that is set back over midnight
 * brings back the file of the day before.
 */
export class DailyFiles {
  readonly #options: DailyFilesOptions;
  readonly #settings: AppendSettings;
  readonly #bytes: WaitingBytes;
  readonly #now: () => number;
  #day = Number.NaN;
  #file: AppendFile | undefined;
  #closing = new Set<Promise<void>>();
  #failure: unknown;
  #isClosed = false;

  constructor(options: DailyFilesOptions) {
    const { durability, sync_every_ms, timeout_ms, files = nodeFiles } = options;
    this.#options = options;
    this.#settings = { durability, sync_every_ms, timeout_ms, files };
    this.#bytes = new WaitingBytes(options.max_waiting_bytes);
    this.#now = options.now ?? Date.now;
  }

  /**
   * @param line without its end
   * @throws NotWritten; the line may be in the file all the same (docs/durability.md)
   */
  append(line: string): Promise<void> {
    if (line.includes('\n')) return Promise.reject(new RangeError('what is appended must be one line'));
    if (this.#isClosed) return Promise.reject(isClosed(join(this.#options.folder, this.#options.stem)));
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) return Promise.reject(failure);
    return this.#today().append(line);
  }

  /**
   * Waits until every line has been written or has failed, which takes no longer than twice `timeout_ms`.
   * @throws NotWritten when lines that counted as written could not be brought to the disk
   */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#leave();
    await Promise.all(this.#closing);
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure;
  }

  #today(): AppendFile {
    const day = Math.floor(this.#now() / DAY_MS);
    if (this.#file !== undefined && day === this.#day) return this.#file;
    this.#leave();
    const { folder, stem } = this.#options;
    this.#day = day;
    this.#file = new AppendFile(join(folder, `${stem}_${dateOf(day)}.jsonl`), this.#settings, this.#bytes);
    return this.#file;
  }

  /** Closes the file of another day when its lines are through; the lines of today do not wait for it. */
  #leave(): void {
    const closing = this.#file?.close().catch((error: unknown) => {
      this.#failure = error;
    });
    this.#file = undefined;
    if (closing === undefined) return;
    this.#closing.add(closing);
    void closing.then(() => this.#closing.delete(closing));
  }
}
