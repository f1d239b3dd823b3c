/** Which way a limit keeps: what measures at least as much, or at most. */
export type Keeps = 'at_least' | 'at_most';

/** Between which numbers a measured value lies. With `at_most` only `high` may be the value itself, with `at_least` only `low`. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Rising numbers by which values are told apart that are kept in a byte; at most `MOST_EDGES`. */
export type ByteScale = readonly number[];

/** No message was measured, so no limit drops it. */
export const PASSES_ALWAYS = 0;
/** It is dropped for another reason, whatever the limit. */
export const PASSES_NEVER = 255;
/** A byte has 254 codes beside those two, and edges part one range more than they are. */
export const MOST_EDGES = 253;

/** Shares from 0 to 1 in steps of a two-hundredth, so that every limit of 0.5 % answers without error. */
export const SHARES: ByteScale = Array.from({ length: 201 }, (_, step) => step / 200);

/**
 * The code of a value. Ranges are closed at the side at which a limit keeps, so a limit that is an edge parts them exactly.
 * @returns 1 to 254
 */
export function codeOf(value: number, scale: ByteScale, keeps: Keeps): number {
  let low = 0;
  let high = scale.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const edge = scale[middle] ?? Number.POSITIVE_INFINITY;
    if (keeps === 'at_most' ? edge < value : edge <= value) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** Between which numbers a value lies whose code is 1 to 254. */
export function boundsOf(code: number, scale: ByteScale): Bounds {
  return {
    low: scale[code - 2] ?? Number.NEGATIVE_INFINITY,
    high: scale[code - 1] ?? Number.POSITIVE_INFINITY,
  };
}

/** Whether a value in these bounds keeps to a limit; `undefined` where the bounds do not say. */
export function keepsTo({ low, high }: Bounds, limit: number, keeps: Keeps): boolean | undefined {
  if (keeps === 'at_most') {
    if (high <= limit) return true;
    return low >= limit ? false : undefined;
  }
  if (low >= limit) return true;
  return high <= limit ? false : undefined;
}
