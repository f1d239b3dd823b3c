/** The result of `curate gaps`: of what there is too little. */
export interface GapsReport {
  /** `goal.examples` of the config. */
  readonly goal: number;
  /** Examples that are there: those that are kept, and those that only `balance` leaves out. */
  readonly examples: number;
  readonly facets: readonly FacetGaps[];
}

export interface FacetGaps {
  /** A facet, or `rating`. */
  readonly facet: string;
  /** Whence the shares: the section of the config, or the same for every label that there is. */
  readonly by: 'balance' | 'goal' | 'even';
  /** Labels below their share, those of which most is missing first. */
  readonly labels: readonly LabelGap[];
}

export interface LabelGap {
  /** `(others)` for all that `balance` does not name together. */
  readonly label: string;
  readonly examples: number;
  /** Of all examples that are there, with `even` of those that have a label; and as it ought to be. 0 to 1. */
  readonly share: number | null;
  readonly wanted: number;
  /** How many more there have to be when the goal is reached. */
  readonly missing: number;
}
