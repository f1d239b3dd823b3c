const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2027-03-14` as `14 March 2027`. */
export function longDate(date: string): string {
  return `${shortDate(date)} ${yearOf(date)}`;
}

/** `2027-03-14` as `14 March`. */
export function shortDate(date: string): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;
}

/** `date` with its year only where `near`, named beside it, is of another. */
export function dateBeside(date: string, near: string): string {
  return yearOf(date) === yearOf(near) ? shortDate(date) : longDate(date);
}

/** `3 August to 1 September 2026`, or one date when they are the same. */
export function dateSpan(first: string, last: string): string {
  return first === last ? longDate(last) : `${dateBeside(first, last)} to ${longDate(last)}`;
}

/** The year of a date, as text. */
export function yearOf(date: string): string {
  return date.slice(0, 4);
}
