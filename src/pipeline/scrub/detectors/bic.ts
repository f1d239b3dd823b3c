import { COUNTRIES } from '../bic/countries.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { wordIds } from '../ids/wordIds.ts';

/** Business, country, location and branch (ISO 9362:2022). */
const FORM = /[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![A-Za-z0-9])/y;

const detector: Detector = {
  entity: 'BIC',
  summary: 'bank codes (BIC, SWIFT code) in capitals with the code of a country, after a word such as "BIC"',
  score: 0.85,
  unmasked: 3,
  needs: [{ token: 8 }],
  create: () => findCodes,
};
export default detector;

const findCodes = wordIds({
  form: FORM,
  isValid: (code) => COUNTRIES.has(code.slice(4, 6)),
  hasContext: contextOf([
    'bic(?:[ /-]?swift)?',
    'swift(?:[ /-]?(?:bic|code|number|no|address|id)| ?[:=]| is)',
    'bank identifier(?: code)?',
  ]),
});
