import type { Span } from '../detector.ts';

const LABEL = '[A-Za-z0-9][A-Za-z0-9-]{0,62}';
const BRACKETED_DOT = ' ?[([{] ?dot ?[)\\]}] ?';
const TOP_LEVEL = '(?:com|org|net|edu|gov|info|io|me|co|uk|de|fr|es|it|nl|tr|eu|in|ca|au|us|ch|at|be|pl|ru|br|jp|cn)';

/** `name (at) domain dot com`, `name[at]domain.com`: brackets leave no doubt, the dots may be anything. */
const BRACKETED = new RegExp(`[([{] ?at ?[)\\]}] ?${LABEL}(?:(?: dot |${BRACKETED_DOT}|\\.)${LABEL}){1,5}`, 'gi');

/** `name at domain dot com`: only with the word for the dot and an ending that everybody knows. */
const SPOKEN = new RegExp(`at ${LABEL}(?: dot ${LABEL}){0,3} dot ${TOP_LEVEL}(?![A-Za-z0-9])`, 'gi');

const NAME = /[A-Za-z0-9][A-Za-z0-9._+-]{0,63}(?: dot [A-Za-z0-9][A-Za-z0-9._+-]{0,30}){0,2} ?$/i;

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
    const before = text.slice(Math.max(0, match.index - 140), match.index);
    const name = NAME.exec(before)?.[0];
    if (name === undefined || !isName(name.trimEnd()) || (pattern === SPOKEN && !name.endsWith(' '))) continue;
    spans.push({ start: match.index - name.length, end: match.index + match[0].length });
  }
}
