import { contextOf } from '../context.ts';
import type { Detector, Span } from '../detector.ts';
import { countDigits } from '../ids/countDigits.ts';
import { digitIds } from '../ids/digitIds.ts';
import type { Layout } from '../ids/layouts.ts';
import { wordIds } from '../ids/wordIds.ts';
import type { Traits } from '../reading/traits.ts';

/** Numbers that were printed in advertisements, and the wallets that they were in were carried by thousands (SSA, "Social Security Cards Issued by Woolworth"). */
const ADVERTISED = new Set(['078051120', '219099999']);

/** Fewest digits of nine that are not misread. Ours. */
const MIN_READ = 5;

const detector: Detector = {
  entity: 'US_SSN',
  summary:
    'social security numbers of the United States: 3-2-4 digits that may have been issued, in other forms after a word such as "SSN"',
  score: 0.85,
  unmasked: 4,
  needs: [{ digitsInRow: 9 }, { token: 11, digits: MIN_READ }],
  create: () => findNumbers,
};
export default detector;

const hasContext = contextOf([
  'ssns?',
  'ss ?(?:#|n[or]\\.?|num|number)',
  's\\.s\\.n\\.?',
  'soc(?:ial)?[ -]?sec(?:urity)?(?: (?:no|num|number|nr|#))?',
  '(?:my|your|his|her|their|whose) social',
  'seguro social',
]);

const findDigits = digitIds({
  layouts: ['3-2-4', '3 2 4', '3.2.4', '3-6', '5-4', '9'],
  isValid: isPossible,
  hasContext,
  alone,
});

/** As programs read it from pictures: S33-13-1794, 532-6O-7383. */
const findMisread = wordIds({
  form: /[0-9OoIlSBZ]{3}-[0-9OoIlSBZ]{2}-[0-9OoIlSBZ]{4}/y,
  isValid: (value) => /[A-Z]/.test(value) && countDigits(value) >= MIN_READ,
  hasContext,
});

/** What has a letter for a digit is no row of digits: the two never overlap. */
function findNumbers(text: string, traits: Traits): Span[] {
  return [...findDigits(text, traits), ...findMisread(text, traits)].sort((a, b) => a.start - b.start);
}

/**
 * No group is only zeros, and no area is 666 (SSA, "Social Security Number Randomization"). Areas from 900 on are not issued either,
 * but what its owner calls an SSN is one with a slip: hence `alone`.
 */
function isPossible(digits: string): boolean {
  if (digits.startsWith('000') || digits.startsWith('666')) return false;
  return digits.slice(3, 5) !== '00' && !digits.endsWith('0000') && !ADVERTISED.has(digits);
}

/** Ours: hyphens in these places are next to no other number's; spaces and dots are, at times. */
function alone(digits: string, { joiners }: Layout): number {
  if (digits.startsWith('9') || joiners.length < 2) return 0;
  return joiners[0] === '-' ? 0.85 : 0.6;
}
