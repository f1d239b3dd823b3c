import { shownKey } from './shownKey.ts';

const QUOTE = '"';
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/** How many keys the objects of a JSON text have, those that stand twice counted twice. The text is valid JSON. */
export function keysInText(json: string): number {
  let keys = 0;
  let open = json.indexOf(QUOTE);
  while (open !== -1) {
    let close = json.indexOf(QUOTE, open + 1);
    while (json.charCodeAt(close - 1) === BACKSLASH && isEscaped(json, close)) close = json.indexOf(QUOTE, close + 1);
    let next = close + 1;
    while (isSpace(json.charCodeAt(next))) next++;
    if (json.charCodeAt(next) === COLON) keys++;
    open = json.indexOf(QUOTE, next);
  }
  return keys;
}

/** An odd number of backslashes before it. */
function isEscaped(json: string, at: number): boolean {
  let before = at - 1;
  while (json.charCodeAt(before) === BACKSLASH) before--;
  return (at - before) % 2 === 0;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Ours: no row is nested deeper, and one of a million levels is more than the stack. */
const MOST_LEVELS = 64;

/** How many keys all objects of a value have; `NaN` where it is nested too deep for a row. */
export function keysInValue(value: unknown, levels = MOST_LEVELS): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (levels === 0) return Number.NaN;
  let keys = 0;
  if (Array.isArray(value)) {
    for (const element of value) keys += keysInValue(element, levels - 1);
    return keys;
  }
  for (const inner of Object.values(value)) keys += 1 + keysInValue(inner, levels - 1);
  return keys;
}

/** The path of the first string that is not well-formed Unicode, key or value. */
export function illFormedAt(value: unknown, path = '', levels = MOST_LEVELS): string | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : path;
  if (typeof value !== 'object' || value === null || levels === 0) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (!key.isWellFormed()) return path;
    const found = illFormedAt(inner, pathTo(value, path, key), levels - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function pathTo(holder: object, path: string, key: string): string {
  if (Array.isArray(holder)) return `${path}[${key}]`;
  return path === '' ? shownKey(key) : `${path}.${shownKey(key)}`;
}
