const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether there is a day `day` in month `month` (1 to 12) of `year`. */
export function isDate(year: number, month: number, day: number): boolean {
  if (month === 2 && day === 29) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

/** Whether `YYMMDD` is a day of the 20th or 21st century: they differ only in 1900-02-29. */
export function isShortDate(digits: string): boolean {
  return isDate(2000 + Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4, 6)));
}

/** Whether four digits may be the hour and minute of a time stamp. */
export function isTime(digits: string): boolean {
  return Number(digits.slice(0, 2)) < 24 && Number(digits.slice(2, 4)) < 60;
}
