import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf, dayNumber, lastDays } from '../src/measures/calendar.ts';
import { forecast, milestoneProgress } from '../src/measures/forecast.ts';
import { percentileOfSorted, summarize, varianceOf } from '../src/measures/statistics.ts';

const start = dayNumber('2026-01-01');
const daysOf = (counts: readonly number[]) =>
  counts.map((kept, position) => ({ date: dateOf(start + position), kept }));
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

function inputOf(counts: readonly number[], goal: number, today = '2026-01-01') {
  return { days: daysOf(counts), kept: sum(counts), goal, asOf: daysOf(counts).at(-1)?.date ?? null, today };
}

const daily = fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 120 });
const inDays = (date: string | null) => (date === null ? Number.POSITIVE_INFINITY : dayNumber(date));

describe('forecast', () => {
  test('a steady week: ten a day, a hundred to go', () => {
    const found = forecast(
      inputOf(
        Array.from({ length: 28 }, () => 10),
        380,
        '2026-01-28',
      ),
    );
    expect(found).toMatchObject({ per_day_7: 10, per_day_28: 10, eta: '2026-02-07', reached_on: null });
    // 28 days: 10 ± 1.314 · √(10 / 28); 7 days: 10 ± 1.440 · √(10 / 7), the wider: 8.28 to 11.72 a day.
    expect(found.eta_range).toEqual(['2026-02-06', '2026-02-10']);
  });

  test('a young data set divides by its days, not by 28', () => {
    expect(forecast(inputOf([30, 0, 30], 1000))).toMatchObject({ per_day_7: 20, per_day_28: 20 });
  });

  test('days without an entry count as zero', () => {
    const days = [
      { date: '2026-01-01', kept: 40 },
      { date: '2026-01-08', kept: 40 },
    ];
    const found = forecast({ days, kept: 80, goal: 100, asOf: '2026-01-08', today: '2026-01-08' });
    expect(found).toMatchObject({ per_day_7: 5.71, per_day_28: 10, eta: '2026-01-10' });
  });

  test('it counts from today when the logs are older, and from the logs when they are newer', () => {
    expect(forecast(inputOf([10, 10], 40, '2026-06-01')).eta).toBe('2026-06-03');
    expect(forecast(inputOf([10, 10], 40, '2025-06-01')).eta).toBe('2026-01-04');
  });

  test('no data, no rate, or more than a century: no date', () => {
    const none = { eta: null, eta_range: [null, null], reached_on: null };
    expect(forecast(inputOf([], 100))).toEqual({ per_day_7: 0, per_day_28: 0, ...none });
    expect(forecast(inputOf([0, 0], 100))).toMatchObject(none);
    expect(forecast(inputOf([1, 1], 1_000_000))).toMatchObject(none);
  });

  test('one day tells nothing of the spread, a silent week nothing of the end', () => {
    expect(forecast(inputOf([50], 100))).toMatchObject({ eta: '2026-01-02', eta_range: [null, null] });
    const silent = [...Array.from({ length: 21 }, () => 100), ...Array.from({ length: 7 }, () => 0)];
    const found = forecast(inputOf(silent, 10_000, '2026-01-28'));
    expect(found.eta_range).toEqual([expect.stringMatching(/^2026-/), null]);
    expect((found.eta_range[0] ?? '') < (found.eta ?? '')).toBe(true);
  });

  test('a reached goal has its day and no forecast', () => {
    expect(forecast(inputOf([50, 50, 50], 100))).toMatchObject({
      eta: null,
      eta_range: [null, null],
      reached_on: '2026-01-02',
    });
  });

  test('law: early <= eta <= late', () => {
    fc.assert(
      fc.property(daily, fc.integer({ min: 1, max: 1_000_000 }), (counts, more) => {
        const { eta, eta_range } = forecast(inputOf(counts, sum(counts) + more));
        if (eta === null) return eta_range[0] === null && eta_range[1] === null;
        const early = eta_range[0] === null ? Number.NEGATIVE_INFINITY : dayNumber(eta_range[0]);
        return early <= dayNumber(eta) && dayNumber(eta) <= inDays(eta_range[1]);
      }),
    );
  });

  test('law: more to go is never earlier', () => {
    fc.assert(
      fc.property(daily, fc.nat({ max: 100_000 }), fc.nat({ max: 100_000 }), (counts, one, other) => {
        const input = inputOf(counts, sum(counts) + 1 + Math.min(one, other));
        const further = { ...input, goal: sum(counts) + 1 + Math.max(one, other) };
        return inDays(forecast(input).eta) <= inDays(forecast(further).eta);
      }),
    );
  });

  test('law: the order of days does not matter', () => {
    fc.assert(
      fc.property(daily, (counts) => {
        const input = inputOf(counts, 3_000);
        expect(forecast({ ...input, days: input.days.toReversed() })).toEqual(forecast(input));
      }),
    );
  });

  test('ten years of days take a moment', () => {
    const input = inputOf(
      Array.from({ length: 3_653 }, (_, day) => day % 97),
      1_000_000,
    );
    const before = performance.now();
    for (let round = 0; round < 20; round++) forecast(input);
    expect((performance.now() - before) / 20).toBeLessThan(50);
  });
});

describe('milestoneProgress', () => {
  test('law: on is the first day whose sum so far is enough', () => {
    fc.assert(
      fc.property(daily, fc.integer({ min: 1, max: 60_000 }), (counts, at) => {
        const [found] = milestoneProgress(inputOf(counts, 1), [{ at, name: 'one' }]);
        expect(found?.reached).toBe(sum(counts) >= at);
        if (found?.on == null) {
          expect(sum(counts)).toBeLessThan(at);
          return;
        }
        const position = dayNumber(found.on) - start;
        expect(sum(counts.slice(0, position + 1))).toBeGreaterThanOrEqual(at);
        expect(sum(counts.slice(0, position))).toBeLessThan(at);
      }),
    );
  });

  test('those ahead are expected at the 28-day rate; those crossed without a date have none', () => {
    const input = { ...inputOf([10, 10], 1_000, '2026-01-02'), kept: 25 };
    expect(
      milestoneProgress(input, [
        { at: 15, name: 'a' },
        { at: 25, name: 'b' },
        { at: 45, name: 'c' },
      ]),
    ).toEqual([
      { at: 15, name: 'a', reached: true, on: '2026-01-02', expected: null },
      { at: 25, name: 'b', reached: true, on: null, expected: null },
      { at: 45, name: 'c', reached: false, on: null, expected: '2026-01-04' },
    ]);
  });
});

describe('calendar', () => {
  test('law: a date and its number are one', () => {
    fc.assert(fc.property(fc.integer({ min: -20_000, max: 200_000 }), (day) => dayNumber(dateOf(day)) === day));
    expect(dateOf(dayNumber('2028-02-28') + 1)).toBe('2028-02-29');
  });

  test('lastDays fills the gaps', () => {
    const days = [{ date: '2026-03-01', kept: 7 }];
    expect(lastDays(days, '2026-03-02', 3, (date) => ({ date, kept: 0 }))).toEqual([
      { date: '2026-02-28', kept: 0 },
      { date: '2026-03-01', kept: 7 },
      { date: '2026-03-02', kept: 0 },
    ]);
  });
});

describe('statistics', () => {
  test('summarize takes values in any order, and none', () => {
    expect(summarize(Uint32Array.of(5, 1, 4, 2, 3, 6, 7, 8, 9, 1000))).toEqual({
      mean: 104.5,
      p50: 5,
      p95: 1000,
      max: 1000,
    });
    expect(summarize([])).toEqual({ mean: 0, p50: 0, p95: 0, max: 0 });
  });

  test('law: at least so many per cent do not exceed a percentile, and fewer are below it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const sorted = values.toSorted((a, b) => a - b);
        const found = percentileOfSorted(sorted, percent);
        const share = (part: number[]) => (part.length / values.length) * 100;
        expect(share(values.filter((value) => value <= found))).toBeGreaterThanOrEqual(percent - 1e-9);
        expect(share(values.filter((value) => value < found))).toBeLessThan(percent);
      }),
    );
  });

  test('variance of a sample', () => {
    expect(varianceOf([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7);
    expect(varianceOf([3])).toBe(0);
  });
});
