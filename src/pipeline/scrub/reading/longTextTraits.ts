import type { Span } from '../detector.ts';
import { MARKS, marksOf } from './kinds.ts';
import { capitalsIn } from './letterCases.ts';
import { MIN_TOKEN, type Traits } from './traits.ts';

const NUMBER = /[0-9]+/g;
const TOKEN = new RegExp(`[A-Za-z0-9_-]{${MIN_TOKEN},}`, 'g');

/** The traits of a folded text too long to be counted: it may have everything, so every detector is to look at it. */
export function longTextTraits(text: string): Traits {
  const most = text.length;
  return {
    digits: most,
    digitsInRow: most,
    dottedNumbers: most,
    colonsInRow: most,
    token: most,
    spelledSigns: true,
    coded: true,
    marks: marksOf(MARKS),
    capitals: capitalsIn(text),
    numbers: Array.from(text.matchAll(NUMBER), spanOf),
    tokens: Array.from(text.matchAll(TOKEN))
      .filter(([token]) => /[0-9]|.[A-Z]/.test(token))
      .map(spanOf),
  };
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
