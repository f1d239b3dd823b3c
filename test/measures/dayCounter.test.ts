import { expect, test } from 'vitest';
import { DayCounter } from '../../src/measures/dayCounter.ts';

const at = (time: string): number => Date.parse(time);

test('counts times by their UTC day, whatever their order, and leaves out what has none', () => {
  const counter = new DayCounter();
  const times = ['2026-03-02T00:00:00Z', '2026-03-02T23:59:59Z', '2026-03-01T12:00:00Z', '2026-03-02T05:00:00+06:00'];
  for (const time of times) counter.add(at(time));
  counter.add(Number.NaN);
  const days = [
    { date: '2026-03-01', count: 2 },
    { date: '2026-03-02', count: 2 },
  ];
  expect(counter.days()).toEqual(days);
  expect(counter.days(), 'asked twice').toEqual(days);
  expect(new DayCounter().days()).toEqual([]);
});
