import { Worker } from 'node:worker_threads';
import type { ProjectOptions } from '../../engine/project.ts';
import { PACKAGE_FOLDER } from '../../packageFolder.ts';
import type { LookOutcome, LookSource } from './look.ts';

/** Ours: digests lie outside of the heap, and a small folder takes 25 MB of it. Whoever needs more loses the numbers, not the service. */
const HEAP_MEGABYTES = 2048;
/** Ours: a look of a small folder is through by then, and leaves no half-written file of the cache. */
const STOP_MS = 2000;

const THREAD = new URL('dist/lookThread.js', PACKAGE_FOLDER);

/** Looks in a thread of its own, since deciding takes no breaks. The thread is started with a look, and again when it crashed. */
export class ThreadSource implements LookSource {
  readonly #options: ProjectOptions;
  readonly #file: URL;
  readonly #heap: number;
  #thread: Worker | undefined;
  #underWay: Promise<LookOutcome> | undefined;

  /**
   * @param file what the thread runs
   * @param heap_megabytes what it may take
   */
  constructor(options: ProjectOptions, file: URL = THREAD, heap_megabytes = HEAP_MEGABYTES) {
    this.#options = options;
    this.#file = file;
    this.#heap = heap_megabytes;
  }

  look(): Promise<LookOutcome> {
    this.#underWay = this.#ask();
    return this.#underWay;
  }

  async close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, STOP_MS);
    });
    await Promise.race([this.#underWay, late]);
    clearTimeout(timer);
    await this.#thread?.terminate();
    this.#thread = undefined;
  }

  #ask(): Promise<LookOutcome> {
    const thread = this.#started();
    return new Promise((resolve) => {
      const end = (outcome: LookOutcome): void => {
        thread.off('message', end).off('error', failed).off('exit', ended);
        resolve(outcome);
      };
      const failed = (error: unknown): void => end({ kind: 'crash', why: nameOf(error) });
      const ended = (code: number): void => end({ kind: 'crash', why: `exit code ${code}` });
      thread.on('message', end).on('error', failed).on('exit', ended);
      thread.postMessage('look');
    });
  }

  #started(): Worker {
    if (this.#thread !== undefined) return this.#thread;
    const thread = new Worker(this.#file, {
      workerData: { options: this.#options },
      resourceLimits: { maxOldGenerationSizeMb: this.#heap },
      stdout: true,
      stderr: true,
    });
    // What a crashed thread says of itself could hold text of a log.
    thread.stdout.resume();
    thread.stderr.resume();
    const gone = (): void => {
      if (this.#thread === thread) this.#thread = undefined;
    };
    // Between two looks nobody else listens, and an error that nobody hears would end the service.
    thread.on('error', gone).on('exit', gone);
    thread.unref();
    this.#thread = thread;
    return thread;
  }
}

/** What kind of error it was; its message may hold text. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.name;
}
