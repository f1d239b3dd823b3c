import { describe, expect, test } from 'vitest';
import { CASES } from '../scrub/cases.ts';
import { finderOf } from '../scrub/marked.ts';

/** Of processor time, so that what else the machine does counts little. */
function milliseconds(find: (text: string) => unknown, seed: string, length: number): number {
  const text = seed.repeat(Math.ceil(length / seed.length));
  const start = process.cpuUsage();
  find(text);
  return process.cpuUsage(start).user / 1000;
}

/**
 * Linear is 4 times as long for 4 times the text, quadratic 16 times. A busy machine can triple one measurement, not
 * three in a row; a quadratic search fails them all. How long a megabyte takes is told by `npm run bench:scrub`.
 */
describe.each(Object.entries(CASES))('%s is linear', (entity, { worst }) => {
  const find = finderOf(entity);
  test.each(worst)('on %j', { retry: 2 }, (seed) => {
    const quarter = milliseconds(find, seed, 60_000);
    const whole = milliseconds(find, seed, 240_000);
    expect(whole / Math.max(quarter, 20)).toBeLessThan(10);
  });
});
