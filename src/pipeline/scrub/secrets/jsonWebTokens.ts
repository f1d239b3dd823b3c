import type { Span } from '../detector.ts';

/** `{"` in Base64, with which the header of every token begins (RFC 7519, 3.1). */
const HEAD = 'eyJ';

/** Fewest and most characters of the header: `{"alg":""}`, and one with a chain of certificates. Ours. */
const MIN_HEADER = 13;
const MAX_HEADER = 8192;

/** The payload and, unless the token is unsecured or cut short, the signature. */
const REST = /\.[A-Za-z0-9_-]{10,16384}(?:\.[A-Za-z0-9_-]{10,4096})?(?![A-Za-z0-9])/y;

/** JSON Web Tokens of two or three parts, found from `tokens` of the text's traits: sorted, not overlapping. */
export function findJsonWebTokens(text: string, tokens: readonly Span[]): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (const { start: from, end } of tokens) {
    if (text[end] !== '.' || from < covered || end - from < MIN_HEADER) continue;
    const start = headerStart(text, from, end);
    if (start === undefined || end - start < MIN_HEADER || end - start > MAX_HEADER) continue;
    REST.lastIndex = end;
    if (!REST.test(text)) continue;
    covered = REST.lastIndex;
    spans.push({ start, end: covered });
  }
  return spans;
}

/** Where a header begins in the token from `from` to `end`: at its beginning, or behind a _ or - in it. */
function headerStart(text: string, from: number, end: number): number | undefined {
  if (text.startsWith(HEAD, from)) return from;
  const token = text.slice(from, end);
  const part = token.search(/[_-]eyJ/);
  return part < 0 ? undefined : from + part + 1;
}
