/** So many examples have at most `up_to` tokens, and more than half of that. */
export interface TokenBin {
  readonly up_to: number;
  readonly examples: number;
}

/** How long examples are, in tokens; all 0 and no bin where there is none. Percentiles are values that occur (nearest rank). */
export interface TokenHistogram {
  readonly examples: number;
  readonly total: number;
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** By powers of two, from the first that has any example to the last. */
  readonly histogram: readonly TokenBin[];
}
