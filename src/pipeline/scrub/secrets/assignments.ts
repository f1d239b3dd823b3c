import type { Span } from '../detector.ts';
import { type AssignedValue, assignedValueAt } from './assignedValues.ts';
import { isCodeAt } from './code.ts';
import { type SecretKind, secretKindBefore } from './names.ts';
import { isPlaceholder } from './placeholders.ts';
import { isRandomValue } from './randomness.ts';

/** Fewest characters of a password that is believed, and of a value behind a mere "key". Ours: below are counts and options. */
const MIN_PASSWORD = 4;
const MIN_KEY_VALUE = 24;

/** How many names may stand in the value of one before them, as in `?next=/login?token=…`; the bound keeps hostile texts linear. */
const MAX_IN_VAIN = 4;

/** What may stand between a name and its operator: spaces, the end of `["password"]` or `**Password**`, a second `=` or `:`. */
const MAX_BETWEEN = 6;
const BETWEEN = new Uint8Array(128);
for (const sign of ' \t"\'`\\])*:=') BETWEEN[sign.charCodeAt(0)] = 1;

/** `password: str = "…"`: types between name and value. */
const TYPE = /: ?(?:str|string|String|&str|SecretStr)$/;

/**
 * Secrets set by name: `password = "…"`, `"api_key": "…"`, `PASSWORD=…`, `Passwort: …`, `…;Pwd=…;`, `?token=…&`. The value alone is
 * the span. Found from the signs `=` and `:`, as there are few; sorted, not overlapping.
 */
export function findAssignments(text: string): Span[] {
  const spans: Span[] = [];
  collect(text, '=', spans);
  collect(text, ':', spans);
  return spans;
}

function collect(text: string, operator: string, spans: Span[]): void {
  let read = 0;
  let inVain = 0;
  for (let at = text.indexOf(operator); at >= 0; at = text.indexOf(operator, at + 1)) {
    // Of `==` the first sign, of `:=` the second.
    if (text[at - 1] === operator || (operator === ':' && text[at + 1] === '=')) continue;
    const name = nameEnd(text, at);
    const kind = secretKindBefore(text, name);
    if (kind === undefined || (at < read && inVain > MAX_IN_VAIN)) continue;
    const value = assignedValueAt(text, behindOperator(text, at));
    if (value === undefined) continue;
    inVain = at < read ? inVain + 1 : 0;
    read = Math.max(read, value.end);
    if (isSecret(text, kind, value, isTight(text, name, at, value))) spans.push({ start: value.start, end: value.end });
  }
}

/** Where the name ends that stands before the operator at `at`. */
function nameEnd(text: string, at: number): number {
  const end = skipBack(text, at);
  const last = text[end - 1];
  if (text[at] === ':' || (last !== 'r' && last !== 'g')) return end;
  const type = TYPE.exec(text.slice(Math.max(0, end - 12), end));
  return type === null ? end : skipBack(text, end - type[0].length);
}

function skipBack(text: string, at: number): number {
  let end = at;
  while (end > 0 && at - end < MAX_BETWEEN && BETWEEN[text.charCodeAt(end - 1)] === 1) end--;
  return end;
}

function behindOperator(text: string, at: number): number {
  let end = at + 1;
  while (end - at < 3 && (text[end] === '=' || text[end] === '>')) end++;
  return end;
}

/** `NAME=value`: as in an env file, a connection string or a query; code puts spaces around the sign or ends the line. */
function isTight(text: string, name: number, at: number, value: AssignedValue): boolean {
  return text[at] === '=' && name === at && value.start === at + 1 && isTightName(text, name);
}

function isTightName(text: string, end: number): boolean {
  const line = text.slice(Math.max(0, end - 64), end);
  return /(?:^|\n)[ \t]*(?:export |set |ENV |- )?[A-Z][A-Z0-9_]*$|[;?&][ \t]?[A-Za-z_ -]{2,40}$/.test(line);
}

function isSecret(text: string, kind: SecretKind, { start, end, quoted }: AssignedValue, tight: boolean): boolean {
  const value = text.slice(start, end);
  if (kind !== 'password') {
    const random = value.replace(/^(?:Bearer|Basic|Token) /i, '');
    return (
      (kind === 'token' || value.length >= MIN_KEY_VALUE) &&
      isBareToken(random) &&
      isRandomValue(random) &&
      !isPlaceholder(random)
    );
  }
  if (value.length < MIN_PASSWORD || isPlaceholder(value)) return false;
  return quoted ? isQuotedPassword(value) : !isCodeAt(text, start, end) && isBarePassword(value, tight);
}

function isBareToken(value: string): boolean {
  return /^[A-Za-z0-9+/=_.~%:-]+$/.test(value) && !/:\/\/|^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value);
}

/** One word: what has spaces is a label, a message or a rule. */
function isQuotedPassword(value: string): boolean {
  return !/\s|^[.#/]|:\/\/|\|/.test(value) && !/^[A-Za-z]+(?:[_.-][A-Za-z]+)+$/.test(value);
}

/** Not a variable: with a digit or a sign in it, unless only values can stand there. */
function isBarePassword(value: string, tight: boolean): boolean {
  if (tight) return true;
  return /[0-9]/.test(value) ? !/^[0-9.,/-]{1,3}$/.test(value) : /[!@#$%^&*+?~]/.test(value) && /[A-Za-z]/.test(value);
}
