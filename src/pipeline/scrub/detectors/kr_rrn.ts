import { weightedSum } from '../checks/weightedSum.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { inflected } from '../ids/contextWords.ts';
import { isShortDate } from '../ids/dates.ts';
import { digitIds } from '../ids/digitIds.ts';
import type { Layout } from '../ids/layouts.ts';

/** The check digit is 11 less the sum's rest divided by 11 (as in python-stdnum, `stdnum.kr.rrn`); those given since October 2020 have none. */
const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

const detector: Detector = {
  entity: 'KR_RRN',
  summary:
    'South Korean resident registration numbers: birth date, hyphen, 1 to 4 and six digits; without the hyphen by check digit',
  score: 0.85,
  unmasked: 0,
  needs: [{ digitsInRow: 13 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['6-7', '6 7', '13'],
  isValid: (digits) => isShortDate(digits) && /^[0-9]{6}[1-4]/.test(digits),
  hasContext: contextOf([
    'rrn',
    'resident registration(?: (?:no|number))?',
    'korean (?:rrn|id|resident)',
    inflected('주민'),
  ]),
  alone,
});

/** Ours: milliseconds since 1970 begin with 15 to 19 in these years. */
function alone(digits: string, { joiners }: Layout): number {
  if (joiners[0] === '-') return 0.85;
  return hasCheckDigit(digits) && !/^1[5-9]/.test(digits) ? 0.6 : 0;
}

function hasCheckDigit(digits: string): boolean {
  return (11 - (weightedSum(digits, WEIGHTS) % 11)) % 10 === Number(digits[12]);
}
