import { contextOf } from '../context.ts';
import type { Detector, Span } from '../detector.ts';
import { type WordId, wordIdAt } from '../ids/wordIds.ts';
import type { Traits } from '../reading/traits.ts';

/**
 * Prefix, six digits and A to D, in pairs or not (HMRC, National Insurance Manual NIM39110: D, F, I, Q, U and V are in no prefix, O
 * is not second, and BG, GB, KN, NK, NT, TN and ZZ are none).
 */
const FORM = /(?!bg|gb|kn|nk|nt|tn|zz)[abceghj-prstw-z][abceghj-npr-tw-z][ -]?(?:[0-9]{2}[ -]?){2}[0-9]{2}[ -]?[a-d]/iy;

/**
 * "at 10 20 30 a" and "or 123456a", a commit, are no such numbers. Ours: six digits in a row behind any small letters, and the
 * words of two letters in English, German, French, Spanish and Italian that a prefix may be.
 */
const WORDS =
  /^(?:[a-z]{2} [0-9]{6}|(?:a[bhlmnstx]|b[ey]|c[aei]|e[hlnrstx]|h[aemy]|je|l[ae]|m[aey]|n[ae]|or|pa|re|s[ae]|t[ae]|we|y[ae]|ze) )/;

const detector: Detector = {
  entity: 'UK_NINO',
  summary: 'national insurance numbers of the United Kingdom, such as AB 12 34 56 C, of the prefixes that there are',
  score: 0.85,
  unmasked: 4,
  needs: [{ digitsInRow: 6 }],
  create: () => findNumbers,
};
export default detector;

const NUMBER: WordId = {
  form: FORM,
  hasContext: contextOf(['ninos?', 'ni (?:no|number)', 'national insurance(?: (?:no|number))?', 'nat ins']),
  alone: (_value, written) => (WORDS.test(written) ? 0 : 0.85),
};

function findNumbers(text: string, { numbers }: Traits): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (const { start, end } of numbers) {
    if (end - start !== 2 && end - start !== 6) continue;
    const sign = text[start - 1];
    const from = start - (sign === ' ' || sign === '-' ? 3 : 2);
    const span = from < covered ? undefined : wordIdAt(text, from, NUMBER);
    if (span === undefined) continue;
    covered = span.end;
    spans.push(span);
  }
  return spans;
}
