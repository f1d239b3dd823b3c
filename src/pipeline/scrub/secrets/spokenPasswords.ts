import type { Span } from '../detector.ts';
import { isCodeAt } from './code.ts';
import { isPlaceholder } from './placeholders.ts';
import { isNamedPassword, mayFollowName } from './spokenNames.ts';

/** Fewest and most characters of a password, and farthest from its first digit that it may begin. Ours. */
const MIN_PASSWORD = 4;
const MAX_PASSWORD = 64;
const MAX_HEAD = 40;

const PASSWORD = new RegExp(`[^\\s"'\`“”„«»<>\\u3000-\\u9fff\\uac00-\\ud7af]{${MIN_PASSWORD},${MAX_PASSWORD}}`, 'y');

/**
 * Passwords in sentences: "my password is hunter42", "das Passwort lautet …", "密码是…"; found from their digits, as those
 * without are words like any other. Sorted, not overlapping.
 */
export function findSpokenPasswords(text: string, numbers: readonly Span[]): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (let place = 0; place < numbers.length; place++) {
    const { start: digit, end } = numbers[place] ?? NO_NUMBER;
    if (digit < covered) continue;
    const start = wordStart(text, digit, covered);
    covered = digit + 1;
    if (end - start < MIN_PASSWORD && !isSignAt(text, end)) continue;
    if (start === 0 || (isSignAt(text, start - 1) && !/[:=]/.test(text[start - 1] ?? ''))) continue;
    if (!mayFollowName(text, start)) continue;
    PASSWORD.lastIndex = start;
    if (!PASSWORD.test(text)) continue;
    covered = PASSWORD.lastIndex;
    const password = text.slice(start, covered).replace(/[.,;:?*)\]}]+$/, '');
    if (isSpoken(text, start, password)) spans.push({ start, end: start + password.length });
  }
  return spans;
}

const NO_NUMBER: Span = { start: 0, end: 0 };

/** Where the word with the digit at `digit` in it begins. */
function wordStart(text: string, digit: number, floor: number): number {
  let start = digit;
  while (start > floor && digit - start < MAX_HEAD && isSignAt(text, start - 1)) start--;
  while (start < digit && (text[start] === ':' || text[start] === '=')) start++;
  return start;
}

/** ASCII but white space, quotation marks and angle brackets: the head of a password. */
function isSignAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 32 && code < 127 && code !== 34 && code !== 39 && code !== 96 && code !== 60 && code !== 62;
}

function isSpoken(text: string, start: number, password: string): boolean {
  if (password.length < MIN_PASSWORD || NO_PASSWORD.test(password)) return false;
  const adjacent = NUMBER.test(password) || (password.length >= MIN_ADJACENT && /[A-Za-z]/.test(password));
  if (!isNamedPassword(text, start, adjacent)) return false;
  return !isPlaceholder(password) && !isCodeAt(text, start, start + password.length);
}

/** A PIN or a one-time password. */
const NUMBER = /^[0-9]{4,12}$/;
/** Fewest characters right behind a mere name, as "password 1st" is none. */
const MIN_ADJACENT = 6;

/** A call, an element, an address, an ordinal or an amount. */
const NO_PASSWORD = /[([{]|:\/\/|^[0-9]{1,3}\D?$|^[0-9]{1,4}-[a-z]+$/;
