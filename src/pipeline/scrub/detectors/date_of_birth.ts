import { isOfBirth } from '../birth/cues.ts';
import { dateAt } from '../date/dates.ts';
import type { Detector, Span } from '../detector.ts';
import type { Traits } from '../reading/traits.ts';

/** "born 1/2/90" has the fewest digits. */
const MIN_DIGITS = 4;

/** Who was born before is not alive, and who will be born later does not write yet. Ours; no clock, so that runs agree. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2050;

const detector: Detector = {
  entity: 'DATE_OF_BIRTH',
  summary: 'dates with a year since 1900 beside a word that says somebody was born then, in twenty languages',
  score: 0.85,
  unmasked: 0,
  needs: [{ digits: MIN_DIGITS }],
  create: () => findBirthDates,
};
export default detector;

/** `1.2.1990 and 3.4.1992`: what is true of the first is true of the second. Ours. */
const MAX_AND = 6;

function findBirthDates(text: string, { numbers }: Traits): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (const number of numbers) {
    if (number.start < covered) continue;
    const date = dateAt(text, number);
    if (date === undefined || date.start < covered) continue;
    const { start, end, year } = date;
    const since = covered;
    covered = end;
    if (year < FIRST_YEAR || year > LAST_YEAR) continue;
    const isNext = spans.at(-1)?.end === since && start - since <= MAX_AND;
    if (isNext || isOfBirth(text, start, end, since)) spans.push({ start, end });
  }
  return spans;
}
