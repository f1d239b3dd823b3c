import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backOff } from '../../src/dashboard/state/backOff.ts';
import {
  type Connection,
  connectionKind,
  connectionWords,
  type Trouble,
  troubleAfter,
  troubleWords,
} from '../../src/dashboard/state/connection.ts';
import { failureOf, problemDetail } from '../../src/dashboard/state/outcome.ts';
import { answered, UNKNOWN } from '../../src/dashboard/state/resource.ts';

const away = { kind: 'away', detail: 'The service cannot be reached.' } as const;
const busy = { kind: 'busy', detail: 'The logs are read.' } as const;
const role = { kind: 'role', detail: 'No.' } as const;

test('a back-off is longer after every failure, never twice the most, and spread', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map((failures) => backOff(failures, 0))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
  ]);
  const law = fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
    const pause = backOff(failures, random);
    expect(pause).toBeGreaterThanOrEqual(500);
    expect(pause).toBeLessThanOrEqual(30_000);
  });
  fc.assert(law);
});

describe('what was shown', () => {
  const shown = answered(UNKNOWN, { kind: 'ok', value: 7 }, 1000);

  test('stays while the service is away, and is as old as it is', () => {
    expect(answered(shown, away, 2000)).toEqual({ value: 7, at: 1000, failure: away });
    expect(answered(answered(shown, away, 2000), { kind: 'ok', value: 8 }, 3000)).toEqual({
      value: 8,
      at: 3000,
      failure: undefined,
    });
  });

  test('goes when the right to see it does', () => {
    for (const kind of ['token', 'role'] as const)
      expect(answered(shown, { kind, detail: 'No.' }, 2000).value).toBeUndefined();
  });
});

test.each([
  [401, 'token'],
  [403, 'role'],
  [404, 'refused'],
  [408, 'busy'],
  [429, 'busy'],
  [500, 'busy'],
  [503, 'busy'],
] as const)('%i is %s', (status, kind) => {
  expect(failureOf(status, undefined).kind).toBe(kind);
  expect(failureOf(status, 'So it is.').detail).toBe('So it is.');
});

test.each([
  [{ detail: 'No such format.', problems: [{ path: 'format', message: 'unknown' }] }, 'No such format. unknown'],
  [{ detail: 'No.' }, 'No.'],
  [{ detail: 7 }, undefined],
  ['<html>', undefined],
  [null, undefined],
])('the detail of %j', (body, detail) => expect(problemDetail(body)).toBe(detail));

const connection = (given: Partial<Connection>): Connection => ({
  isLive: true,
  trouble: undefined,
  updated: 1000,
  refreshSeconds: 30,
  ...given,
});
const trouble: Trouble = { kind: 'away', detail: 'The service cannot be reached.', since: 2000 };

test('the sign says how numbers come', () => {
  const words = (given: Partial<Connection>) => connectionWords(connection(given));
  expect(words({})).toBe('Live');
  expect(words({ isLive: false })).toBe('Every 30 s');
  expect(words({ updated: undefined })).toBe('Asking the service');
  expect(words({ trouble })).toBe('Service away');
  expect(words({ trouble: { ...trouble, kind: 'busy' } })).toBe('No new numbers');
  // A stream that still stands proves nothing where requests fail.
  expect(connectionKind(connection({ trouble, isLive: true }))).toBe('away');
});

test('the banner says how old the numbers are', () => {
  expect(troubleWords(connection({}), 5000)).toBeUndefined();
  expect(troubleWords(connection({ trouble }), 61_000)).toContain('are 60 s old');
  expect(troubleWords(connection({ trouble, updated: undefined }), 5000)).not.toContain('old');
});

test('trouble begins when every request fails, lasts from then, and ends with one answer', () => {
  const first = troubleAfter(undefined, [away, away], 2000);
  expect(first).toEqual(trouble);
  expect(troubleAfter(first, [busy, away], 3000)).toEqual({ ...busy, since: 2000 });
  expect(troubleAfter(first, [away, undefined], 3000)).toBeUndefined();
  expect(troubleAfter(first, [away, role], 3000)).toBeUndefined();
  expect(troubleAfter(undefined, [], 3000)).toBeUndefined();
});
