/** What one step of the survey took, in the workers that did it. */
export interface StepTime {
  readonly step: string;
  /** Conversations that came to it. */
  readonly conversations: number;
  readonly milliseconds: number;
}

/**
 * Takes the time of the steps that conversations go through in the survey, when someone asks for it. Watching hands back
 * the same function with a clock around it; where there is no clock the function itself runs, so it costs nothing then.
 *
 * It is time on the wall of a worker that has nothing else to do, so processor time as long as every worker has a core.
 * A clock around a step adds some 0.1 µs to it.
 */
export class StepClock {
  readonly #times = new Map<string, { conversations: number; milliseconds: number }>();

  /** `run` with its time taken; steps are listed in the order in which they are first watched. */
  watch<Input extends unknown[], Output>(step: string, run: (...input: Input) => Output): (...input: Input) => Output {
    return this.#timed(step, run, 1);
  }

  /** Like `watch`, where the conversation has come to this step before: it is not counted twice. */
  watchAgain<Input extends unknown[], Output>(
    step: string,
    run: (...input: Input) => Output,
  ): (...input: Input) => Output {
    return this.#timed(step, run, 0);
  }

  add({ step, conversations, milliseconds }: StepTime): void {
    const time = this.#timeOf(step);
    time.conversations += conversations;
    time.milliseconds += milliseconds;
  }

  /** Gives the time of `milliseconds` that no step took to a step of its own. */
  addRest(step: string, conversations: number, milliseconds: number): void {
    const known = this.times().reduce((sum, time) => sum + time.milliseconds, 0);
    this.add({ step, conversations, milliseconds: milliseconds - known });
  }

  times(): StepTime[] {
    return [...this.#times].map(([step, time]) => ({ step, ...time }));
  }

  #timed<Input extends unknown[], Output>(
    step: string,
    run: (...input: Input) => Output,
    counts: 0 | 1,
  ): (...input: Input) => Output {
    const time = this.#timeOf(step);
    return (...input) => {
      const began = performance.now();
      const output = run(...input);
      time.milliseconds += performance.now() - began;
      time.conversations += counts;
      return output;
    };
  }

  #timeOf(step: string): { conversations: number; milliseconds: number } {
    const known = this.#times.get(step);
    if (known !== undefined) return known;
    const time = { conversations: 0, milliseconds: 0 };
    this.#times.set(step, time);
    return time;
  }
}
