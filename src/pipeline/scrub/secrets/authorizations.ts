import type { Span } from '../detector.ts';
import { isPlaceholder } from './placeholders.ts';
import { isRandomValue } from './randomness.ts';

/** The scheme before the credentials of an HTTP header (RFC 9110, 11.6.2), and as people speak of it. */
const SCHEME = /\b(?:bearer|basic|token|apikey|secret)[ :]{1,2}["'`]?$/i;

/** RFC 6750, 2.1. */
const CREDENTIALS = /[A-Za-z0-9._~+/-]{16,1024}={0,2}/y;

/** `Authorization: Bearer …` and "the token …": random values right behind such a word, found from the text's tokens. */
export function findAuthorizations(text: string, tokens: readonly Span[]): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (const { start } of tokens) {
    if (start < covered || !mayFollowScheme(text, start)) continue;
    if (!SCHEME.test(text.slice(Math.max(0, start - 12), start))) continue;
    CREDENTIALS.lastIndex = start;
    const credentials = CREDENTIALS.exec(text)?.[0].replace(/\.+$/, '');
    if (credentials === undefined) continue;
    covered = start + credentials.length;
    if (isRandomValue(credentials) && !isPlaceholder(credentials)) spans.push({ start, end: covered });
  }
  return spans;
}

/** A sign, and before it the last letter of a scheme. */
function mayFollowScheme(text: string, start: number): boolean {
  const sign = text.charCodeAt(start - 1);
  if (sign !== 32 && sign !== 58 && sign !== 34 && sign !== 39 && sign !== 96) return false;
  return LAST_LETTERS.includes(text.charAt(start - 2));
}

/** Of "bearer", "basic", "token", "apikey" and "secret", and what may stand between them and a second sign. */
const LAST_LETTERS = 'rRcCnNtTyY: ';
