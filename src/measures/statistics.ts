/** Numbers in any array a digest or a report may hold. */
export type Numbers = readonly number[] | Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/** What a report says of a column of lengths: all 0 for an empty one. */
export interface Summary {
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Mean, median, 95th percentile and largest of `values`; the mean is rounded to one decimal. */
export function summarize(values: Numbers): Summary {
  const sorted = Float64Array.from(values).sort();
  return {
    mean: Math.round(meanOf(sorted) * 10) / 10,
    p50: percentileOfSorted(sorted, 50),
    p95: percentileOfSorted(sorted, 95),
    max: sorted[sorted.length - 1] ?? 0,
  };
}

/**
 * The `percent`-th percentile (0 to 100) of values in ascending order, by the nearest-rank rule: the smallest value
 * that at least so many per cent of all values do not exceed. It is always one of the values; 0 for none.
 */
export function percentileOfSorted(sorted: Numbers, percent: number): number {
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.max(rank, 1) - 1] ?? 0;
}

/** Arithmetic mean; 0 for no values. */
export function meanOf(values: Numbers): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}

/** Sample variance (divided by n - 1); 0 for fewer than two values. */
export function varianceOf(values: Numbers): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return squares / (values.length - 1);
}
