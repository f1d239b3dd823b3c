import { dateOf, dayNumber } from '../../measures/calendar.ts';

/** Ours: so many columns can be told apart on a phone. */
const MOST_COLUMNS = 92;

/** Days that are counted together. */
export interface DayBin {
  /** Its first day, or month. */
  readonly label: string;
  /** Day numbers, from the first to before the last. */
  readonly start: number;
  readonly end: number;
}

export interface DayBins {
  readonly every: 'day' | 'week' | 'month';
  readonly bins: readonly DayBin[];
}

/** All days between two dates as days, weeks from Monday, or months: the shortest of which there are not too many. */
export function dayBins(first: string, last: string): DayBins {
  const start = dayNumber(first);
  const end = dayNumber(last) + 1;
  if (end - start <= MOST_COLUMNS) return { every: 'day', bins: binsOf(start, end, (day) => day + 1) };
  // 1970-01-01 was a Thursday.
  const monday = start - ((((start + 3) % 7) + 7) % 7);
  if ((end - monday) / 7 <= MOST_COLUMNS) return { every: 'week', bins: binsOf(monday, end, (day) => day + 7) };
  const month = dayNumber(`${first.slice(0, 7)}-01`);
  return {
    every: 'month',
    bins: binsOf(month, end, nextMonth).map((bin) => ({ ...bin, label: bin.label.slice(0, 7) })),
  };
}

/** Bins as long as the last one that follow it. */
export function binsAfter({ every, bins }: DayBins, count: number): DayBin[] {
  const next = every === 'month' ? nextMonth : (day: number) => day + (every === 'week' ? 7 : 1);
  const found: DayBin[] = [];
  for (let start = bins.at(-1)?.end ?? 0; found.length < count; start = next(start)) {
    const label = every === 'month' ? dateOf(start).slice(0, 7) : dateOf(start);
    found.push({ label, start, end: next(start) });
  }
  return found;
}

/** The sum of what days have, by bin. */
export function sumByBin<Day extends { readonly date: string }>(
  { bins }: DayBins,
  days: readonly Day[],
  countOf: (day: Day) => number,
): number[] {
  const sums = bins.map(() => 0);
  let at = 0;
  for (const day of [...days].sort((one, other) => (one.date < other.date ? -1 : 1))) {
    const number = dayNumber(day.date);
    while (at < bins.length - 1 && number >= (bins[at]?.end ?? 0)) at++;
    sums[at] = (sums[at] ?? 0) + countOf(day);
  }
  return sums;
}

function binsOf(start: number, end: number, next: (day: number) => number): DayBin[] {
  const bins: DayBin[] = [];
  for (let day = start; day < end; day = next(day)) bins.push({ label: dateOf(day), start: day, end: next(day) });
  return bins;
}

function nextMonth(day: number): number {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 86_400_000;
}
