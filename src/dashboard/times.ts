/** A moment as the page shows it: short, in the reader's zone, and whole in UTC for who points at it. */
export interface ShownTime {
  readonly text: string;
  readonly title: string;
  /** ISO 8601. */
  readonly iso: string;
}

/**
 * `31 Oct, 14:02`, with its year where it is not this one's. Never "today": the page stays open over midnight.
 * @param time ISO 8601, or milliseconds
 * @param zone of the reader; theirs where it is not given
 * @returns nothing for what is no time
 */
export function shownTime(time: string | number, now: number, zone?: string): ShownTime | undefined {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return undefined;
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, ...(zone === undefined ? {} : { timeZone: zone }) });
  const year = format({ year: 'numeric' });
  const isThisYear = year.format(date) === year.format(now);
  const shown: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };
  const text = format(isThisYear ? shown : { ...shown, year: 'numeric' }).format(date);
  return { text, title: utc(date), iso: date.toISOString() };
}

/** `14:02:05`, of today. */
export function clockTime(time: number): Pick<ShownTime, 'text' | 'title'> {
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return { text: clock.format(time), title: utc(new Date(time)) };
}

function utc(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** `12 s`, `3 min`, `2 h` or `4 days`: how long something lasts. */
export function lasting(milliseconds: number): string {
  const seconds = Math.max(Math.round(milliseconds / 1000), 0);
  if (seconds < 90) return `${seconds} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  if (seconds < 36 * 3600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}
