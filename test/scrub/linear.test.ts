import { expect, test } from 'vitest';
import { createScrubber } from '../../src/pipeline/scrub/scrubber.ts';
import { REGIONS } from './marked.ts';

/** The worst that we know for each search; each is repeated to the length asked for. */
const WORST: Readonly<Record<string, string>> = {
  'at signs': '@',
  'addresses without end': 'a@a@a.',
  'long local parts': `${'a'.repeat(64)}@`,
  'long domains': `a@${'b.'.repeat(100)}`,
  'dots after an at': '@a.',
  'spelled addresses': ' a dot a at a dot com',
  'brackets around at': '(at)a dot a',
  digits: '1',
  'single digits': '1 ',
  zeros: '0 00 000 ',
  'groups of four': '4111 ',
  'broken cards': '4111 1111 1111 1112 ',
  'national numbers that are none': '020 0000 0000 ',
  'international numbers that are none': '+1 000 0000 ',
  'brackets and digits': '(1) ',
  'words that announce a phone': 'call call call 12345 ',
  'dotted numbers': '1.2.3.',
  colons: ':',
  'hexadecimal groups': 'a:1::',
  'account heads': 'GB82 ',
  letters: 'GB',
  'token heads': 'sk-',
  'JWT heads': 'eyJaaaaaaaaaa.',
  'key markers': `-----BEGIN ${'PRIVATE'} KEY-----`,
  'key bodies': `-----BEGIN ${'PRIVATE'} KEY-----aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`,
  'URL heads': '://a:',
  'users and passwords': '://a:b@',
  dashes: '-',
  addresses: 'a@b.co ',
  'cards next to phones': '4111111111111111 415-555-0123 ',
};

const scrub = createScrubber({ regions: REGIONS }, new Map());

/** Of processor time, so that what else the machine does counts little. */
function milliseconds(seed: string, length: number): number {
  const text = seed.repeat(Math.ceil(length / seed.length));
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 2; round++) {
    const start = process.cpuUsage();
    scrub(text);
    best = Math.min(best, process.cpuUsage(start).user / 1000);
  }
  return best;
}

/**
 * Linear is 4 times as long for 4 times the text, quadratic 16 times. A busy machine can triple one measurement, not
 * three in a row; a quadratic search fails them all.
 */
test.each(Object.entries(WORST))('linear on %s', { retry: 2 }, (_name, seed) => {
  const quarter = milliseconds(seed, 250_000);
  const whole = milliseconds(seed, 1_000_000);
  expect(whole / Math.max(quarter, 50)).toBeLessThan(10);
});
