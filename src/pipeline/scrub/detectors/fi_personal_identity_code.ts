import { isFinnishSign } from '../checks/finnishSign.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { isDate } from '../ids/dates.ts';
import { wordIds } from '../ids/wordIds.ts';

/** Day, month and year of birth, the sign of the century, number, check sign (Digital and Population Data Services Agency; signs as of 2023). */
const FORM = /[0-3][0-9][01][0-9][0-9]{2}[-a-fu-y][0-9]{3}[0-9a-fhj-npr-y]/iy;

const detector: Detector = {
  entity: 'FI_PERSONAL_IDENTITY_CODE',
  summary: 'Finnish personal identity codes (henkilötunnus), such as 131052-308T, by birth date and check sign',
  score: 1,
  unmasked: 4,
  needs: [{ token: 11, digits: 9 }],
  create: () => findCodes,
};
export default detector;

const findCodes = wordIds({
  form: FORM,
  isValid,
  hasContext: contextOf([
    'hetu',
    'henkil[oö]tunnu(?:s|ksen|kseni)',
    'personbeteckning',
    'finnish (?:id|identity|personal)',
  ]),
  alone: (code) => (/[0-9]$/.test(code) && code.length === 10 ? 0.85 : 1),
});

/** The hyphen of those born from 1900 on is left out of `code`. */
function isValid(code: string): boolean {
  const century = code.length === 10 || code[6]?.match(/[U-Y]/) ? 1900 : 2000;
  const date = isDate(century + Number(code.slice(4, 6)), Number(code.slice(2, 4)), Number(code.slice(0, 2)));
  return date && isFinnishSign(code.slice(0, 6) + code.slice(-4, -1), code.slice(-1));
}
