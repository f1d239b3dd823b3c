import { endsInBrazilianDigits } from '../checks/brazilianDigits.ts';
import { contextOf } from '../context.ts';
import type { Detector, Span } from '../detector.ts';
import { isDate } from '../ids/dates.ts';
import { digitIds } from '../ids/digitIds.ts';
import { type WordId, wordIdAt } from '../ids/wordIds.ts';
import type { Traits } from '../reading/traits.ts';

const WEIGHTS = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

/** Since July 2026 letters, too, which count as their ASCII code less 48, as digits do (Receita Federal, Instrução Normativa RFB 2.229 of 2024). */
const FORM = /[0-9A-Z]{2}\.[0-9A-Z]{3}\.[0-9A-Z]{3}\/[0-9A-Z]{4}-[0-9]{2}/y;
const BEFORE_CHECK = '12.ABC.345/01DE-'.length;

const detector: Detector = {
  entity: 'BR_CNPJ',
  summary:
    'Brazilian company numbers (CNPJ) of 14 digits, or of letters and digits in groups, by their two check digits',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: 14 }, { token: 7, digits: 2 }],
  create: () => findNumbers,
};
export default detector;

const hasContext = contextOf(['cnpj', 'cadastro nacional']);

const findDigits = digitIds({
  layouts: ['2.3.3/4-2', '2 3 3 4 2', '8/4-2', '2.3.3.4-2', '14'],
  isValid: (digits) => endsInBrazilianDigits(digits, WEIGHTS) && !/^(.)\1+$/.test(digits),
  hasContext,
  alone: (digits, { bare, spaced }) => (spaced || (bare && isTimestamp(digits)) ? 0 : bare ? 0.85 : 1),
});

const LETTERED: WordId = {
  form: FORM,
  isValid: (value) => /[A-Z]/.test(value) && endsInBrazilianDigits(value, WEIGHTS),
  hasContext,
  alone: () => 1,
};

function findNumbers(text: string, traits: Traits): Span[] {
  const lettered = findLettered(text, traits);
  const spans = findDigits(text, traits);
  return lettered.length === 0 ? spans : [...spans, ...lettered].sort((a, b) => a.start - b.start);
}

function findLettered(text: string, { numbers }: Traits): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of numbers) {
    if (end - start !== 2 || text[start - 1] !== '-' || text[start - 6] !== '/') continue;
    const span = wordIdAt(text, start - BEFORE_CHECK, LETTERED);
    if (span !== undefined) spans.push(span);
  }
  return spans;
}

/** 20240115103000, whether or not there is such a time of day. */
function isTimestamp(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  return year >= 1900 && year <= 2099 && isDate(year, Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));
}
