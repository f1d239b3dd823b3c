import { expect, test } from 'vitest';
import { bestOf } from '../../bench/scrub/cpuTime.ts';
import { repeated, worstStrings } from '../../bench/scrub/texts.ts';
import { CASES } from '../scrub/cases.ts';

test('the worst strings are those of the detectors’ cases', () => {
  const cases = Object.entries(CASES).map(([entity, { worst }]) => [entity, worst]);
  expect([...worstStrings()]).toEqual(cases);
});

test('a megabyte is one, whatever is repeated', () => {
  for (const seed of ['a', 'abc ', '😀']) {
    const text = repeated(seed);
    expect(text.length).toBe(1_000_000);
    expect(text.startsWith(seed + seed)).toBe(true);
  }
});

test('the best of so many rounds is not the worst', () => {
  let round = 0;
  const time = bestOf(3, () => {
    const until = performance.now() + (round++ === 1 ? 0 : 30);
    while (performance.now() < until);
  });
  expect(round).toBe(3);
  expect(time).toBeLessThan(15);
});
