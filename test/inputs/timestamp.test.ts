import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { parseTimestamp } from '../../src/inputs/timestamp.ts';

const iso = (value: unknown): string | undefined => {
  const time = parseTimestamp(value);
  return time === undefined ? undefined : new Date(time).toISOString();
};

const NOON = '2024-05-01T12:00:00.000Z';
const cases: readonly (readonly [unknown, string | undefined])[] = [
  ['2024-05-01', '2024-05-01T00:00:00.000Z'],
  ['2024-05-01T12:00', NOON],
  ['2024-05-01T12:00:00', NOON],
  ['2024-05-01 12:00:00', NOON],
  ['2024-05-01T12:00:00Z', NOON],
  ['2024-05-01T12:00:00z', NOON],
  ['2024-05-01 12:00:00 UTC', NOON],
  [' 2024-05-01T12:00:00.000000+00:00 ', NOON],
  ['2024-05-01T14:00:00+02:00', NOON],
  ['2024-05-01T14:00:00+0200', NOON],
  ['2024-05-01T14:00:00+02', NOON],
  ['2024-05-01T17:30:00+05:30', NOON],
  ['2024-05-01T01:00:00-11:00', NOON],
  ['2024-05-01T12:00:00.5Z', '2024-05-01T12:00:00.500Z'],
  ['2024-05-01T12:00:00,25Z', '2024-05-01T12:00:00.250Z'],
  ['2024-05-01T12:00:00.123456789Z', '2024-05-01T12:00:00.123Z'],
  ['2024-05-01T12:00:00.9999Z', '2024-05-01T12:00:00.999Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['2023-02-29', undefined],
  ['2024-13-01', undefined],
  ['2024-00-10', undefined],
  ['2024-05-00', undefined],
  ['2024-05-32', undefined],
  ['2024-05-01T25:00:00Z', undefined],
  ['2024-5-1', undefined],
  ['01/05/2024', undefined],
  ['May 1, 2024', undefined],
  ['2024-05-01T12:00:00Zx', undefined],
  ['2024-05-01T12:00:00 CET', undefined],
  ['0001-01-01T00:00:00', undefined],
  ['1970-01-01T00:00:00Z', undefined],
  [1714564800, NOON],
  [1714564800.5, '2024-05-01T12:00:00.500Z'],
  [1714564800000, NOON],
  [1714564800000000, NOON],
  [1714564800000000000, NOON],
  ['1714564800', NOON],
  ['1714564800.5', '2024-05-01T12:00:00.500Z'],
  ['1714564800000', NOON],
  ['1714564800000000', NOON],
  ['1714564800000000000', NOON],
  ['20240501', undefined],
  ['12', undefined],
  ['', undefined],
  [0, undefined],
  [-5, undefined],
  [1e300, undefined],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
  [true, undefined],
  [{}, undefined],
  [undefined, undefined],
];

describe('parseTimestamp', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test.each(cases)('%j', (value, expected) => {
    expect(iso(value)).toBe(expected);
  });

  test.each(['Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati'])('does not depend on TZ=%s', (name) => {
    process.env.TZ = name;
    expect(new Date(2024, 4, 1).toISOString(), 'the zone is in force').not.toBe('2024-05-01T00:00:00.000Z');
    for (const [value, expected] of cases) expect(iso(value)).toBe(expected);
  });

  test('reads back every time that it can write, in any zone', () => {
    const time = fc.integer({ min: 1, max: Date.UTC(9999, 11, 31) });
    const minutes = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(time, minutes, (milliseconds, offset) => {
        expect(parseTimestamp(new Date(milliseconds).toISOString())).toBe(milliseconds);
        const local = new Date(milliseconds + offset * 60_000).toISOString().slice(0, -1);
        const size = Math.abs(offset);
        const digits = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(':');
        if (/^\d{4}-/.test(local))
          expect(parseTimestamp(`${local}${offset < 0 ? '-' : '+'}${digits}`)).toBe(milliseconds);
      }),
      { numRuns: 1000 },
    );
  });

  test('the usual form is read as all others are', () => {
    const digits = (most: number, count: number): fc.Arbitrary<string> =>
      fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(count, '0'));
    const usual = fc
      .tuple(digits(9999, 4), digits(14, 2), digits(33, 2), digits(26, 2), digits(99, 2), digits(99, 2), digits(999, 3))
      .map(([year, month, day, hour, minute, second, part]) => [
        `${year}-${month}-${day}T${hour}:${minute}:${second}`,
        `${year}-${month}-${day}T${hour}:${minute}:${second}.${part}`,
      ]);
    fc.assert(
      fc.property(usual, (times) => {
        for (const time of times) expect(parseTimestamp(`${time}Z`)).toBe(parseTimestamp(`${time}+00:00`));
      }),
      { numRuns: 2000 },
    );
  });

  test('whatever it gives is a time that a date can name', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.string(), fc.stringMatching(/^\d{9,20}$/)), (value) => {
        const time = parseTimestamp(value);
        if (time === undefined) return;
        expect(Number.isInteger(time)).toBe(true);
        expect(new Date(time).toISOString()).toMatch(/^\d{4}-/);
      }),
      { numRuns: 1000 },
    );
  });
});
