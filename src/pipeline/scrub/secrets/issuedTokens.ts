import type { Span } from '../detector.ts';
import { ISSUED_FORMS, type IssuedForm } from './issuers.ts';
import { looksIssued } from './randomness.ts';

/** Shortest token of `traits.tokens` that an issued token has in it. */
const MIN_PART = 13;

/** The 40 characters of Base64 of an AWS secret access key, which nothing but the key id near it gives away. */
const AWS_SECRET = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/;
/** How far behind its id it may stand: a line or two of a credentials file. Ours. */
const AWS_SECRET_REACH = 160;

/** Heads with a dot in them, which end a token of letters and digits. */
const DOTTED_HEADS = ['ya29.', 'SG.', 'hvs.', 'hvb.', 'hvr.'];

const DOT = 46;
const SLASH = 47;
const TILDE = 126;

/** `abc8Q~`, behind which the token begins that an Azure secret ends with. */
const AZURE_HEAD = 6;

/** By the code of the character that they begin with. */
const FORMS_BY_BEGINNING = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return anyOf(ISSUED_FORMS.filter(({ begins }) => begins.includes(character)));
});
const FORMS_BEHIND_SIGN = anyOf(ISSUED_FORMS.filter(({ behind }) => behind !== undefined));

/** One sticky pattern for all of `forms`. */
function anyOf(forms: readonly IssuedForm[]): RegExp | undefined {
  if (forms.length === 0) return undefined;
  return new RegExp(`(?<![A-Za-z0-9])(?:${forms.map(({ form }) => form).join('|')})(?![A-Za-z0-9])`, 'y');
}

/** Tokens in the forms of their issuers, found from `tokens` of the text's traits: sorted, not overlapping. */
export function findIssuedTokens(text: string, tokens: readonly Span[]): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (const { start, end } of tokens) {
    if (start >= covered) covered = tryBehindSign(text, start, covered, spans);
    if (end - start < MIN_PART && text[end] !== ':') continue;
    for (let at = Math.max(start, covered); at < end; at = Math.max(covered, nextPart(text, at, end))) {
      covered = tryForms(text, at, FORMS_BY_BEGINNING[text.charCodeAt(at)], covered, spans);
    }
  }
  return spans;
}

/** A token whose head ends with a sign, or that stands behind an address. */
function tryBehindSign(text: string, start: number, covered: number, spans: Span[]): number {
  const sign = text.charCodeAt(start - 1);
  if (sign !== DOT && sign !== TILDE && sign !== SLASH) return covered;
  return tryForms(text, Math.max(covered, headBefore(text, start)), FORMS_BEHIND_SIGN, covered, spans);
}

function headBefore(text: string, start: number): number {
  if (text[start - 1] === '~') return start - AZURE_HEAD;
  if (text[start - 1] === '/') return start;
  const head = DOTTED_HEADS.find((candidate) => text.startsWith(candidate, start - candidate.length));
  return start - (head?.length ?? 0);
}

/** Adds the token at `at` to `spans` if one of `forms` fits; gives how far the text is covered. */
function tryForms(text: string, at: number, forms: RegExp | undefined, covered: number, spans: Span[]): number {
  if (forms === undefined) return covered;
  forms.lastIndex = at;
  if (!forms.test(text)) return covered;
  const end = forms.lastIndex;
  const token = text.slice(at, end);
  if (!looksIssued(token)) return covered;
  spans.push({ start: at, end });
  return /^A[KS]IA/.test(token) ? addAwsSecret(text, end, spans) : end;
}

/** Where the next part of a token may begin: behind a _ or -. */
function nextPart(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text[at] !== '_' && text[at] !== '-') at++;
  return at + 1;
}

/** Adds the secret key that stands behind its id, if one does; gives where the covered text ends. */
function addAwsSecret(text: string, from: number, spans: Span[]): number {
  const match = AWS_SECRET.exec(text.slice(from, from + AWS_SECRET_REACH));
  if (match === null || !/[0-9]/.test(match[0]) || !/[A-Z]/.test(match[0]) || !/[a-z]/.test(match[0])) return from;
  const start = from + match.index;
  spans.push({ start, end: start + match[0].length });
  return start + match[0].length;
}
