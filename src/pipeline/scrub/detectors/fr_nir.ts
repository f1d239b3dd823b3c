import { contextOf } from '../context.ts';
import type { Detector, Span } from '../detector.ts';
import { type WordId, wordIdAt } from '../ids/wordIds.ts';
import type { Traits } from '../reading/traits.ts';

/**
 * Sex, year and month of birth (20 to 42 and from 50 on: unknown), département (2A and 2B are Corsica), commune, order and key
 * (INSEE, "Numéro de sécurité sociale (NIR)"; décret 82-103, article 4), by one sign or none.
 */
const FORM =
  /[1-478](?<joiner>[ .-]?)[0-9]{2}\k<joiner>(?:0[1-9]|1[0-2]|[235-9][0-9]|4[0-2])\k<joiner>[0-9][0-9ab]\k<joiner>[0-9]{3}\k<joiner>[0-9]{3}(?:[ .-]?[0-9]{2})?/iy;

const LENGTH = 13;

const detector: Detector = {
  entity: 'FR_NIR',
  summary:
    'French social security numbers (NIR) of 13 digits and their key of two (mod 97), without it after a word such as "NIR"',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 8 }],
  create: () => findNumbers,
};
export default detector;

const NUMBER: WordId = {
  form: FORM,
  isValid,
  hasContext: contextOf([
    'nir',
    'num[eé]ro (?:de )?s[eé]cu(?:rit[eé] sociale)?',
    'num[eé]ro insee',
    '(?:n° ?|no ?)?(?:de )?s[eé]curit[eé] sociale',
    'n° ?(?:de )?s[eé]cu',
    'carte vitale',
    'assur[eé]e? sociale?',
  ]),
  alone: (value) => (value.length > LENGTH ? 1 : 0),
};

function findNumbers(text: string, { numbers }: Traits): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (const { start, end } of numbers) {
    const length = end - start;
    // Alone, in one row, or in one row up to the letter of Corsica.
    if (start < covered || !(length === 1 || length === 6 || length === LENGTH || length === LENGTH + 2)) continue;
    const span = wordIdAt(text, start, NUMBER);
    if (span === undefined) continue;
    covered = span.end;
    spans.push(span);
  }
  return spans;
}

/** Corsica's 2A counts as 19 and 2B as 18; the key is 97 less the rest of the number divided by 97. */
function isValid(value: string): boolean {
  const digits = value.replace('2A', '19').replace('2B', '18');
  if (/[^0-9]/.test(digits)) return false;
  if (digits.length === LENGTH) return true;
  return 97 - (Number(digits.slice(0, LENGTH)) % 97) === Number(digits.slice(LENGTH));
}
