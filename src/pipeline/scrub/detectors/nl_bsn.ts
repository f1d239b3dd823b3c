import { weightedSum } from '../checks/weightedSum.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { digitIds } from '../ids/digitIds.ts';

/** The sum is divided by 11 without rest, the "elfproef" (Rijksdienst voor Identiteitsgegevens, Logisch Ontwerp BSN). */
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

const detector: Detector = {
  entity: 'NL_BSN',
  summary: 'Dutch citizen service numbers (BSN) of 8 or 9 digits, by their check digit, after a word such as "BSN"',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 8 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['9', '4.2.3', '4 2 3', '3 3 3', '3.3.3', '3-3-3', '2 3 3 1', '8'],
  isValid: isCitizen,
  hasContext: contextOf([
    'bsn(?:-?nummer)?',
    'burgerservicenummer',
    'citizen service number',
    'sofi-?(?:nummer|number)',
    'persoonsnummer',
  ]),
});

function isCitizen(digits: string): boolean {
  const number = digits.padStart(9, '0');
  return weightedSum(number, WEIGHTS) % 11 === 0 && !/^0+$/.test(number);
}
