import { weightedSum } from '../checks/weightedSum.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { digitIds } from '../ids/digitIds.ts';

/** With the ninth digit, the sum is divided by 10 without rest (ASIC, "Australian Company Number digit check"). */
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 1, 1];

const detector: Detector = {
  entity: 'AU_ACN',
  summary: 'Australian company numbers of 9 digits, by their check digit, after a word such as "ACN"',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 9 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['3 3 3', '3-3-3', '9'],
  isValid: (digits) => weightedSum(digits, WEIGHTS) % 10 === 0 && !/^0+$/.test(digits),
  hasContext: contextOf(['acn', 'australian company(?: (?:no|number))?']),
});
