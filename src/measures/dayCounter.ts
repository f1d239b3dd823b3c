import { dateOf } from './calendar.ts';

const DAY_MS = 86_400_000;

/** Counts times by their UTC day. Logs are in the order of time, so the day of one is mostly that of the one before. */
export class DayCounter {
  readonly #counts = new Map<number, number>();
  #day = Number.NaN;
  #count = 0;

  /** @param time milliseconds since the epoch; NaN is not counted */
  add(time: number): void {
    if (Number.isNaN(time)) return;
    const day = Math.floor(time / DAY_MS);
    if (day !== this.#day) this.#turnTo(day);
    this.#count++;
  }

  /** Days with a count, as `YYYY-MM-DD`, the earliest first. */
  days(): { readonly date: string; readonly count: number }[] {
    this.#turnTo(this.#day);
    return [...this.#counts].sort(([a], [b]) => a - b).map(([day, count]) => ({ date: dateOf(day), count }));
  }

  #turnTo(day: number): void {
    if (this.#count > 0) this.#counts.set(this.#day, (this.#counts.get(this.#day) ?? 0) + this.#count);
    this.#day = day;
    this.#count = 0;
  }
}
