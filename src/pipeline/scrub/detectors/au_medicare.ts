import { weightedSum } from '../checks/weightedSum.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { digitIds } from '../ids/digitIds.ts';

/** The ninth digit is the sum of the first eight modulo 10; the tenth counts the cards issued (Services Australia, as in Presidio's `au_medicare_recognizer`). */
const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9];

const detector: Detector = {
  entity: 'AU_MEDICARE',
  summary:
    'Australian Medicare numbers of 10 digits, by their check digit, grouped as on the card or after a word such as "Medicare"',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 10 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['4 5 1', '4-5-1', '10'],
  isValid: (digits) => /^[2-6]/.test(digits) && String(weightedSum(digits, WEIGHTS) % 10) === digits[8],
  hasContext: contextOf(['medicare(?: ?(?:card|no|number))?']),
  alone: (_digits, { bare }) => (bare ? 0 : 0.85),
});
