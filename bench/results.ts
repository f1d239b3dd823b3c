import type { Measured } from './measure.ts';

/** A figure of one run. */
export type Reading = (run: Measured) => number;

export const seconds: Reading = (run) => run.seconds;

/** What was measured of each case, round by round. What was not measured is `undefined`. */
export class Results {
  readonly #runs = new Map<string, Measured[]>();

  add(name: string, run: Measured): void {
    this.#runs.set(name, [...this.runs(name), run]);
  }

  runs(name: string): readonly Measured[] {
    return this.#runs.get(name) ?? [];
  }

  median(name: string, reading: Reading = seconds): number | undefined {
    return median(this.runs(name).map(reading));
  }

  /** The highest peak of all rounds, in megabytes. */
  peak(name: string): number | undefined {
    const runs = this.runs(name);
    return runs.length === 0 ? undefined : Math.max(...runs.map(({ peak_mb }) => peak_mb));
  }

  /**
   * How many times `other` a case took: the median of the rounds' ratios, so that a slow moment of the machine hits both;
   * of their medians where they ran in unequal numbers of rounds.
   */
  ratio(name: string, other: string, reading: Reading = seconds, otherReading = reading): number | undefined {
    const ones = this.runs(name).map(reading);
    const others = this.runs(other).map(otherReading);
    if (ones.length !== others.length) return quotient(median(ones), median(others));
    return median(ones.map((one, round) => quotient(one, others[round]) ?? Number.NaN));
  }
}

function quotient(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}

export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
