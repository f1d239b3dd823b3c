import { weightedSum } from '../checks/weightedSum.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { inflected } from '../ids/contextWords.ts';
import { digitIds } from '../ids/digitIds.ts';

/** The tenth digit is the sum of the first nine by these modulo 10, the eleventh the sum of the first ten (as in python-stdnum, `stdnum.tr.tckimlik`). */
const WEIGHTS = [7, -1, 7, -1, 7, -1, 7, -1, 7];
const ONES = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

const detector: Detector = {
  entity: 'TR_NATIONAL_ID',
  summary: 'Turkish identity numbers (T.C. kimlik numarası) of 11 digits, by their two check digits',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 11 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['11', '3 3 3 2', '3-3-3-2', '3 3 5', '2 3 3 3'],
  isValid: isTurkish,
  hasContext: contextOf([
    'tc(?:kn)?',
    't\\.c\\.?',
    inflected('kimlik'),
    'tckn',
    'turkish (?:national )?(?:id|identity)',
    'vatanda[sş]l[ıi]k',
  ]),
  alone: (_digits, { bare }) => (bare ? 0.85 : 0),
});

function isTurkish(digits: string): boolean {
  if (digits.startsWith('0')) return false;
  const tenth = (((weightedSum(digits, WEIGHTS) % 10) + 10) % 10).toString();
  return digits[9] === tenth && digits[10] === String(weightedSum(digits, ONES) % 10);
}
