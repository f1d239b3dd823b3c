import type { Detector, DetectorSettings, Find, Span } from '../detector.ts';
import { type DigitRun, digitRuns, isDigit, isWordAt } from '../digitRuns.ts';
import { type Cue, cueBefore, isCueAfter } from '../phone/cues.ts';
import { type Dialling, diallingIn, MAX_DIALLED } from '../phone/dialled.ts';
import { isInternationalPhone, isNationalPhone, MAX_LONE_DIGITS } from '../phone/forms.ts';
import { shapeOf } from '../phone/shapes.ts';

/** Fewest digits of a number that is looked at: those of the smallest countries. Fewer are short codes and anything. */
const MIN_DIGITS = 5;
/** +49 30 12 34 56 78 has seven groups; lists of numbers have more. */
const MAX_GROUPS = 8;
/** 0 (532) 123-45 67 has four ways to join its groups; more are no number. */
const MAX_JOINERS = 4;

const EXTENSION = /(?:x|[ ,]{1,2}(?:x|ext\.?|extension|durchwahl|dahili)) ?[0-9]{1,6}(?![A-Za-z0-9_])/iy;

const detector: Detector = {
  entity: 'PHONE',
  summary: 'phone numbers with country code, or as dialled in one of `regions`, or after a word such as "phone"',
  score: 0.85,
  unmasked: 4,
  needs: [{ digitsInRow: MIN_DIGITS }],
  create: findPhones,
};
export default detector;

function findPhones({ regions }: DetectorSettings): Find {
  // Made when the first candidate turns up: what is known of all countries need not be read for logs without numbers.
  let dialling: Dialling | undefined;
  return (text, { numbers }) => {
    const spans: Span[] = [];
    for (const run of digitRuns(text, numbers, MIN_DIGITS, isGap)) {
      dialling ??= diallingIn(regions);
      addPhones(spans, text, run, dialling);
    }
    return spans;
  };
}

/** Up to three signs, such as `) ` or ` - `, on one line. */
function isGap(text: string, start: number, end: number): boolean {
  if (end - start > 3) return false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && !(code >= 40 && code <= 41) && !(code >= 45 && code <= 47)) return false;
  }
  return end - start < 3 || text.slice(start, end) !== ' - ';
}

/** At most one number for every stretch of groups that is not too long to be one. */
function addPhones(spans: Span[], text: string, run: DigitRun, dialling: Dialling): void {
  let first = 0;
  while (first < run.length) {
    const start = withSigns(text, run[first]?.start ?? 0);
    const count = mayBeginAt(text, run, first, start, spans) ? phoneAt(text, run, first, start, dialling) : 0;
    const end = run[first + count - 1]?.end ?? 0;
    if (count > 0) spans.push({ start: withoutLoneBracket(text, start, end), end: withExtension(text, end) });
    first += Math.max(count, 1);
  }
}

/** The run's first group; behind a number found; after a bracket or a gap: never in the middle of a longer number. */
function mayBeginAt(text: string, run: DigitRun, first: number, start: number, found: readonly Span[]): boolean {
  if (first === 0) return isFreeBefore(text, start);
  const end = run[first - 1]?.end ?? 0;
  return (run[first]?.start ?? 0) - end > 1 || found.at(-1)?.end === end;
}

/** Not after a letter, a price, an operator, a path, nor inside a number or a UUID; `Tel-` is no such thing. */
function isFreeBefore(text: string, start: number): boolean {
  const sign = text[start - 1] ?? '';
  if (sign === ' ' || sign === '') return true;
  if (isWordAt(text, start - 1) || '$€£¥₹₺#^</'.includes(sign)) return false;
  if (sign === '-')
    return (
      /(?:^|[^A-Za-z0-9])[A-Za-z]{2,}-$/.test(text.slice(Math.max(0, start - 16), start)) ||
      /[\s]/.test(text[start - 2] ?? ' ')
    );
  return !('.,:'.includes(sign) && isDigit(text, start - 2));
}

/**
 * How many groups of `run` from `first` on are one phone number, the most that can be; 0 when they are none. `start` is
 * where it begins, with its sign.
 */
function phoneAt(text: string, run: DigitRun, first: number, start: number, dialling: Dialling): number {
  const digitsStart = run[first]?.start ?? start;
  const plus = start < digitsStart && text.slice(start, digitsStart).includes('+');
  const isInternational = plus || beginsWith00(text, digitsStart);
  // Two zeros lead out of a country, and nowhere where no country code follows.
  if (!isInternational && text.startsWith('00', digitsStart)) return 0;
  const firstDigit = text.charCodeAt(digitsStart) - 48;
  let before: Cue | undefined;
  let next = lastNext(text, run, first, isInternational ? MAX_GROUPS : MAX_LONE_DIGITS);
  for (let total = digitsIn(run, first, next); total >= MIN_DIGITS; total -= lengthOf(run[--next])) {
    if (total > MAX_DIALLED) continue;
    const end = run[next - 1]?.end ?? 0;
    before ??= cueBefore(text, start, run[0]?.start ?? start);
    const cue = before === 'none' && isCueAfter(text, end) ? 'phone' : before;
    if (!isInternational && cue !== 'phone' && !dialling.mayBe(firstDigit, total)) continue;
    const joiner = text.slice(end, run[next]?.start ?? end);
    if (!isInternational && (cue === 'other' || (cue === 'none' && isListed(text, run, first, next, joiner)))) continue;
    if (!isFreeAfter(text, end, joiner)) continue;
    const shape = shapeOf(text, run, first, next);
    const found = isInternational
      ? isInternationalPhone(shape, plus, cue)
      : isNationalPhone(shape, cue, shape.joiners.includes(joiner), dialling.plans);
    if (found) return next - first;
  }
  return 0;
}

/**
 * Whether more digits follow, joined as some of these are: what `isNationalPhone` says of them, but of those that end as North America's
 * do, before they are taken apart.
 */
function isListed(text: string, run: DigitRun, first: number, next: number, joiner: string): boolean {
  if (lengthOf(run[next - 1]) === 4 && lengthOf(run[next - 2]) === 3) return false;
  for (let place = next - 1; place > first; place--)
    if (text.slice(run[place - 1]?.end, run[place]?.start) === joiner) return true;
  return false;
}

/**
 * Behind the last group that may be of the same number, with at most so many lone digits behind the first group, and few ways to
 * join them.
 */
function lastNext(text: string, run: DigitRun, first: number, maxLone: number): number {
  let lone = 0;
  let next = first + 1;
  const joiners: number[] = [];
  while (next < run.length && next < first + MAX_GROUPS) {
    if (lengthOf(run[next]) === 1 && ++lone > maxLone) break;
    const joiner = joinerCode(text, run[next - 1]?.end ?? 0, run[next]?.start ?? 0);
    if (!joiners.includes(joiner) && joiners.push(joiner) > MAX_JOINERS) break;
    next++;
  }
  return next;
}

/** A number for the up to three signs between two groups. */
function joinerCode(text: string, start: number, end: number): number {
  let code = 0;
  for (let at = start; at < end; at++) code = code * 128 + text.charCodeAt(at);
  return code;
}

function digitsIn(run: DigitRun, first: number, next: number): number {
  let digits = 0;
  for (let place = first; place < next; place++) digits += lengthOf(run[place]);
  return digits;
}

/** 0049, 00 49, 00-49: as no national number begins. */
function beginsWith00(text: string, start: number): boolean {
  if (text[start] !== '0' || text[start + 1] !== '0') return false;
  return /^00[ -]?[1-9]/.test(text.slice(start, start + 4));
}

function lengthOf(group: Span | undefined): number {
  return group === undefined ? 0 : group.end - group.start;
}

/** Not before a letter, a time, a percentage or more of the same number; `joiner` is what leads to the next digits. */
function isFreeAfter(text: string, end: number, joiner: string): boolean {
  const sign = text[end] ?? '';
  if (sign === ')' || sign === '(') return true;
  if (withExtension(text, end) > end) return true;
  if (isWordAt(text, end) || sign === '%' || '.-/'.includes(joiner[0] ?? ' ')) return false;
  return !((sign === ':' || sign === ',') && isDigit(text, end + 1));
}

/** Takes in the `+` or `(` before the first digit. */
function withSigns(text: string, start: number): number {
  let from = start;
  while (start - from < 2 && isSign(text.charCodeAt(from - 1))) from--;
  return from;
}

function isSign(code: number): boolean {
  return code === 43 || code === 40;
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
