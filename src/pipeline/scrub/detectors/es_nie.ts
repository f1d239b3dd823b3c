import { isSpanishLetter } from '../checks/spanishLetter.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { wordIds } from '../ids/wordIds.ts';

const FORM = /[xyz]-?[0-9]{7,8}-?[a-z]/iy;

const detector: Detector = {
  entity: 'ES_NIE',
  summary: 'Spanish identity numbers of foreigners (NIE): X, Y or Z, 7 digits and a letter, by that letter (mod 23)',
  score: 1,
  unmasked: 4,
  needs: [{ token: 9, digitsInRow: 7 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = wordIds({
  form: FORM,
  isValid,
  hasContext: contextOf(['nie', 'n\\.i\\.e\\.?', 'identificaci[oó]n de extranjero', 'foreigner(?: ?s)? id']),
  alone: () => 0.85,
});

/** X, Y and Z count as 0, 1 and 2 (Orden INT/2058/2008); of eight digits, as there were till then, the first is a 0. */
function isValid(value: string): boolean {
  const digits = value.slice(1, -1);
  if (digits.length === 8 && !digits.startsWith('0')) return false;
  return isSpanishLetter(`${'XYZ'.indexOf(value[0] ?? '')}${digits.slice(-7)}`, value.slice(-1));
}
