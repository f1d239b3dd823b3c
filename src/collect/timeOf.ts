import { parseTimestamp } from '../inputs/timestamp.ts';
import { invalid } from './checkInput.ts';

/**
 * A time as lines have it, ISO 8601 in UTC.
 * @param given ISO 8601, or epoch seconds or milliseconds; now where it is missing
 * @throws InvalidInput
 */
export function timeOf(given: string | number | undefined, now: number, what: string): string {
  const time = given === undefined ? now : parseTimestamp(given);
  if (time !== undefined) return new Date(time).toISOString();
  throw invalid(what, [
    { path: 'timestamp', message: 'expected ISO 8601 such as 2026-09-30T12:00:00Z, or epoch seconds or milliseconds' },
  ]);
}
