import type { HasContext } from '../context.ts';
import type { Find, Span } from '../detector.ts';
import { isFreeAfter, isFreeBefore } from './edges.ts';
import { isCalledOther, isInSum } from './otherNumbers.ts';

/** A number of letters and digits that an office gives to people or to their papers. */
export interface WordId {
  /** How it is written: sticky, of bounded length, in small letters, too (flags `iy`). */
  readonly form: RegExp;
  /** Whether one may be it; `value` is in capitals and without spaces and signs. */
  readonly isValid?: (value: string) => boolean;
  /** Whether a word beside it says that it is one. */
  readonly hasContext: HasContext;
  /** How sure one is without such a word, 0 to 1, as it is written; 0 or no function: it needs the word. */
  readonly alone?: (value: string, written: string) => number;
}

/** Makes the function that finds all of them, one look at each word of a token. */
export function wordIds(id: WordId): Find {
  return (text, { tokens }) => {
    const spans: Span[] = [];
    for (const token of tokens) {
      for (let start = token.start; start < token.end; start = nextWord(text, start, token.end)) {
        const span = wordIdAt(text, start, id);
        if (span === undefined) continue;
        spans.push(span);
        start = span.end - 1;
      }
    }
    return spans;
  };
}

/** The one that begins at `start`, if one does. */
export function wordIdAt(text: string, start: number, { form, isValid, hasContext, alone }: WordId): Span | undefined {
  form.lastIndex = start;
  const written = form.exec(text)?.[0];
  if (written === undefined) return undefined;
  const end = start + written.length;
  if (!isFreeBefore(text, start) || !isFreeAfter(text, end)) return undefined;
  const value = written.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  if (isValid !== undefined && !isValid(value)) return undefined;
  if (hasContext(text, start, end)) return isCalledOther(text, start) ? undefined : { start, end };
  const score = alone === undefined ? 0 : alone(value, written);
  if (score === 0 || isInSum(text, start, end) || isCalledOther(text, start)) return undefined;
  return { start, end, score };
}

/** Behind the next hyphen or underscore, `end` where there is none. */
function nextWord(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const sign = text[at];
    if (sign === '-' || sign === '_') return at + 1;
  }
  return end;
}
