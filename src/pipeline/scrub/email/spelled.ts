import type { Span } from '../detector.ts';
import { isWordAt } from '../digitRuns.ts';

const LABEL = '[A-Za-z0-9][A-Za-z0-9-]{0,62}';
const BRACKETED_DOT = ' ?[([{] ?dot ?[)\\]}] ?';
const TOP_LEVEL = '(?:com|org|net|edu|gov|info|io|me|co|uk|de|fr|es|it|nl|tr|eu|in|ca|au|us|ch|at|be|pl|ru|br|jp|cn)';

/** `name (at) domain dot com`, `name[at]domain.com`: brackets leave no doubt, the dots may be anything. */
const BRACKETED = new RegExp(`[([{] ?at ?[)\\]}] ?${LABEL}(?:(?: dot |${BRACKETED_DOT}|\\.)${LABEL}){1,5}`, 'gi');

/** `name at domain dot com`: only with the word for the dot and an ending that everybody knows. */
const SPOKEN = new RegExp(`at ${LABEL}(?: dot ${LABEL}){0,3} dot ${TOP_LEVEL}(?![A-Za-z0-9])`, 'gi');

/** Longest part of a name, and most parts with the word "dot" between them. */
const MAX_PART = 64;
const MAX_PARTS = 3;

/** Words before "at domain dot com" that are nobody's name: "look at example dot com". */
const NO_NAME =
  /^(?:me|us|you|him|her|them|it|this|that|look|found|find|available|is|are|was|be|shop|order|buy|sold|online|work|works|working|live|site|page|website|visit|out|up|here|there|store|hosted|online|email|mail|apply|register|book|more|now|today|details|info|information|support)$/i;

/** E-mail addresses spelled so that no machine should read them. */
export function findSpelledEmails(text: string): Span[] {
  const spans: Span[] = [];
  if (/[([{] ?at ?[)\]}]/i.test(text)) collect(text, BRACKETED, spans, () => true);
  if (/ dot /i.test(text)) collect(text, SPOKEN, spans, (name) => !NO_NAME.test(name));
  return spans.sort((a, b) => a.start - b.start).filter((span, place) => span.start >= (spans[place - 1]?.end ?? 0));
}

function collect(text: string, pattern: RegExp, spans: Span[], isName: (name: string) => boolean): void {
  for (const match of text.matchAll(pattern)) {
    const start = nameStart(text, match.index);
    const name = text.slice(start, match.index);
    if (name.trim() === '' || !isName(name.trimEnd()) || (pattern === SPOKEN && !name.endsWith(' '))) continue;
    spans.push({ start, end: match.index + match[0].length });
  }
}

/** Where the name begins that ends at `end`, perhaps with a space behind it; `end` where none does. */
function nameStart(text: string, end: number): number {
  let start = text[end - 1] === ' ' ? end - 1 : end;
  for (let part = 0; part < MAX_PARTS; part++) {
    const first = partStart(text, start);
    if (first === start) return part === 0 ? end : start + DOT.length;
    start = first;
    if (part + 1 === MAX_PARTS || text.slice(start - DOT.length, start).toLowerCase() !== DOT) return start;
    start -= DOT.length;
  }
  return start;
}

const DOT = ' dot ';

/** Letters, digits and the signs of a name before `end`, of which the first is a letter or digit. */
function partStart(text: string, end: number): number {
  let start = end;
  while (end - start < MAX_PART && isNameSign(text, start - 1)) start--;
  while (start < end && /[._+-]/.test(text[start] ?? '')) start++;
  return start;
}

function isNameSign(text: string, at: number): boolean {
  const sign = text[at];
  return isWordAt(text, at) || sign === '.' || sign === '+' || sign === '-';
}
