/** The result of `curate progress`. */

export interface MilestoneReport {
  readonly at: number;
  readonly name: string;
  readonly reached: boolean;
  /** The day it was crossed, where that is known. */
  readonly on: string | null;
  /** The day it is crossed at the present rate; `null` when reached or out of sight. */
  readonly expected: string | null;
}

/** `value` and `target` are shares (0 to 1) where the name ends in `_rate`, plain numbers elsewhere. */
export interface TargetReport {
  readonly name: string;
  readonly value: number | null;
  readonly target: number;
  readonly met: boolean;
}

export interface ProgressReport {
  readonly goal: number;
  readonly kept: number;
  /** 0 to 100, or more when the goal is passed. */
  readonly percent: number;
  /** The rate the forecast is made with: that of 28 days. */
  readonly per_day: number;
  readonly per_day_7: number;
  readonly per_day_28: number;
  /** The newest day of the logs. */
  readonly as_of: string | null;
  readonly eta: string | null;
  /** 80 % range of `eta`; a `null` is an end that cannot be told. */
  readonly eta_range: readonly [early: string | null, late: string | null];
  /** The day the goal was reached. */
  readonly reached_on: string | null;
  readonly milestones: readonly MilestoneReport[];
  readonly targets: readonly TargetReport[];
  readonly days: readonly { readonly date: string; readonly kept: number }[];
}
