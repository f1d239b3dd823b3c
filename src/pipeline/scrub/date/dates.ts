import type { Span } from '../detector.ts';
import { isWordAt } from '../digitRuns.ts';
import { isLetterAt } from '../letters.ts';
import { isMonthAt, MAX_MONTH } from './months.ts';

/** A date, and the year in it. */
export interface DateSpan extends Span {
  readonly year: number;
}

/** 5/6/1990, 05.06.90, 5 - 6 - 1990, 05 06 1990. */
const DAY_MONTH_YEAR = /([0-9]{1,2})( ?[./-] ?| )([0-9]{1,2})\2([0-9]{4}|[0-9]{2})/y;
/** 1990-06-05, 1990/6/5, 1990. 6. 5. */
const YEAR_MONTH_DAY = /([0-9]{4})( ?[./-] ?)([0-9]{1,2})\2([0-9]{1,2})/y;
/** 1990年6月5日, 1990년 6월 5일. */
const EAST_ASIAN = /([0-9]{4}) ?([年년]) ?([0-9]{1,2}) ?[月월] ?([0-9]{1,2}) ?[日일]/y;
/** What leads from a day to its month: 5 May, 5th of May, 5. Mai, 5 de mayo, 5-May. */
const TO_MONTH = /[0-9]{1,2}(?:st|nd|rd|th|er|º|ª|\.)?[ -]?(?:of |de |d')?/iy;
/** What leads from a month to its year, and the year: May 1990, May, 1990, mayo de 1990, May '90. */
const TO_YEAR = /[.,]?,?[ -](?:de |del |of )?([0-9]{4}|['’][0-9]{2})/iy;
/** Behind a month: the day and the year. */
const DAY_YEAR = /([0-9]{1,2})(?:st|nd|rd|th)?,?[ -]([0-9]{4}|['’][0-9]{2})/iy;
const WORD = /\p{L}+/uy;

/** Years with two digits are of the last or of this century: all that is known of them. */
const CENTURY = 1900;

/** The date of which the first number is `number`, with a day, a month and a year, or a month by name and a year. */
export function dateAt(text: string, { start, end }: Span): DateSpan | undefined {
  const date = end - start === 4 ? yearFirst(text, start) : end - start <= 2 ? dayFirst(text, start) : undefined;
  if (date === undefined || isWordAt(text, date.end) || isWordAt(text, date.start - 1)) return undefined;
  return date;
}

function yearFirst(text: string, start: number): DateSpan | undefined {
  const [whole, year, , month, day] = matchAt(YEAR_MONTH_DAY, text, start) ?? matchAt(EAST_ASIAN, text, start) ?? [];
  if (whole !== undefined && isDayAndMonth(Number(day), Number(month)))
    return { start, end: start + whole.length, year: Number(year) };
  const monthBegin = monthBefore(text, start);
  return monthBegin === undefined
    ? undefined
    : { start: monthBegin, end: start + 4, year: Number(text.slice(start, start + 4)) };
}

function dayFirst(text: string, start: number): DateSpan | undefined {
  const [whole, first, , second, year] = matchAt(DAY_MONTH_YEAR, text, start) ?? [];
  if (whole !== undefined && isDayAndMonth(Number(first), Number(second)))
    return { start, end: start + whole.length, year: yearOf(year ?? '') };
  return withMonthBehind(text, start) ?? withMonthBefore(text, start);
}

function withMonthBehind(text: string, start: number): DateSpan | undefined {
  const lead = matchAt(TO_MONTH, text, start)?.[0];
  if (lead === undefined) return undefined;
  const monthStart = start + lead.length;
  const monthEnd = monthStart + (matchAt(WORD, text, monthStart)?.[0].length ?? 0);
  if (!isMonthAt(text, monthStart, monthEnd)) return undefined;
  const [tail, year] = matchAt(TO_YEAR, text, monthEnd) ?? [];
  return tail === undefined ? undefined : { start, end: monthEnd + tail.length, year: yearOf(year ?? '') };
}

function withMonthBefore(text: string, start: number): DateSpan | undefined {
  const monthStart = monthBefore(text, start);
  if (monthStart === undefined) return undefined;
  const [whole, , year] = matchAt(DAY_YEAR, text, start) ?? [];
  return whole === undefined ? undefined : { start: monthStart, end: start + whole.length, year: yearOf(year ?? '') };
}

/** Where the name of a month begins that ends before the number at `start`: May 5, May, 1990, mayo de 1990, May the 5th. */
function monthBefore(text: string, start: number): number | undefined {
  const sign = text[start - 1];
  if (sign !== ' ' && sign !== '-') return undefined;
  let end = start - 1;
  for (const filler of FILLERS) if (text.endsWith(filler, end)) end -= filler.length;
  if (text[end - 1] === ',' || text[end - 1] === '.') end--;
  let from = end;
  while (end - from <= MAX_MONTH && isLetterAt(text, from - 1)) from--;
  return from < end && isMonthAt(text, from, end) ? from : undefined;
}

const FILLERS = [' de', ' del', ' of', ' the'];

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

function isDayAndMonth(a: number, b: number): boolean {
  return a >= 1 && b >= 1 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;
}

function yearOf(digits: string): number {
  return digits.length === 4 ? Number(digits) : CENTURY + Number(digits.slice(-2));
}
