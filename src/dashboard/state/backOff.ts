/** Ours: a service that is started anew is back within seconds, and one that is away for long is not asked all the time. */
const FIRST_MS = 1_000;
const MOST_MS = 30_000;

/**
 * How long to wait before trying again.
 * @param failures in a row, 1 or more
 * @param random 0 to 1: many pages that lost the same service do not come back at the same moment
 * @returns milliseconds: doubled by every failure, less up to a half
 */
export function backOff(failures: number, random: number): number {
  const longest = Math.min(FIRST_MS * 2 ** Math.min(Math.max(failures, 1) - 1, 16), MOST_MS);
  return Math.round(longest * (1 - random / 2));
}
