import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { inflected, unspaced } from '../ids/contextWords.ts';
import { countDigits } from '../ids/countDigits.ts';
import { wordIds } from '../ids/wordIds.ts';

/**
 * The forms of the large countries (Council of the EU, PRADO, "numbering"; US Department of State; UK HM Passport Office), no longer ones
 * first: nine digits (US, GB) or eight (CH, HK …); one letter and 7 or 8 digits (US, IN, AU, CN, KR, TR, DE);
 * two letters and 6 or 7 (CA, GB, IT, JP, PL); three and 6 (ES); 12AB34567 (FR); M123A4567 (KR); nine letters and digits (DE, NL).
 */
const FORM =
  /(?:[0-9]{8,9}|[a-z][0-9]{7,8}|[a-z]{2}[0-9]{6,7}|[a-z]{3}[0-9]{6}|[0-9]{2}[a-z]{2}[0-9]{5}|[dgmors][0-9]{3}[a-z][0-9]{4}|[cfghjklmnprtvwxyz][cfghjklmnprtvwxyz0-9]{7}[0-9]|[a-np-z]{2}[a-np-z0-9]{6}[0-9])(?![a-z0-9])/iy;

const detector: Detector = {
  entity: 'PASSPORT',
  summary: 'passport numbers in the forms of the large countries, after a word such as "passport"',
  score: 0.85,
  unmasked: 4,
  needs: [{ token: 8, digits: 4 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = wordIds({
  form: FORM,
  isValid,
  hasContext: contextOf([
    'passports?(?: ?(?:no|num|number|id|#))?',
    'travel document',
    inflected('reisep[aä]ss'),
    'pass-?(?:nr|nummer)\\.?',
    'passeports?',
    'pasaportes?',
    'passaport[eio]',
    inflected('paspoort'),
    inflected('paszport'),
    inflected('pasaport'),
    inflected('паспорт'),
    inflected('여권'),
    unspaced('护照|護照|旅券|パスポート'),
    inflected('पासपोर्ट'),
    inflected('(?:ال)?جواز'),
  ]),
});

/** Not a date, and digits enough that it is no word. */
function isValid(number: string): boolean {
  if (/^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]$/.test(number)) return false;
  return countDigits(number) >= 4;
}
