import { passesVerhoeff } from '../checks/verhoeff.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { inflected } from '../ids/contextWords.ts';
import { digitIds } from '../ids/digitIds.ts';

const detector: Detector = {
  entity: 'IN_AADHAAR',
  summary:
    'Indian Aadhaar numbers of 12 digits, by their check digit (Verhoeff), in fours or after a word such as "Aadhaar"',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 12 }, { digits: 12, colonsInRow: 2 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['4 4 4', '4-4-4', '4:4:4', '4.4.4', '12'],
  // The first digit is 2 to 9 (UIDAI, "A UID Numbering Scheme", 2010).
  isValid: (digits) => digits >= '2' && passesVerhoeff(digits),
  hasContext: contextOf([
    'a+dha+r(?: ?(?:card|no|number))?',
    'uidai',
    'uid ?(?:no|number|card)',
    inflected('आधार'),
    'ஆதார்',
  ]),
  alone: (digits, { bare }) => (bare || isYears(digits) ? 0 : 0.85),
});

/** 2019 2020 2021. */
function isYears(digits: string): boolean {
  return /^(?:20[0-9]{2}){3}$/.test(digits);
}
