import { isCardNumber } from '../card/ranges.ts';
import type { Detector, Span } from '../detector.ts';
import { type DigitRun, digitRuns, isDigit, isWordAt } from '../digitRuns.ts';
import type { Traits } from '../reading/traits.ts';

const MIN_DIGITS = 12;
const MAX_DIGITS = 19;

const detector: Detector = {
  entity: 'CREDIT_CARD',
  summary: 'payment card numbers of 12 to 19 digits, also in groups, by issuer range and Luhn check digit',
  score: 1,
  unmasked: 4,
  needs: [{ digitsInRow: MIN_DIGITS }],
  create: () => findCards,
};
export default detector;

function findCards(text: string, { numbers }: Traits): Span[] {
  return digitRuns(text, numbers, MIN_DIGITS, isGap).flatMap((run) => cardsIn(text, run));
}

/** One space, dash or dot, or a line break: how people and mail programs divide a card number. */
function isGap(text: string, start: number, end: number): boolean {
  const sign = text[start];
  if (end - start === 1) return sign === ' ' || sign === '-' || sign === '.' || sign === '\n';
  return end - start === 2 && sign === '\r' && text[start + 1] === '\n';
}

function cardsIn(text: string, run: DigitRun): Span[] {
  const cards: Span[] = [];
  let first = 0;
  while (first < run.length) {
    const count = cardAt(text, run, first);
    const from = run[first];
    const to = run[first + count - 1];
    if (count > 0 && from !== undefined && to !== undefined) cards.push({ start: from.start, end: to.end });
    first += Math.max(count, 1);
  }
  return cards;
}

/** How many groups from `first` are one card number, the most that can be; 0 when they are none. */
function cardAt(text: string, run: DigitRun, first: number): number {
  const start = run[first]?.start ?? 0;
  if (!mayBeginCard(run[first]) || !isFreeBefore(text, start)) return 0;
  const lengths: number[] = [];
  let digits = '';
  let found = 0;
  for (let group = first; group < run.length; group++) {
    const { start: from, end } = run[group] ?? { start: 0, end: 0 };
    if (digits.length + end - from > MAX_DIGITS || !isEvenlyJoined(text, run, first, group)) break;
    digits += text.slice(from, end);
    lengths.push(end - from);
    if (digits.length < MIN_DIGITS || !isFreeAfter(text, end)) continue;
    if (isCardNumber(digits) && isGrouping(lengths)) found = group - first + 1;
  }
  return found;
}

/** Tables are full of short groups; no grouping below begins with one. */
function mayBeginCard(group: Span | undefined): boolean {
  const length = group === undefined ? 0 : group.end - group.start;
  return length === 4 || length === 6 || length === 8 || (length >= MIN_DIGITS && length <= MAX_DIGITS);
}

/** Whole; fours with a rest (most cards); 4-6-5 and 4-6-4 (American Express, Diners); 4-3-3-3 (old Visa); 6 and the rest. */
function isGrouping(lengths: readonly number[]): boolean {
  if (lengths.length === 1) return true;
  const last = lengths.at(-1) ?? 0;
  if (lengths.slice(0, -1).every((length) => length === 4) && last <= 4) return true;
  return /^(?:4-6-[45]|4-3-3-3|6-\d+|8-\d+)$/.test(lengths.join('-'));
}

/** The same sign before `group` as before the second, a line break being a space: `0.4111` next to a space is a number, not a card. */
function isEvenlyJoined(text: string, run: DigitRun, first: number, group: number): boolean {
  return group < first + 2 || joinerBehind(text, run[group - 1]) === joinerBehind(text, run[first]);
}

function joinerBehind(text: string, group: Span | undefined): string {
  const joiner = text[group?.end ?? 0] ?? '';
  return joiner === '\n' || joiner === '\r' ? ' ' : joiner;
}

/** Not the middle of a word, of a decimal number or of a longer number in groups. */
function isFreeBefore(text: string, start: number): boolean {
  if (isWordAt(text, start - 1) && text[start - 1] !== '_') return false;
  return !(/[.,-]/.test(text[start - 1] ?? '') && isDigit(text, start - 2));
}

function isFreeAfter(text: string, end: number): boolean {
  if (isWordAt(text, end) && text[end] !== '_') return false;
  return !(/[.,-]/.test(text[end] ?? '') && isDigit(text, end + 1));
}
