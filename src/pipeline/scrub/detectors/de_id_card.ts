import { passesDocumentDigit } from '../checks/documentDigit.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { countDigits } from '../ids/countDigits.ts';
import { wordIds } from '../ids/wordIds.ts';

/**
 * Letters and digits that are hard to mistake, and a check digit; before November 2010 T and eight digits (Personalausweisgesetz, § 2 (8); ICAO
 * Doc 9303-3 for the check digit).
 */
const FORM = /[cfghjklmnprtvwxyz][cfghjklmnprtvwxyz0-9]{7}[0-9]/iy;
const OLD = /^T[0-9]{8}$/;

const detector: Detector = {
  entity: 'DE_ID_CARD',
  summary: 'numbers of German identity cards (Personalausweis), by their check digit, after a word such as "Ausweis"',
  score: 1,
  unmasked: 4,
  needs: [{ token: 9, digits: 3 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = wordIds({
  form: FORM,
  isValid: (number) => OLD.test(number) || (countDigits(number) >= 3 && passesDocumentDigit(number)),
  hasContext: contextOf([
    '(?:personal)?ausweis(?:es)?(?:[ -]?(?:nummer|nr|id))?\\.?',
    'perso',
    '(?:national |german )?(?:id|identity|identification) ?(?:card|document)s?',
    'ausweisdokument',
  ]),
});
