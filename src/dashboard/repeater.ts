/**
 * Runs something again and again, and at once when asked: never twice at the same time, and once more afterwards when
 * asked in between.
 */
export class Repeater {
  readonly #run: () => Promise<number>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRunning = false;
  #isAsked = false;
  #isStopped = true;

  /** @param run resolves to the milliseconds after which it is to run again */
  constructor(run: () => Promise<number>) {
    this.#run = run;
  }

  start(): void {
    this.#isStopped = false;
    this.request();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** Runs now, or as soon as the run under way is through. */
  request(): void {
    if (this.#isStopped) return;
    if (this.#isRunning) {
      this.#isAsked = true;
      return;
    }
    void this.#turn();
  }

  async #turn(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isRunning = true;
    const pause = await this.#run();
    this.#isRunning = false;
    const isAsked = this.#isAsked;
    this.#isAsked = false;
    if (this.#isStopped) return;
    if (isAsked) await this.#turn();
    else this.#timer = setTimeout(() => this.request(), pause);
  }
}
