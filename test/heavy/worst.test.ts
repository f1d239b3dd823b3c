import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DETECTORS } from '../../src/pipeline/scrub/detectors.ts';
import { CASES } from '../scrub/cases.ts';
import { finderOf } from '../scrub/marked.ts';

/**
 * Looks for strings that make a detector slow beyond those that we thought of: short units of what any detector looks for,
 * repeated. A detector must stay linear on each; how long a megabyte takes is printed.
 */
const MEGABYTE = 1_000_000;
const SAMPLE = 40_000;
const UNITS = 400;

const pieces = Object.values(CASES).flatMap(({ texts, shortest, worst }) =>
  [...shortest, ...worst, ...texts].flatMap((text) => text.replace(/[«»]/g, '').split(/(?<=[ ,:=@])/)),
);
const sign = fc.constantFrom(
  ...' -./()[]{}:@%_,;=\n"\''.split(''),
  '0',
  '1',
  '9',
  'a',
  'A',
  'é',
  ' at ',
  ' dot ',
  'my ',
);
const unit = fc
  .array(fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...pieces) }, { weight: 3, arbitrary: sign }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join('').slice(0, 60))
  .filter((text) => text !== '');

/** Milliseconds of processor time, so that what else the machine does counts little; the best of some rounds. */
function milliseconds(find: (text: string) => unknown, text: string, rounds: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    find(text);
    best = Math.min(best, process.cpuUsage(start).user / 1000);
  }
  return best;
}

const units = fc.sample(unit, { numRuns: UNITS, seed: 4 });
const repeated = (seed: string, length: number): string =>
  seed.repeat(Math.ceil(length / seed.length)).slice(0, length);

describe('every detector is linear on whatever is repeated', () => {
  test.each(DETECTORS.map(({ entity }) => entity))('%s', { retry: 2 }, (entity) => {
    const find = finderOf(entity);
    const slowest = units
      .map((seed) => ({ seed, took: milliseconds(find, repeated(seed, SAMPLE), 1) }))
      .sort((a, b) => b.took - a.took)
      .slice(0, 3);
    for (const { seed } of slowest) {
      const quarter = milliseconds(find, repeated(seed, MEGABYTE / 4), 2);
      const whole = milliseconds(find, repeated(seed, MEGABYTE), 2);
      process.stdout.write(`${entity}\t${whole.toFixed(0)} ms a MB on ${JSON.stringify(seed)}\n`);
      expect(whole / Math.max(quarter, 25)).toBeLessThan(10);
    }
  });
});
