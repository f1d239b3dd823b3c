import type { Detector, DetectorSettings, Span } from '../detector.ts';
import { type DigitRun, digitRuns, isDigit, isWordAt } from '../digitRuns.ts';
import { type Cue, cueBefore, isCueAfter } from '../phone/cues.ts';
import { isInternational, isPhone } from '../phone/forms.ts';
import { isOtherNotation, shapeOf } from '../phone/shapes.ts';

/** Fewest digits of a subscriber's number that is not a short code, and the most there are (ITU-T E.164, 6.1). */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;
/** +49 30 12 34 56 78 has seven groups; lists of numbers have more. */
const MAX_GROUPS = 8;

const EXTENSION = /(?:x|[ ,]{1,2}(?:x|ext\.?|extension|durchwahl|dahili)) ?[0-9]{1,6}(?![A-Za-z0-9_])/iy;

const detector: Detector = {
  entity: 'PHONE',
  summary: 'phone numbers with country code, or as dialled in one of `regions`, or after a word such as "phone"',
  score: 0.85,
  unmasked: 4,
  needs: [{ digitsInRow: MIN_DIGITS }],
  create(settings) {
    return (text, { numbers }) =>
      digitRuns(text, numbers, MIN_DIGITS, isGap).flatMap((run) => phonesIn(text, run, settings));
  },
};
export default detector;

/** Up to three signs, such as `) ` or ` - `, on one line. */
function isGap(text: string, start: number, end: number): boolean {
  if (end - start > 3) return false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && !(code >= 40 && code <= 41) && !(code >= 45 && code <= 47)) return false;
  }
  return text.slice(start, end) !== ' - ';
}

/** At most one number for every stretch of groups that is not too long to be one. */
function phonesIn(text: string, run: DigitRun, settings: DetectorSettings): Span[] {
  const spans: Span[] = [];
  let first = 0;
  while (first < run.length) {
    const start = withSigns(text, run[first]?.start ?? 0);
    const count = mayBeginAt(text, run, first, spans)
      ? phoneAt(text, run.slice(first, first + MAX_GROUPS + 1), start, settings)
      : 0;
    const end = run[first + count - 1]?.end ?? 0;
    if (count > 0) spans.push({ start: withoutLoneBracket(text, start, end), end: withExtension(text, end) });
    first += Math.max(count, 1);
  }
  return spans;
}

/** The run's first group; behind a number found; after a bracket or a gap: never in the middle of a longer number. */
function mayBeginAt(text: string, run: DigitRun, first: number, found: readonly Span[]): boolean {
  const start = run[first]?.start ?? 0;
  if (first === 0) return isFreeBefore(text, withSigns(text, start));
  const end = run[first - 1]?.end ?? 0;
  return found.at(-1)?.end === end || start - end > 1;
}

/** Not after a letter, a price, an operator, a path, nor inside a number or a UUID; `Tel-` is no such thing. */
function isFreeBefore(text: string, start: number): boolean {
  const sign = text[start - 1] ?? '';
  if (isWordAt(text, start - 1) || /[$€£¥₹₺#^</]/.test(sign)) return false;
  if (sign === '-')
    return (
      /(?:^|[^A-Za-z0-9])[A-Za-z]{2,}-$/.test(text.slice(Math.max(0, start - 16), start)) ||
      /[\s]/.test(text[start - 2] ?? ' ')
    );
  return !(/[.,:]/.test(sign) && isDigit(text, start - 2));
}

/**
 * How many of `groups` are one phone number, the most that can be; 0 when they are none. `start` is where it begins,
 * with its sign.
 */
function phoneAt(text: string, groups: DigitRun, start: number, settings: DetectorSettings): number {
  let before: Cue | undefined;
  const totals = runningTotals(groups);
  for (let count = Math.min(MAX_GROUPS, groups.length); count > 0; count--) {
    const total = totals[count - 1] ?? 0;
    if (total < MIN_DIGITS) return 0;
    const end = groups[count - 1]?.end ?? 0;
    const joiner = text.slice(end, groups[count]?.start ?? end);
    if (total > MAX_DIGITS + 2 || !isFreeAfter(text, end, joiner)) continue;
    const shape = shapeOf(text, groups.slice(0, count));
    const written = text.slice(start, end);
    if (isOtherNotation(shape) || (!isInternational(written) && shape.groups.slice(1).includes(1))) continue;
    before ??= cueBefore(text, start);
    const cue = before === 'none' && isCueAfter(text, end) ? 'phone' : before;
    if (isPhone({ shape, written, cue, goes_on: shape.joiners.includes(joiner) }, settings.regions)) return count;
  }
  return 0;
}

function runningTotals(groups: DigitRun): number[] {
  let total = 0;
  return groups.map(({ start, end }) => {
    total += end - start;
    return total;
  });
}

/** Not before a letter, a time, a percentage or more of the same number; `joiner` is what leads to the next digits. */
function isFreeAfter(text: string, end: number, joiner: string): boolean {
  if (withExtension(text, end) > end) return true;
  if (isWordAt(text, end) || text[end] === '%' || /^[./-]/.test(joiner)) return false;
  return !(/[:,]/.test(text[end] ?? '') && isDigit(text, end + 1));
}

/** Takes in the `+` or `(` before the first digit. */
function withSigns(text: string, start: number): number {
  let from = start;
  while (start - from < 2 && /[+(]/.test(text[from - 1] ?? '')) from--;
  return from;
}

/** Leaves out the bracket that is closed only after the number: `(555-0123)`. */
function withoutLoneBracket(text: string, start: number, end: number): number {
  let from = start;
  while (text[from] === '(' && !text.slice(from, end).includes(')')) from++;
  return from;
}

function withExtension(text: string, end: number): number {
  EXTENSION.lastIndex = end;
  return EXTENSION.test(text) ? EXTENSION.lastIndex : end;
}
