import { weightedSum } from '../checks/weightedSum.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { digitIds } from '../ids/digitIds.ts';

/** The sum is divided by 11 without rest (as in python-stdnum, `stdnum.au.tfn`; the Australian Taxation Office gives it to software makers only). */
const WEIGHTS = [1, 4, 3, 7, 5, 8, 6, 9, 10];

const detector: Detector = {
  entity: 'AU_TFN',
  summary: 'Australian tax file numbers of 9 digits, by their check digit, after a word such as "TFN"',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 9 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['3 3 3', '3-3-3', '9'],
  isValid: (digits) => weightedSum(digits, WEIGHTS) % 11 === 0 && !/^0+$/.test(digits),
  hasContext: contextOf(['tfn', 'tax file(?: (?:no|number))?', 'australian tax(?: (?:no|number))?']),
});
