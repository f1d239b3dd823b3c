/** ISO 8601 date with optional time and zone. `Date.parse` is not used: it reads a time without zone as local time. */
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|z|[+-]\d{2}(?::?\d{2})?|UTC)?$/;

/** Below it a number means seconds (until the year 5138), above it milliseconds (from March 1973 on). */
const SECONDS_LIMIT = 1e11;
const MICROSECONDS_LIMIT = 1e14;
const NANOSECONDS_LIMIT = 1e17;

/** The first millisecond that ISO 8601 cannot name with a year of four digits: a number from there on is no time. */
const YEAR_10000 = 253_402_300_800_000;

/** Milliseconds since the epoch from ISO 8601 text (UTC when it names no zone) or epoch seconds, milli-, micro- or nanoseconds. */
export function parseTimestamp(value: unknown): number | undefined {
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const match = ISO.exec(text);
  if (match === null) return /^\d{9,19}(\.\d+)?$/.test(text) ? fromEpoch(Number(text)) : undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const check = new Date(date);
  if (Number.isNaN(date) || check.getUTCMonth() !== Number(month) - 1 || Number(hour) > 24) return undefined;
  const time = date + Math.floor(Number(`0.${fraction || '0'}`) * 1000) - zoneOffset(zone);
  return time > 0 && time < YEAR_10000 ? time : undefined;
}

function fromEpoch(value: number): number | undefined {
  const time = Math.round(inMilliseconds(value));
  return time > 0 && time < YEAR_10000 ? time : undefined;
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
