import type { Random } from '../random.ts';

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const FIRST_DAY = Date.UTC(2026, 8, 1);
export const DAYS = 61;

/** `2026-09-01` for a time in milliseconds. */
export function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Number of the day a time falls on, from 0. */
export function dayOf(at: number): number {
  return Math.floor((at - FIRST_DAY) / DAY);
}

/** How many exchanges a day should see: from 16 to 55 over the two months, a good third of that at the weekend. */
export function expectedOn(day: number, random: Random): number {
  const weekday = new Date(FIRST_DAY + day * DAY).getUTCDay();
  const quiet = weekday === 0 ? 0.3 : weekday === 6 ? 0.45 : 1;
  return Math.round((16 + 0.65 * day) * quiet * (0.85 + 0.3 * random.share()));
}

/** A moment of a day: most in working hours, some in the evening, few at night. */
export function momentOn(day: number, random: Random): number {
  const [from, to] = random.weighted<readonly [number, number]>([
    [[8, 12], 40],
    [[13, 18], 40],
    [[19, 22], 17],
    [[0, 7], 3],
  ]);
  return FIRST_DAY + day * DAY + random.whole(from * HOUR, to * HOUR);
}

/** A moment of the last ten minutes of a day, so that a session crosses midnight. */
export function momentBeforeMidnight(day: number, random: Random): number {
  return FIRST_DAY + (day + 1) * DAY - random.whole(2 * 60_000, 8 * 60_000);
}
