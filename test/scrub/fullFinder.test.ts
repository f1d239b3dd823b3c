import { expect, test } from 'vitest';
import type { Detector } from '../../src/pipeline/scrub/detector.ts';
import { createFullFinder } from '../../src/pipeline/scrub/fullFinder.ts';

/** A detector of what `pattern` matches. */
function detectorOf(entity: string, pattern: RegExp, more: Partial<Detector> = {}): Detector {
  const find = (text: string) =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  return { entity, summary: entity, score: 1, unmasked: 0, needs: [{}], create: () => find, ...more };
}

const address = detectorOf('ADDRESS', /\w+@\w+/g);
const number = detectorOf('NUMBER', /\d+/g);
const link = detectorOf('LINK', /\w+:\S+|\w+(?=!)/g, { mayHoldOthers: true });
const settings = { regions: [] };

function found(text: string, detectors: readonly Detector[]): string[] {
  return createFullFinder(
    settings,
    detectors,
  )(text).map(({ entity, start, end }) => `${entity} ${text.slice(start, end)}`);
}

test('what is in a finding that may hold others is found as well, in order', () => {
  expect(found('go to x:/a@b/12 or y:/z, 7', [address, link, number])).toEqual([
    'LINK x:/a@b/12',
    'ADDRESS a@b',
    'NUMBER 12',
    'LINK y:/z,',
    'NUMBER 7',
  ]);
});

test('a finding that lies in another is none, whichever it is', () => {
  expect(found('a@bcd! c@d e@f! g!', [address, link])).toEqual([
    'ADDRESS a@bcd',
    'ADDRESS c@d',
    'ADDRESS e@f',
    'LINK g',
  ]);
});

test('without such a detector it is the usual finder', () => {
  expect(found('a@1 2', [address, number])).toEqual(['ADDRESS a@1', 'NUMBER 2']);
});
