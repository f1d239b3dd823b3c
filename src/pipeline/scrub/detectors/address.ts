import { boxStart, isPostcodeBefore, militaryStart } from '../address/boxes.ts';
import { streetAt } from '../address/streets.ts';
import { postcodeEnd, tailEnd } from '../address/tail.ts';
import type { Detector, Span } from '../detector.ts';
import { isDigit, isWordAt } from '../digitRuns.ts';
import { isLetterAt } from '../letters.ts';
import type { Traits } from '../reading/traits.ts';

/** House numbers, numbers of boxes and postcodes have no more digits. */
const MAX_DIGITS = 6;

const detector: Detector = {
  entity: 'ADDRESS',
  summary:
    'postal addresses: street and number in the forms of a dozen languages, post boxes, with town and postcode behind; postcodes by name',
  score: 0.6,
  unmasked: 0,
  needs: [{ digits: 1 }],
  create: () => findAddresses,
};
export default detector;

function findAddresses(text: string, { numbers }: Traits): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (const number of numbers) {
    if (number.start < covered || number.end - number.start > MAX_DIGITS) continue;
    const address = hasWordBeside(text, number) ? addressAt(text, number) : undefined;
    if (address === undefined) continue;
    const start = Math.max(covered, withNumberBefore(text, address.start));
    spans.push({ start, end: address.end });
    covered = address.end;
  }
  return spans;
}

/** Most numbers stand beside a sign or another number. */
function hasWordBeside(text: string, { start, end }: Span): boolean {
  for (let away = 1; away <= 4; away++)
    if (isLetterAt(text, start - away) || isLetterAt(text, end + away - 1)) return true;
  return false;
}

function addressAt(text: string, number: Span): Span | undefined {
  if (text[number.start - 1] === '.' || text[number.start - 1] === '$') return undefined;
  const street = isWordAt(text, number.start - 1) ? undefined : streetAt(text, number);
  if (street !== undefined) return { start: street.start, end: tailEnd(text, street.end) };
  const box = boxStart(text, number);
  if (box !== undefined) return { start: box, end: tailEnd(text, number.end) };
  const military = militaryStart(text, number);
  if (military !== undefined) return { start: military, end: number.end };
  return postcodeAt(text, number);
}

/** A postcode that is called one; those of Canada and the United Kingdom begin with letters. */
function postcodeAt(text: string, number: Span): Span | undefined {
  let start = number.start;
  while (number.start - start < 2 && isLetterAt(text, start - 1)) start--;
  if (number.end - start < 3 || !' :='.includes(text[start - 1] ?? '') || !isPostcodeBefore(text, start))
    return undefined;
  const end = postcodeEnd(text, start) ?? (start === number.start ? number.end : undefined);
  return end === undefined ? undefined : { start, end };
}

/** `Apt. 675 62314 Mellemvej 32`: a unit or a second number right before the street. */
function withNumberBefore(text: string, start: number): number {
  const beforeSpace = text[start - 2] === ',' ? start - 3 : start - 2;
  if (text[start - 1] !== ' ' || !(isDigit(text, beforeSpace) || isDigit(text, beforeSpace - 1))) return start;
  BEFORE_STREET.lastIndex = start;
  return start - (BEFORE_STREET.exec(text)?.[1]?.length ?? 0);
}

/** Read backwards from the street. */
const BEFORE_STREET =
  /(?<=((?<![\p{L}\p{N}.,$-])(?:(?:apt|apartment|suite|unit|flat)\.? [0-9]{1,5}[a-z]?,? (?:[0-9]{1,5} )?|[0-9]{1,5} )))/iuy;
