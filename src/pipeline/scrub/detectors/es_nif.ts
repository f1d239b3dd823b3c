import { isSpanishLetter } from '../checks/spanishLetter.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { wordIds } from '../ids/wordIds.ts';

/** Eight digits and a letter; the 0 before seven is often left out. */
const FORM = /[0-9]{7,8}-?[a-z]/iy;
const DIGITS = 8;

const detector: Detector = {
  entity: 'ES_NIF',
  summary: 'Spanish identity numbers (DNI, NIF) of 8 digits and a letter, by that letter (mod 23)',
  score: 1,
  unmasked: 4,
  needs: [{ token: DIGITS, digitsInRow: 7 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = wordIds({
  form: FORM,
  isValid: (value) => isSpanishLetter(value.slice(0, -1), value.slice(-1)),
  hasContext: contextOf([
    'dni',
    'd\\.n\\.i\\.?',
    'nif',
    'n\\.i\\.f\\.?',
    'documento nacional(?: de identidad)?',
    'identificaci[oó]n fiscal',
  ]),
  alone,
});

/**
 * Ours: of seven digits and a small letter there are commit hashes; L, F, D and N end numbers in programs; and a date of this
 * century may be followed by a letter.
 */
function alone(value: string, written: string): number {
  if (/^20[0-9]{2}[01][0-9][0-3][0-9]/.test(value)) return 0;
  if (written.includes('-')) return 0.85;
  if (/[LFDN]$/.test(value)) return 0;
  return value.length > DIGITS || /[A-Z]$/.test(written) ? 0.85 : 0;
}
