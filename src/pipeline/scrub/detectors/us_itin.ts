import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { digitIds } from '../ids/digitIds.ts';

/** 9, and at the fourth and fifth place 50 to 65, 70 to 88, 90 to 92 or 94 to 99 (IRS, Publication 1915 and IRM 3.21.263.1). */
const FORM = /^9[0-9]{2}(?:5[0-9]|6[0-5]|7[0-9]|8[0-8]|9[0-24-9])/;

const detector: Detector = {
  entity: 'US_ITIN',
  summary:
    'individual taxpayer numbers of the United States: 9xx-xx-xxxx of the ranges issued, in other forms after a word such as "ITIN"',
  score: 0.85,
  unmasked: 4,
  needs: [{ digitsInRow: 9 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['3-2-4', '3 2 4', '3-6', '5-4', '9'],
  isValid: (digits) => FORM.test(digits),
  hasContext: contextOf(['itins?', 'tin', 'tax(?:payer)?(?:[ -]?(?:id|identification|no|number)){1,3}', 'w-?[79]']),
  alone: (_digits, { joiners }) => (joiners[0] === '-' && joiners.length === 2 ? 0.85 : 0),
});
