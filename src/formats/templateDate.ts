const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const DIRECTIVE = /%(-?)([a-zA-Z%])/g;

/**
 * A time as `strftime` of C writes it, in English and UTC; what templates do not use stays as it is. `%-d` has no leading zero.
 * @param time milliseconds since the epoch
 */
export function strftime(time: number, format: string): string {
  const date = new Date(time);
  return format.replace(DIRECTIVE, (whole, dash: string, letter: string) => {
    const text = textOf(date, letter);
    if (text === undefined) return whole;
    return dash === '' ? text : text.replace(/^0+(?=\d)/, '');
  });
}

function textOf(date: Date, letter: string): string | undefined {
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const day = DAYS[date.getUTCDay()] ?? '';
  switch (letter) {
    case 'Y':
      return String(date.getUTCFullYear());
    case 'y':
      return twoDigits(date.getUTCFullYear() % 100);
    case 'm':
      return twoDigits(date.getUTCMonth() + 1);
    case 'd':
      return twoDigits(date.getUTCDate());
    case 'B':
      return month;
    case 'b':
      return month.slice(0, 3);
    case 'A':
      return day;
    case 'a':
      return day.slice(0, 3);
    case 'H':
      return twoDigits(date.getUTCHours());
    case 'M':
      return twoDigits(date.getUTCMinutes());
    case 'S':
      return twoDigits(date.getUTCSeconds());
    case '%':
      return '%';
    default:
      return undefined;
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
