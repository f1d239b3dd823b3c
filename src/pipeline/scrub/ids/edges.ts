import { isDigit, isWordAt } from '../digitRuns.ts';

/** A whole word and a hyphen: `SSN-` in `SSN-078-05-1120`, but not the end of `a1b-`. */
const WORD_AND_HYPHEN = /(?:^|[^A-Za-z0-9_-])[A-Za-z]{2,}-$/;

/** `+44 ` before the rest of a phone number. */
const COUNTRY_CODE = /\+[0-9]{1,3}[ -]?$/;

/** Not in a word, price, path, phone number or longer number, nor the middle of a UUID. */
export function isFreeBefore(text: string, start: number): boolean {
  if (isWordAt(text, start - 1)) return false;
  const sign = text[start - 1] ?? '';
  if (sign === ' ') return !(isDigit(text, start - 2) && COUNTRY_CODE.test(text.slice(Math.max(0, start - 6), start)));
  if ('$€£¥₹₺^+<'.includes(sign) && sign !== '') return false;
  if (sign === '-') return WORD_AND_HYPHEN.test(text.slice(Math.max(0, start - 16), start));
  if (sign === '/') return !isWordAt(text, start - 2);
  return !((sign === '.' || sign === ',' || sign === ':') && isDigit(text, start - 2));
}

/** Not before more of a word, of a number, of a UUID or of an address. */
export function isFreeAfter(text: string, end: number): boolean {
  if (isWordAt(text, end)) return false;
  const sign = text[end] ?? '';
  if (sign === '%' || sign === '@') return false;
  if (sign === '-') return !isWordAt(text, end + 1);
  return !((sign === '.' || sign === ',' || sign === ':' || sign === '/') && isDigit(text, end + 1));
}
