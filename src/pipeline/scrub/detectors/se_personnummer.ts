import { passesLuhn } from '../checks/luhn.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { inflected } from '../ids/contextWords.ts';
import { isDate, isTime } from '../ids/dates.ts';
import { digitIds } from '../ids/digitIds.ts';
import type { Layout } from '../ids/layouts.ts';

/** A coordination number has 60 added to the day (Skatteverket, SKV 707, and SKV 704 on personal identity numbers). */
const COORDINATION = 60;

const detector: Detector = {
  entity: 'SE_PERSONNUMMER',
  summary:
    'Swedish personal identity and coordination numbers of 10 or 12 digits, by birth date and check digit (Luhn)',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 10 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['8-4', '6-4', '8 4', '6 4', '12', '10'],
  isValid: isSwedish,
  hasContext: contextOf([
    inflected('person(?:nummer|nr)'),
    inflected('samordningsnummer'),
    'pnr',
    'personal (?:identity|identification|id)(?: (?:code|number|no))?',
    'swedish (?:id|identity|personal|national)(?: (?:code|number))?',
  ]),
  alone,
});

function isSwedish(digits: string): boolean {
  const short = digits.slice(-10);
  const century = digits.length === 12 ? Number(digits.slice(0, 2)) * 100 : 2000;
  if (century < 1800 || century > 2000) return false;
  const day = Number(short.slice(4, 6));
  const year = century + Number(short.slice(0, 2));
  return isDate(year, Number(short.slice(2, 4)), day > COORDINATION ? day - COORDINATION : day) && passesLuhn(short);
}

/** Ours: ten digits in a row are any number's, and a date with four digits behind it that may be a time is a time stamp. */
function alone(digits: string, { joiners }: Layout): number {
  if (digits.length === 10 && joiners[0] !== '-') return 0;
  return isTime(digits.slice(-4)) ? 0 : 0.85;
}
