import { stat } from 'node:fs/promises';
import { forgottenFile } from '../engine/privacy/forgottenList.ts';
import { optOutFile } from '../engine/privacy/optOut.ts';
import { peopleLeftOut } from '../engine/privacy/peopleLeftOut.ts';
import { hash53 } from '../measures/hash.ts';
import { LeftOutJudge, type LineIds } from '../pipeline/privacy/leftOut.ts';
import { NotWritten } from './types.ts';

/** Whether a line with these ids is to be left out, as the pipeline would leave it out. */
export type IsLeftOut = (ids: LineIds) => boolean;

/** Ours: who has opted out waits no longer for it to be heeded, and a look costs a busy logger nothing. */
const LOOK_EVERY_MS = 1000;

export interface WatchedLists {
  readonly data: string;
  /** `privacy.opt_out`, relative to the data folder. */
  readonly opt_out: string | null;
  readonly id_key: string | undefined;
  readonly timeout_ms: number;
  /** Milliseconds that never go back. */
  readonly ticks?: () => number;
}

/**
 * Who opted out and who was forgotten. Files are looked at once a second at most, and read when they have changed. While one cannot
 * be read nobody is let in.
 */
export class PeopleWatch {
  /** What should not go unseen of the lists as they were found at the beginning. */
  readonly warnings: readonly string[];
  readonly #lists: WatchedLists;
  readonly #paths: readonly string[];
  readonly #ticks: () => number;
  #known: IsLeftOut;
  #marks: string | undefined;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<IsLeftOut> | undefined;

  /** @throws CurateError when a list is there, or should be, and cannot be read */
  constructor(lists: WatchedLists) {
    this.#lists = lists;
    this.#ticks = lists.ticks ?? (() => performance.now());
    this.#paths = [
      forgottenFile(lists.data),
      ...(lists.opt_out === null ? [] : [optOutFile(lists.data, lists.opt_out)]),
    ];
    const { known, warnings } = this.#read();
    this.#known = known;
    this.warnings = warnings;
  }

  /** At once while the last look is fresh. @throws NotWritten, also by the promise, when nobody can tell */
  get current(): IsLeftOut | Promise<IsLeftOut> {
    if (this.#ticks() - this.#lookedAt < LOOK_EVERY_MS) return this.#known;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  /** The look that is under way, if one is. */
  get looking(): Promise<unknown> | undefined {
    return this.#looking;
  }

  async #look(): Promise<IsLeftOut> {
    // Before the look: what changes while it goes on is seen by the next one.
    const at = this.#ticks();
    const marks = await this.#withinTime(Promise.all(this.#paths.map(markOf)).then((all) => all.join('\n')));
    if (marks !== this.#marks) {
      try {
        this.#known = this.#read().known;
      } catch (error) {
        throw new NotWritten(error instanceof Error ? error.message : String(error), 'unwritable');
      }
      this.#marks = marks;
    }
    this.#lookedAt = at;
    return this.#known;
  }

  #read(): { readonly known: IsLeftOut; readonly warnings: readonly string[] } {
    const { data, opt_out, id_key } = this.#lists;
    const { left_out, opted_out, warnings } = peopleLeftOut(data, opt_out, id_key);
    const judge = left_out === undefined ? undefined : new LeftOutJudge(left_out);
    const users = new Set(opted_out);
    const known: IsLeftOut = (ids) =>
      judge?.reasonFor(ids) !== undefined || (users.size > 0 && ids.user !== undefined && users.has(hash53(ids.user)));
    return { known, warnings };
  }

  /** A disk that does not answer must not keep the caller for ever. */
  async #withinTime<Result>(work: Promise<Result>): Promise<Result> {
    const { timeout_ms } = this.#lists;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(
          new NotWritten(
            `${this.#paths.join(', ')}: the disk does not say within ${timeout_ms} ms who opted out, so nothing is stored.`,
            'timeout',
          ),
        );
      }, timeout_ms);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Another one whenever the file is another, or says something else; the error's code where there is none. */
async function markOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
  }
}
