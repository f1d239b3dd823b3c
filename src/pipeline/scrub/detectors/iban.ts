import { passesMod97 } from '../checks/mod97.ts';
import type { Detector, Span } from '../detector.ts';
import { isWordAt } from '../digitRuns.ts';
import { IBAN_LENGTHS } from '../iban/lengths.ts';
import type { Traits } from '../reading/traits.ts';

/** Words make a valid checksum once in 97 times; no IBAN that was issued has so few digits, words have fewer. Ours. */
const MIN_DIGITS = 8;

const detector: Detector = {
  entity: 'IBAN',
  summary: 'bank account numbers (IBAN), also in groups, by the length in their country and the check digits (mod 97)',
  score: 1,
  unmasked: 4,
  needs: [{ digits: MIN_DIGITS }],
  create: () => findIbans,
};
export default detector;

function findIbans(text: string, { numbers }: Traits): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (const number of numbers) {
    const start = countryBefore(text, number);
    if (start === undefined || start < covered) continue;
    const length = IBAN_LENGTHS.get(text.slice(start, start + 2).toUpperCase());
    const end = length === undefined ? undefined : ibanAt(text, start, length);
    if (end === undefined) continue;
    covered = end;
    spans.push({ start, end });
  }
  return spans;
}

/** Where the two letters begin that stand before a number as the country before the two check digits, if they do. */
function countryBefore(text: string, { start, end }: Span): number | undefined {
  if (end - start < 2) return undefined;
  const sign = text[start - 1];
  const country = start - (sign === ' ' || sign === '-' ? 3 : 2);
  const isHead = isLetterAt(text, country + 1) && isLetterAt(text, country) && !isWordAt(text, country - 1);
  return isHead ? country : undefined;
}

function isLetterAt(text: string, position: number): boolean {
  const small = text.charCodeAt(position) | 32;
  return small >= 97 && small <= 122;
}

/** The end of the IBAN of `length` characters that begins at `start`, if one does. */
function ibanAt(text: string, start: number, length: number): number | undefined {
  let compact = '';
  let gaps = 0;
  let uneven = false;
  let position = start;
  while (compact.length < length) {
    const character = text[position] ?? '';
    if (isWordAt(text, position) && character !== '_') {
      compact += character;
    } else if ((character === ' ' || character === '-') && isWordAt(text, position + 1) && compact.length > 0) {
      gaps++;
      if (compact.length % 4 !== 0) uneven = true;
    } else {
      return undefined;
    }
    position++;
  }
  if (isWordAt(text, position) || (text[position] === '-' && isWordAt(text, position + 1))) return undefined;
  if ((compact.match(/[0-9]/g)?.length ?? 0) < MIN_DIGITS) return undefined;
  // Gaps anywhere are believed in capitals only, as words have them: "at 20 or 30 ..." begins like an Austrian IBAN.
  if (gaps > 0 && uneven && compact !== compact.toUpperCase()) return undefined;
  return passesMod97(compact.slice(4).toUpperCase() + compact.slice(0, 4).toUpperCase()) ? position : undefined;
}
