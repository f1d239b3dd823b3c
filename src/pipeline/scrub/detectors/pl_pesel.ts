import { weightedSum } from '../checks/weightedSum.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { inflected } from '../ids/contextWords.ts';
import { isDate } from '../ids/dates.ts';
import { digitIds } from '../ids/digitIds.ts';

/** The sum is divided by 10 without rest (Rozporządzenie of 4 January 2012 on PESEL numbers; gov.pl, "Czym jest numer PESEL"). */
const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];

/** Added to the month, by steps of 20: first year of the century (the same page). */
const CENTURIES = [1900, 2000, 2100, 2200, 1800];

const detector: Detector = {
  entity: 'PL_PESEL',
  summary: 'Polish identity numbers (PESEL) of 11 digits, by birth date and check digit',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 11 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['11', '6 5', '6-5'],
  isValid: (digits) => birthYear(digits) > 0 && weightedSum(digits, WEIGHTS) % 10 === 0,
  hasContext: contextOf([inflected('pesel'), 'polish (?:id|identity|identification|national)', 'numer ewidencyjny']),
  alone,
});

/** Ours: what begins with a date of these years is more often an order's number; dates from 1930 to 1999 are births. */
function alone(digits: string): number {
  const year = birthYear(digits);
  return year >= 1930 && year <= 1999 ? 0.6 : 0;
}

/** The year of birth, 0 where the date is none. */
function birthYear(digits: string): number {
  const month = Number(digits.slice(2, 4));
  const year = (CENTURIES[Math.floor(month / 20)] ?? 0) + Number(digits.slice(0, 2));
  return isDate(year, month % 20, Number(digits.slice(4, 6))) ? year : 0;
}
