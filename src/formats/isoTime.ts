/** The last millisecond a date can name (ECMAScript, "time value"); beyond it `toISOString` throws. */
export const LAST_MILLISECOND = 8.64e15;

/** Milliseconds since the epoch as ISO 8601 in UTC; the empty string where there is no usable time, as rows hold no null. */
export function isoTime(milliseconds: number | undefined): string {
  if (milliseconds === undefined || !(Math.abs(milliseconds) <= LAST_MILLISECOND)) return '';
  return new Date(milliseconds).toISOString();
}
