import { passesMod11And10 } from '../checks/mod11And10.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { digitIds } from '../ids/digitIds.ts';

const detector: Detector = {
  entity: 'DE_TAX_ID',
  summary: 'German tax identification numbers (Steuer-ID) of 11 digits, by check digit and the digits that repeat',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 11 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['11', '2 3 3 3', '2-3-3-3', '2.3.3.3'],
  isValid: (digits) => !digits.startsWith('0') && passesMod11And10(digits) && mostRepeated(digits).most <= 3,
  hasContext: contextOf([
    'steuer[ -]?(?:id|idnr|identifikationsnummer|identnummer|nummer|nr)\\.?',
    'id-?nr\\.?',
    'identifikationsnummer',
    'tin',
    '(?:german )?tax (?:id|identification|number|no)',
  ]),
  alone: (digits) => (isByTheBook(digits) ? 0.85 : 0),
});

/** Of the first ten digits exactly one stands there twice or thrice (Bundeszentralamt für Steuern, "Steueridentifikationsnummer", since 2016). */
function isByTheBook(digits: string): boolean {
  const { most, repeated } = mostRepeated(digits);
  return repeated === 1 && (most === 2 || most === 3);
}

/** How often the most frequent of the first ten digits stands there, and how many do so more than once. */
function mostRepeated(digits: string): { most: number; repeated: number } {
  const counts = new Array<number>(10).fill(0);
  for (let place = 0; place < 10; place++) {
    const digit = digits.charCodeAt(place) - 48;
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
  return { most: Math.max(...counts), repeated: counts.filter((count) => count > 1).length };
}
