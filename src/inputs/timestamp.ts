/** ISO 8601 date with optional time and zone. `Date.parse` is not used: it reads a time without zone as local time. */
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|z|[+-]\d{2}(?::?\d{2})?|UTC)?$/;

/** Below it a number means seconds (until the year 5138), above it milliseconds (from March 1973 on). */
const SECONDS_LIMIT = 1e11;
const MICROSECONDS_LIMIT = 1e14;
const NANOSECONDS_LIMIT = 1e17;

/** The first millisecond that ISO 8601 cannot name with a year of four digits: a number from there on is no time. */
const YEAR_10000 = 253_402_300_800_000;

/** What nearly every log writes: `2024-05-01T12:00:00.000Z`, or without the fraction. */
const USUAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;

/** Milliseconds since the epoch from ISO 8601 text (UTC when it names no zone) or epoch seconds, milli-, micro- or nanoseconds. */
export function parseTimestamp(value: unknown): number | undefined {
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string') return undefined;
  return USUAL.test(value) ? fromUsual(value) : fromText(value.trim());
}

/** By the places of the digits: 0.1 µs, where taking the parts out of a match takes 0.4. */
function fromUsual(text: string): number | undefined {
  const number = (start: number, end: number): number => {
    let value = 0;
    for (let at = start; at < end; at++) value = 10 * value + text.charCodeAt(at) - 0x30;
    return value;
  };
  const date = utc(number(0, 4), number(5, 7), number(8, 10), number(11, 13), number(14, 16), number(17, 19));
  return date === undefined ? undefined : inRange(date + (text.length === 24 ? number(20, 23) : 0));
}

function fromText(text: string): number | undefined {
  const match = ISO.exec(text);
  if (match === null) return /^\d{9,19}(\.\d+)?$/.test(text) ? fromEpoch(Number(text)) : undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const date = utc(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
  if (date === undefined) return undefined;
  return inRange(date + Math.floor(Number(`0.${fraction || '0'}`) * 1000) - zoneOffset(zone));
}

/** The parts of a date in UTC; `undefined` for a day or an hour that there is not. */
function utc(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | undefined {
  const date = Date.UTC(year, month - 1, day, hour, minute, second);
  const exists = new Date(date).getUTCMonth() === month - 1 && hour <= 24;
  return exists ? date : undefined;
}

function inRange(time: number): number | undefined {
  return time > 0 && time < YEAR_10000 ? time : undefined;
}

function fromEpoch(value: number): number | undefined {
  return inRange(Math.round(inMilliseconds(value)));
}

function inMilliseconds(value: number): number {
  if (value < SECONDS_LIMIT) return value * 1000;
  if (value < MICROSECONDS_LIMIT) return value;
  return value < NANOSECONDS_LIMIT ? value / 1000 : value / 1e6;
}

function zoneOffset(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? '0');
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}
