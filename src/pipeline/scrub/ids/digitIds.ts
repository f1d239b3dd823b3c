import type { HasContext } from '../context.ts';
import type { Find, Span } from '../detector.ts';
import { isDigit } from '../digitRuns.ts';
import { isFreeAfter, isFreeBefore } from './edges.ts';
import { type Layout, layoutsOf, type Match, matchAt } from './layouts.ts';
import { isCalledOther, isInSum } from './otherNumbers.ts';

/** A number of digits alone that an office gives to people. */
export interface DigitId {
  /** How it is written, such as `3-2-4` (see `layouts.ts`). */
  readonly layouts: readonly string[];
  /** Whether these digits may be one. */
  readonly isValid: (digits: string) => boolean;
  /** Whether a word beside it says that it is one. */
  readonly hasContext: HasContext;
  /** How sure one is without such a word, 0 to 1; 0 or no function: it needs the word. */
  readonly alone?: (digits: string, layout: Layout) => number;
}

/** Makes the function that finds all of them, one look at each number and each layout that begins as long. */
export function digitIds(id: DigitId): Find {
  const layouts = layoutsOf(id.layouts);
  return (text, { numbers }) => {
    const spans: Span[] = [];
    for (let first = 0; first < numbers.length; first++) {
      const number = numbers[first];
      const possible = number === undefined ? undefined : layouts[number.end - number.start];
      if (possible === undefined) continue;
      for (const layout of possible) {
        const span = spanAt(text, numbers, first, layout, id);
        if (span === undefined) continue;
        spans.push(span);
        first += layout.groups.length - 1;
        break;
      }
    }
    return spans;
  };
}

function spanAt(
  text: string,
  numbers: readonly Span[],
  first: number,
  layout: Layout,
  { isValid, hasContext, alone }: DigitId,
): Span | undefined {
  const match = matchAt(text, numbers, first, layout);
  if (match === undefined || !isValid(match.digits)) return undefined;
  const { start, end, digits } = match;
  if (!isFreeBefore(text, start) || !isFreeAfter(text, end)) return undefined;
  if (hasContext(text, start, end)) return isCalledOther(text, start) ? undefined : { start, end };
  const score = alone === undefined ? 0 : alone(digits, layout);
  if (score === 0 || isPartOfMore(text, match) || isCalledOther(text, start)) return undefined;
  return { start, end, score };
}

/** A term of a sum, or the middle of a list of numbers. */
function isPartOfMore(text: string, { start, end, layout, loose }: Match): boolean {
  if (loose || isInSum(text, start, end)) return true;
  return layout.spaced && (isNumberBeside(text, start - 1, -1) || isNumberBeside(text, end, 1));
}

function isNumberBeside(text: string, gap: number, direction: 1 | -1): boolean {
  return (text[gap] === ' ' || text[gap] === '\n') && isDigit(text, gap + direction);
}
