import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { wordIds } from '../ids/wordIds.ts';

const FORM = /[a-z]{5}[0-9]{4}[a-z]/iy;

/** The fourth letter says who holds it (Income Tax Department, "Structure of PAN"): P is a person. */
const HOLDER = /^[A-Z]{3}[ABCFGHJLPT]/;

const detector: Detector = {
  entity: 'IN_PAN',
  summary: 'Indian permanent account numbers (PAN), such as ABCPD1234E: in capitals, or after a word such as "PAN"',
  score: 0.85,
  unmasked: 4,
  needs: [{ token: 10, digitsInRow: 4 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = wordIds({
  form: FORM,
  hasContext: contextOf(['pan(?: ?(?:card|no|number))?', 'permanent account(?: number)?', 'income tax']),
  alone: (value, written) => (written !== value ? 0 : HOLDER.test(value) ? 0.85 : 0.6),
});
