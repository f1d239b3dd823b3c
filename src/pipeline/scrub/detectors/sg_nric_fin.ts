import { passesSingaporeLetter } from '../checks/singaporeLetter.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { wordIds } from '../ids/wordIds.ts';

const FORM = /[stfgm][0-9]{7}[a-z]/iy;

const detector: Detector = {
  entity: 'SG_NRIC_FIN',
  summary:
    'Singaporean identity numbers (NRIC, FIN), such as S1234567D, by their check letter, or after a word such as "NRIC"',
  score: 0.85,
  unmasked: 4,
  needs: [{ token: 9, digitsInRow: 7 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = wordIds({
  form: FORM,
  hasContext: contextOf(['nric', 'fin', 'singapore(?:an)? (?:id|identity)', 'identity card']),
  alone: (number) => (passesSingaporeLetter(number) ? 0.85 : 0),
});
