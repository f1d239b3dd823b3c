import { dirname } from 'node:path';
import { BackgroundSync } from './backgroundSync.ts';
import type { FileCalls, OpenFile } from './fileCalls.ts';
import { endOf, standsBetween } from './lineEnds.ts';
import { LineQueue, type WaitingBytes, type WaitingLine } from './lineQueue.ts';
import { isClosed, notWritten } from './notWritten.ts';

/** Ours: from here on one larger call is no faster, and whoever hears late of a line has waited for a megabyte. */
const MOST_BYTES_AT_ONCE = 1024 * 1024;

/** Ours: who replaces a file that often is not going to stop, and all that is written may be in it as often. */
const MOST_ROUNDS = 50;

/** Ours: from this many rounds on there is a pause before the next, so that those who replace the file get done. */
const HASTY_ROUNDS = 5;
const PAUSE_MS = 20;

/** Logs are private: others than the owner and the group have no part in them. An umask may take the group's, too. */
const FILE_MODE = 0o640;
const FOLDER_MODE = 0o750;

export interface AppendSettings {
  readonly durability: 'os' | 'batch' | 'fsync';
  readonly sync_every_ms: number;
  readonly timeout_ms: number;
  readonly files: FileCalls;
}

/**
 * A file that lines are appended to, by any number of processes. A line counts as written when all of it stands in the file that the
 * path leads to, on a line of its own; docs/durability.md says what that is worth.
 */
export class AppendFile {
  readonly #path: string;
  readonly #settings: AppendSettings;
  readonly #queue: LineQueue;
  readonly #sync: BackgroundSync;
  #file: OpenFile | undefined;
  /** The size at which the file is known to end with a line. */
  #clean: number | undefined;
  #fruitless = 0;
  #running: Promise<void> | undefined;
  #closed: Promise<void> | undefined;

  constructor(path: string, settings: AppendSettings, bytes: WaitingBytes) {
    this.#path = path;
    this.#settings = settings;
    this.#queue = new LineQueue(path, settings.timeout_ms, bytes);
    this.#sync = new BackgroundSync(path, settings.sync_every_ms);
  }

  /** @param line without its end. @throws NotWritten */
  append(line: string): Promise<void> {
    if (this.#closed !== undefined) return Promise.reject(isClosed(this.#path));
    const failure = this.#sync.takeFailure();
    if (failure !== undefined) return Promise.reject(failure);
    const written = this.#queue.add(line);
    this.#running ??= this.#run();
    return written;
  }

  /**
   * Waits until every line has been written or has failed.
   * @throws NotWritten when what counted as written could not be brought to the disk
   */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    await this.#queue.settled();
    // A call that hangs is not waited for: nobody's line hangs on it any more.
    await within(this.#settings.timeout_ms, this.#finish());
    const failure = this.#sync.takeFailure();
    if (failure !== undefined) throw failure;
  }

  async #finish(): Promise<void> {
    await this.#running;
    await this.#leave();
  }

  async #run(): Promise<void> {
    while (!this.#queue.isEmpty) {
      try {
        await this.#round();
      } catch (error) {
        this.#queue.fail(notWritten(this.#path, error));
        await this.#leave();
      }
    }
    this.#running = undefined;
  }

  /** Writes what waits, as much of it as goes at once. What does not stand in the file afterwards waits for another round. */
  async #round(): Promise<void> {
    const file = this.#file ?? (await this.#open());
    const { size, torn } = await endOf(this.#settings.files, file, this.#clean);
    const lines = this.#queue.take(MOST_BYTES_AT_ONCE);
    if (lines.length === 0) return; // all of them have waited too long
    const lead = torn ? '\n' : '';
    const chunk = Buffer.from(`${lead}${textOf(lines)}`);
    this.#clean = undefined;
    const length = await file.write(chunk);
    const { count, bytes } = wholeLines(lines, length - lead.length);
    if (this.#settings.durability === 'fsync') await file.sync();
    const stands = count > 0 && (await this.#stands(file, chunk.subarray(0, lead.length + bytes), size, length));
    if (stands && this.#settings.durability === 'batch') this.#sync.soon(file);
    this.#fruitless = stands ? 0 : this.#fruitless + 1;
    if (this.#fruitless > MOST_ROUNDS) throw new Error('the file is replaced again and again');
    this.#queue.acknowledge(stands ? count : 0);
    if (this.#fruitless > HASTY_ROUNDS) await this.#settings.files.wait(PAUSE_MS);
  }

  /**
   * Whether the lines of a chunk stand where the path leads. Whoever writes a file anew carries over what was appended until just after its
   * rename: what was written before this look, which finds the old file, is carried over.
   */
  async #stands(file: OpenFile, lines: Buffer, before: number, length: number): Promise<boolean> {
    const found = file.atPath();
    const now = found instanceof Promise ? await found : found;
    if (now === undefined || now.inode !== file.inode || now.device !== file.device) {
      await this.#leave();
      return false;
    }
    if (now.size === before + length) {
      if (lines.length === length) this.#clean = now.size;
      return true;
    }
    // Others have written, too: a line of theirs may have been torn just in front of ours.
    return standsBetween(file, lines, before, now.size);
  }

  async #open(): Promise<OpenFile> {
    const { files, durability } = this.#settings;
    const folder = dirname(this.#path);
    let made: string | undefined;
    const opened = files.open(this.#path, FILE_MODE).catch(async (error: unknown) => {
      if (!isMissing(error)) throw error;
      made = await files.makeFolder(folder, FOLDER_MODE);
      return files.open(this.#path, FILE_MODE);
    });
    const file = await opened;
    this.#file = file;
    this.#clean = undefined;
    if (durability === 'os') return file;
    const top = made === undefined ? folder : dirname(made);
    for (let at = folder; ; at = dirname(at)) {
      await files.syncFolder(at);
      if (at === top || at === dirname(at)) return file;
    }
  }

  /** Closes the file; the next line opens what the path leads to then. */
  async #leave(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    if (file === undefined) return;
    await this.#sync.finish(file);
    await file.close().catch(() => {}); // all that was acknowledged was written before
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function textOf(lines: readonly WaitingLine[]): string {
  let text = '';
  for (const line of lines) text += `${line.text}\n`;
  return text;
}

/** How many lines are whole within the first `length` bytes of them, and how long those are. */
function wholeLines(lines: readonly WaitingLine[], length: number): { count: number; bytes: number } {
  let count = 0;
  let bytes = 0;
  for (const line of lines) {
    if (bytes + line.bytes > length) break;
    bytes += line.bytes;
    count++;
  }
  return { count, bytes };
}

/** Waits for `work`, but not for ever. */
function within(milliseconds: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds).unref();
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
