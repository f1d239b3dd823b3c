import { weightedSum } from '../checks/weightedSum.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { digitIds } from '../ids/digitIds.ts';

/** The sum is divided by 11 without rest (NHS Data Dictionary, "NHS NUMBER"). */
const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

/** Area and exchange of North American phone numbers, which are grouped alike, do not begin with 0 or 1 (NANPA). */
const MAY_BE_PHONE = /^[2-9][0-9]{2}[2-9]/;

/**
 * Numbers in use begin with 4, 6 or 7 (NHS number, allocated ranges); those with 0 or 1 look like phone numbers of other
 * countries, 9 is for tests.
 */
const IN_USE = /^[4679]/;

const detector: Detector = {
  entity: 'UK_NHS',
  summary:
    'NHS numbers of 10 digits, by their check digit, after a word such as "NHS" or grouped as no phone number is',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 10 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['3 3 4', '3-3-4', '10'],
  isValid: (digits) => weightedSum(digits, WEIGHTS) % 11 === 0 && !/^(.)\1+$/.test(digits),
  hasContext: contextOf([
    'nhs',
    'national health',
    'health (?:service|number|record)',
    'patient(?: ?(?:id|no|number))?',
    'chi number',
  ]),
  alone: (digits, { bare }) => (bare || MAY_BE_PHONE.test(digits) || !IN_USE.test(digits) ? 0 : 0.6),
});
