import { dateOf, dayNumber, lastDays } from './calendar.ts';
import { meanOf, varianceOf } from './statistics.ts';

export interface KeptDay {
  /** UTC, `YYYY-MM-DD`. */
  readonly date: string;
  readonly kept: number;
}

export interface ForecastInput {
  /** Kept examples of each day, one entry a date; days without any may be left out. */
  readonly days: readonly KeptDay[];
  /** All kept examples, those without a date too. */
  readonly kept: number;
  readonly goal: number;
  /** The newest day of the logs: the windows end there. `null` where no log has a date. */
  readonly asOf: string | null;
  readonly today: string;
}

export interface Forecast {
  /** Kept examples a calendar day over the last 7 and 28 days, or since the first day when that is later; two decimals. */
  readonly per_day_7: number;
  readonly per_day_28: number;
  /** The day the goal is reached at the 28-day rate; `null` when it is reached, never, or more than a century away. */
  readonly eta: string | null;
  /** 80 % range of that day; a `null` is an end that cannot be told. */
  readonly eta_range: readonly [early: string | null, late: string | null];
  /** The day the goal was reached. */
  readonly reached_on: string | null;
}

export interface Milestone {
  readonly at: number;
  readonly name: string;
}

export interface MilestoneProgress extends Milestone {
  readonly reached: boolean;
  /** The day it was crossed; `null` when it was not, or when only examples without a date took it over the line. */
  readonly on: string | null;
  /** The day it is crossed at the 28-day rate; `null` when reached or out of sight. */
  readonly expected: string | null;
}

interface Rate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const WEEK = 7;
const MONTH = 28;

/** Dates further away say nothing (ours). */
const HORIZON_DAYS = 36_525;

/**
 * Quantiles 0.9 of Student's t for 1 to 27 degrees of freedom: two-sided 80 % limits of a mean of up to 28 days.
 * Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2.
 */
const T_90 = [
  3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345, 1.341, 1.337, 1.333,
  1.33, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314,
];

/** When a data set reaches its goal, judged by what was kept in the last days. Pure; all dates are UTC. */
export function forecast(input: ForecastInput): Forecast {
  const { days, kept, goal } = input;
  const month = rateOf(lastCounts(input, MONTH));
  const week = rateOf(lastCounts(input, WEEK));
  const rates = { per_day_7: inHundredths(week.mean), per_day_28: inHundredths(month.mean) };
  if (kept >= goal) return { ...rates, eta: null, eta_range: [null, null], reached_on: crossingDay(days, goal) };
  const remaining = goal - kept;
  const at = (rate: number) => dayAfter(input, remaining, rate);
  const eta = at(month.mean);
  if (eta === null) return { ...rates, eta, eta_range: [null, null], reached_on: null };
  return {
    ...rates,
    eta,
    eta_range: [at(Math.max(month.high, week.high)), at(Math.min(month.low, week.low))],
    reached_on: null,
  };
}

/** Which milestones were crossed and when, and when the others are at the 28-day rate. Keeps their order. */
export function milestoneProgress(input: ForecastInput, milestones: readonly Milestone[]): MilestoneProgress[] {
  const { mean } = rateOf(lastCounts(input, MONTH));
  return milestones.map(({ at, name }) => {
    const reached = input.kept >= at;
    const on = reached ? crossingDay(input.days, at) : null;
    const expected = reached ? null : dayAfter(input, at - input.kept, mean);
    return { at, name, reached, on, expected };
  });
}

/** Kept examples of each of the last `length` calendar days, fewer when the first day is later. */
function lastCounts({ days, asOf }: ForecastInput, length: number): number[] {
  if (asOf === null) return [];
  let first = asOf;
  for (const { date } of days) if (date < first) first = date;
  const age = dayNumber(asOf) - dayNumber(first) + 1;
  return lastDays(days, asOf, Math.min(length, age), (date) => ({ date, kept: 0 })).map((day) => day.kept);
}

/**
 * Mean of daily counts with its 80 % confidence limits, mean ± t · s / √n (NIST/SEMATECH e-Handbook, 1.3.5.2).
 * Two things are ours: the variance is at least the mean, as it is for independent events (Poisson), so that a few equal
 * days do not feign certainty; and `forecast` takes the envelope of the 7- and the 28-day limits, for a mean
 * knows nothing of a trend. One day alone has no limits: nothing is known of its spread.
 */
function rateOf(counts: readonly number[]): Rate {
  const mean = meanOf(counts);
  const t = T_90[counts.length - 2] ?? Number.POSITIVE_INFINITY;
  const variance = Math.max(varianceOf(counts), mean);
  const margin = variance === 0 ? 0 : t * Math.sqrt(variance / counts.length);
  return { mean, low: mean - margin, high: mean + margin };
}

/** The day `remaining` examples from now, counted from the newest log or today, whichever is later. */
function dayAfter({ asOf, today }: ForecastInput, remaining: number, rate: number): string | null {
  const from = asOf !== null && asOf > today ? asOf : today;
  const wait = Math.ceil(remaining / rate);
  return rate > 0 && Number.isFinite(rate) && wait <= HORIZON_DAYS ? dateOf(dayNumber(from) + wait) : null;
}

/** The day on which the cumulated count reached `count`. */
function crossingDay(days: readonly KeptDay[], count: number): string | null {
  let sum = 0;
  for (const { date, kept } of days.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    sum += kept;
    if (sum >= count) return date;
  }
  return null;
}

function inHundredths(rate: number): number {
  return Math.round(rate * 100) / 100;
}
