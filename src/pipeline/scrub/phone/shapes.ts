import type { Span } from '../detector.ts';
import type { DigitRun } from '../digitRuns.ts';

/** A candidate: groups of digits and what stands between them. */
export interface Shape {
  readonly digits: string;
  /** Digits in each group: `[3, 3, 4]` for 415-555-0123. */
  readonly groups: readonly number[];
  /** What stands between the groups, one entry less. */
  readonly joiners: readonly string[];
}

/** The groups of `run` from `first` to before `next`. */
export function shapeOf(text: string, run: DigitRun, first: number, next: number): Shape {
  let digits = '';
  const groups: number[] = [];
  const joiners: string[] = [];
  for (let place = first; place < next; place++) {
    const { start, end } = run[place] ?? NO_GROUP;
    if (place > first) joiners.push(text.slice(run[place - 1]?.end, start));
    digits += text.slice(start, end);
    groups.push(end - start);
  }
  return { digits, groups, joiners };
}

const NO_GROUP: Span = { start: 0, end: 0 };

/** Dates, spans of years, network addresses, thousands with dots: what has the digits of a phone number and is none. */
export function isOtherNotation(shape: Shape): boolean {
  return isDate(shape) || isYears(shape) || isDottedQuad(shape) || isThousands(shape) || hasBrackets(shape);
}

/** Year, month and day, or day and month (in either order) and year, by one sign; more may follow (a time). */
function isDate({ digits, groups, joiners }: Shape): boolean {
  const [first = 0, second = 0, third = 0] = groups;
  if (groups.length < 3 || joiners[0] !== joiners[1]) return false;
  const a = Number(digits.slice(0, first));
  const b = Number(digits.slice(first, first + second));
  const c = Number(digits.slice(first + second, first + second + third));
  if (first === 4) return second <= 2 && third <= 2 && isYear(a) && isDayAndMonth(b, c);
  return third === 4 && first <= 2 && second <= 2 && isYear(c) && isDayAndMonth(a, b);
}

/** (11) 22 (33) 44: more than one group in brackets. */
function hasBrackets({ joiners }: Shape): boolean {
  let open = 0;
  for (const joiner of joiners) if (joiner.includes('(')) open++;
  return open > 1;
}

function isYear(number: number): boolean {
  return number >= 1000 && number <= 2999;
}

function isDayAndMonth(a: number, b: number): boolean {
  return a >= 1 && b >= 1 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;
}

/** 1990-2000. */
function isYears({ digits, groups, joiners }: Shape): boolean {
  if (groups[0] !== 4 || !groups.every((length) => length === 4) || joiners.includes(' ')) return false;
  const years = (digits.match(/.{4}/g) ?? []).map(Number);
  return years.every((year, place) => isYear(year) && year >= (years[place - 1] ?? 0));
}

/** 192.168.0.1, whether or not it is one. */
function isDottedQuad({ groups, joiners }: Shape): boolean {
  return groups.length === 4 && joiners.every((joiner) => joiner === '.') && groups.every((length) => length <= 3);
}

/** 1.234.567, and 3.14159265: a point with digits behind it and no more. */
function isThousands({ groups, joiners }: Shape): boolean {
  if (joiners.length === 0 || joiners.some((joiner) => joiner !== '.')) return false;
  return groups.length === 2 ? (groups[0] ?? 0) < 2 : groups.slice(1).every((length) => length === 3);
}

/** 0123456789, 1234567, 0000000: what people type where any digits will do. */
export function isSequence(digits: string): boolean {
  return '01234567890123456789'.includes(digits) || '98765432109876543210'.includes(digits) || /^(.)\1+$/.test(digits);
}
