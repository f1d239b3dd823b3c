import { endsInBrazilianDigits } from '../checks/brazilianDigits.ts';
import { contextOf } from '../context.ts';
import type { Detector } from '../detector.ts';
import { digitIds } from '../ids/digitIds.ts';

const WEIGHTS = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

const detector: Detector = {
  entity: 'BR_CPF',
  summary: 'Brazilian taxpayer numbers (CPF) of 11 digits, by their two check digits',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 11 }],
  create: () => findNumbers,
};
export default detector;

const findNumbers = digitIds({
  layouts: ['3.3.3-2', '3.3.3.2', '3 3 3 2', '3-3-3-2', '9-2', '11'],
  isValid: (digits) => endsInBrazilianDigits(digits, WEIGHTS) && !/^(.)\1+$/.test(digits),
  hasContext: contextOf(['cpf', 'cadastro de pessoas? f[ií]sicas?', 'contribuinte']),
  alone: (_digits, { bare, spaced }) => (spaced ? 0 : bare ? 0.85 : 1),
});
