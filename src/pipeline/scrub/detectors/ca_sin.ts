import { passesLuhn } from '../checks/luhn.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { digitIds } from '../ids/digitIds.ts';
import type { Layout } from '../ids/layouts.ts';

const detector: Detector = {
  entity: 'CA_SIN',
  summary:
    'Canadian social insurance numbers of 9 digits, by their check digit (Luhn), with hyphens or after a word such as "SIN"',
  score: 1,
  unmasked: 3,
  needs: [{ digitsInRow: 9 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['3-3-3', '3 3 3', '9'],
  // None begins with 0 or 8 (Employment and Social Development Canada, "The first digit of the SIN").
  isValid: (digits) => !/^[08]|^(.)\1+$/.test(digits) && passesLuhn(digits),
  hasContext: contextOf([
    // In Spanish, where phone numbers have nine digits, "sin" is "without".
    '(?:my|your|his|her|their|canadian|le|mon) sin',
    'sin(?: ?(?:no|num|number|card|[#:=])| is)',
    'social insurance(?: (?:no|number))?',
    'nas',
    "num[eé]ro d['’]assurance sociale",
    'assurance sociale',
  ]),
  alone,
});

/** Ours: a space stands in large numbers, too, a hyphen does not. */
function alone(_digits: string, { joiners }: Layout): number {
  return joiners[0] === '-' ? 0.6 : 0;
}
