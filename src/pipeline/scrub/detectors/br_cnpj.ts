import { endsInBrazilianDigits } from '../checks/brazilianDigits.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { isDate } from '../ids/dates.ts';
import { digitIds } from '../ids/digitIds.ts';

const WEIGHTS = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

const detector: Detector = {
  entity: 'BR_CNPJ',
  summary: 'Brazilian company numbers (CNPJ) of 14 digits, by their two check digits',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 14 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['2.3.3/4-2', '2 3 3 4 2', '8/4-2', '2.3.3.4-2', '14'],
  isValid: (digits) => endsInBrazilianDigits(digits, WEIGHTS) && !/^(.)\1+$/.test(digits),
  hasContext: contextOf(['cnpj', 'cadastro nacional']),
  alone: (digits, { bare, spaced }) => (spaced || (bare && isTimestamp(digits)) ? 0 : bare ? 0.85 : 1),
});

/** 20240115103000, whether or not there is such a time of day. */
function isTimestamp(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  return year >= 1900 && year <= 2099 && isDate(year, Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));
}
