import { passesItalianLetter } from '../checks/italianLetter.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { wordIds } from '../ids/wordIds.ts';

/**
 * Surname, name, year, month, day (of women 40 more), municipality, check letter (Decreto ministeriale 23 December 1976); where
 * two people would have the same one, letters stand for digits ("omocodia").
 */
const FORM = /[a-z]{6}[0-9lmnp-v]{2}[abcdehlmprst][0-7lmnp-t][0-9lmnp-v][a-z][0-9lmnp-v]{3}[a-z]/iy;
const DIGITS_ONLY = /^[A-Z]{6}[0-9]{2}[A-Z](?:0[1-9]|[1256][0-9]|[37][01]|4[1-9])[A-Z][0-9]{3}[A-Z]$/;
const LENGTH = 16;

const detector: Detector = {
  entity: 'IT_FISCAL_CODE',
  summary:
    'Italian tax codes (codice fiscale) of 16 letters and digits, by their check letter, in capitals by their form alone',
  score: 1,
  unmasked: 4,
  needs: [{ token: LENGTH, digits: 1 }],
  create: () => findCodes,
};
export default detector;

const findCodes = wordIds({
  form: FORM,
  isValid: (code) => passesItalianLetter(code) || DIGITS_ONLY.test(code),
  hasContext: contextOf(['codice fiscale', 'cod\\.? ?fisc\\.?', 'c\\.f\\.?', 'cf', 'italian tax code', 'fiscal code']),
  alone,
});

/** Ours: the form in capitals is nothing else's, even with a slip in it. */
function alone(code: string, written: string): number {
  if (passesItalianLetter(code)) return DIGITS_ONLY.test(code) ? 1 : 0.85;
  return written === code ? 0.6 : 0;
}
