import { timedOut, tooManyWaiting } from './notWritten.ts';
import type { NotWritten } from './types.ts';

/** A line that somebody waits for. */
export interface WaitingLine {
  readonly text: string;
  /** With its line end. */
  readonly bytes: number;
  /** By `performance.now()`: the clock of the day may be set. */
  readonly deadline: number;
  readonly resolve: () => void;
  readonly reject: (reason: NotWritten) => void;
  settled: boolean;
}

/** How many bytes may wait for the disk, in all files that share it. */
export class WaitingBytes {
  readonly most: number;
  now = 0;

  constructor(most: number) {
    this.most = most;
  }
}

/** Lines on their way to one file, in order. Whoever waits too long is told so, whether the disk answers or not. */
export class LineQueue {
  readonly #path: string;
  readonly #timeout: number;
  readonly #bytes: WaitingBytes;
  #waiting: WaitingLine[] = [];
  #from = 0;
  #taken: readonly WaitingLine[] = [];
  #timer: NodeJS.Timeout | undefined;
  #unsettled = 0;
  #onSettled: (() => void)[] = [];

  /** @param timeout milliseconds after which a line has failed */
  constructor(path: string, timeout: number, bytes: WaitingBytes) {
    this.#path = path;
    this.#timeout = timeout;
    this.#bytes = bytes;
  }

  get isEmpty(): boolean {
    return this.#from === this.#waiting.length;
  }

  /** @param text one line without its end. @throws NotWritten when it cannot be written */
  add(text: string): Promise<void> {
    const bytes = Buffer.byteLength(text) + 1;
    // A single line is let through however long it is: its size is for others to judge.
    if (this.#bytes.now > 0 && this.#bytes.now + bytes > this.#bytes.most)
      return Promise.reject(tooManyWaiting(this.#path, this.#bytes.most));
    this.#bytes.now += bytes;
    this.#unsettled++;
    return new Promise((resolve, reject) => {
      const deadline = performance.now() + this.#timeout;
      this.#waiting.push({ text, bytes, deadline, resolve, reject, settled: false });
      this.#timer ??= this.#arm(this.#timeout);
    });
  }

  /** Takes the next lines, at least one and at most `bytes` bytes of them. */
  take(bytes: number): readonly WaitingLine[] {
    const first = this.#from;
    let length = 0;
    while (this.#from < this.#waiting.length) {
      length += this.#waiting[this.#from]?.bytes ?? 0;
      if (length > bytes && this.#from > first) break;
      this.#from++;
    }
    this.#taken = this.#waiting.slice(first, this.#from);
    this.#shorten();
    return this.#taken;
  }

  /** Says of the first `count` lines taken that they are written; the others are to be taken again. */
  acknowledge(count: number): void {
    for (const line of this.#taken.slice(0, count)) if (this.#settle(line)) line.resolve();
    this.#putBack(this.#taken.slice(count));
    this.#taken = [];
  }

  /** Says of the lines taken that they are not written; of all that wait, when the file failed before any was taken. */
  fail(reason: NotWritten): void {
    if (this.#taken.length === 0) this.take(Number.POSITIVE_INFINITY);
    for (const line of this.#taken) if (this.#settle(line)) line.reject(reason);
    this.#taken = [];
  }

  /** Resolves when everybody who waits has had an answer. */
  settled(): Promise<void> {
    if (this.#unsettled === 0) return Promise.resolve();
    return new Promise((resolve) => this.#onSettled.push(resolve));
  }

  #putBack(lines: readonly WaitingLine[]): void {
    const unsettled = lines.filter(({ settled }) => !settled);
    if (unsettled.length === 0) return;
    this.#waiting = [...unsettled, ...this.#waiting.slice(this.#from)];
    this.#from = 0;
  }

  #settle(line: WaitingLine): boolean {
    if (line.settled) return false;
    line.settled = true;
    this.#bytes.now -= line.bytes;
    this.#unsettled--;
    if (this.#unsettled === 0) for (const resolve of this.#onSettled.splice(0)) resolve();
    return true;
  }

  /** Forgets what was taken, not each time: to move the rest costs as much as the rest is long. */
  #shorten(): void {
    if (this.#from < this.#waiting.length / 2) return;
    this.#waiting = this.#waiting.slice(this.#from);
    this.#from = 0;
  }

  /** One timer for all: lines are due in the order in which they came. It keeps no process alive. */
  #arm(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => this.#expire(), Math.max(1, Math.ceil(milliseconds))).unref();
  }

  #expire(): void {
    const now = performance.now();
    const isDue = (line: WaitingLine): boolean => line.deadline <= now;
    const reason = timedOut(this.#path, this.#timeout);
    const due = this.#taken.filter(isDue);
    for (let next = this.#waiting[this.#from]; next && isDue(next); next = this.#waiting[this.#from]) {
      due.push(next);
      this.#from++;
    }
    for (const line of due) if (this.#settle(line)) line.reject(reason);
    this.#shorten();
    const oldest = this.#taken.find(({ settled }) => !settled) ?? this.#waiting[this.#from];
    this.#timer = oldest && this.#arm(oldest.deadline - now);
  }
}
