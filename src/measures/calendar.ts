const DAY = 86_400_000;

/** Days from 1970-01-01 to the UTC date `YYYY-MM-DD` (negative before it). */
export function dayNumber(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY;
}

/** The UTC date `YYYY-MM-DD` of a day number. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/**
 * The last `count` calendar days up to and with `until`, oldest first; days without an entry are made by `blank`.
 * Of two entries for one date the later in `days` is taken.
 */
export function lastDays<Entry extends { readonly date: string }>(
  days: readonly Entry[],
  until: string,
  count: number,
  blank: (date: string) => Entry,
): Entry[] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const end = dayNumber(until);
  return Array.from({ length: count }, (_, position) => {
    const date = dateOf(end - count + 1 + position);
    return byDate.get(date) ?? blank(date);
  });
}
