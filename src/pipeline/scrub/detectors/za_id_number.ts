import { passesLuhn } from '../checks/luhn.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { isShortDate } from '../ids/dates.ts';
import { digitIds } from '../ids/digitIds.ts';

/** Citizenship 0 to 2, and 8 or 9 where race once stood (South African Revenue Service, "SA ID number"; Identification Act 68 of 1997). */
const FORM = /^[0-9]{10}[0-2][89]/;

const detector: Detector = {
  entity: 'ZA_ID_NUMBER',
  summary: 'South African identity numbers of 13 digits, by birth date and check digit (Luhn)',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 13 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['13', '6 4 3', '6 4 2 1', '6-4-3'],
  isValid: (digits) => FORM.test(digits) && isShortDate(digits) && passesLuhn(digits),
  hasContext: contextOf([
    '(?:south african|rsa|sa|za) (?:id|identity)',
    'id (?:no|number)',
    'identity number',
    'permanent resident',
    'refugee',
  ]),
  alone: () => 0.85,
});
