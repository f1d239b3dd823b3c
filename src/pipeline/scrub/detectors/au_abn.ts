import { weightedSum } from '../checks/weightedSum.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { digitIds } from '../ids/digitIds.ts';

/** With 1 taken from the first digit, the sum is divided by 89 without rest (Australian Business Register, "Format of the ABN"). */
const WEIGHTS = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];

const detector: Detector = {
  entity: 'AU_ABN',
  summary:
    'Australian business numbers of 11 digits, by their check digits (mod 89), grouped or after a word such as "ABN"',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 11 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['2 3 3 3', '2-3-3-3', '11'],
  isValid: (digits) => !digits.startsWith('0') && (weightedSum(digits, WEIGHTS) - 10) % 89 === 0,
  hasContext: contextOf(['abn', 'australian business(?: (?:no|number))?']),
  alone: (_digits, { bare }) => (bare ? 0.6 : 0.85),
});
