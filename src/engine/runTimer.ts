import { StepClock } from '../pipeline/stepClock.ts';
import { TURNS } from '../pipeline/turns.ts';
import type { TimingsReport } from '../report/types.ts';

type Phase = keyof TimingsReport['seconds'];

/** Takes the time of a run's phases, and sums that of the survey's steps, for `--timings`. */
export class RunTimer {
  /** The steps of the survey, all workers together. */
  clock = new StepClock();
  #seconds: Partial<Record<Phase, number>> = {};
  #since = performance.now();

  /** Begins anew: the first phase of a run begins now. */
  begin(): void {
    this.clock = new StepClock();
    this.#seconds = {};
    this.#since = performance.now();
  }

  /** Ends a phase; the next one begins now. */
  end(phase: Phase): void {
    const now = performance.now();
    this.#seconds[phase] = Math.round(now - this.#since) / 1000;
    this.#since = now;
  }

  /** @param records conversations in all files */
  report(records: number): TimingsReport {
    const times = this.clock.times();
    // What is parsed may not be a conversation; whatever is one has its turns ordered.
    const surveyed = times.find(({ step }) => step === TURNS.name)?.conversations ?? 0;
    const { survey = 0, decide = 0, write } = this.#seconds;
    return {
      seconds: { survey, decide, ...(write === undefined ? {} : { write }) },
      surveyed,
      cached: records - surveyed,
      steps: times.map(({ step, conversations, milliseconds }) => ({
        step,
        conversations,
        microseconds: conversations === 0 ? 0 : Math.round((milliseconds * 1e5) / conversations) / 100,
      })),
    };
  }
}
