import { isAt } from './isAt.ts';

/**
 * Whether two or more words with a capital, from `start` to `end`, that no list knows are a name by where they stand: before a verb
 * that persons have, alone on a line behind `User:`, or at the head of a contact block. Ours.
 */
export function isNameByPlace(text: string, start: number, end: number): boolean {
  return isPlaceOfName(text, start, end) && !CAPITALS.test(text.slice(start, end));
}

function isPlaceOfName(text: string, start: number, end: number): boolean {
  const next = text.charCodeAt(end);
  if (next === SPACE) return isAt(VERBS, text, end);
  if (next !== LINE_END && next !== RETURN && end < text.length) return false;
  let before = start - 1;
  while (start - before <= 2 && text.charCodeAt(before) === SPACE) before--;
  if (text.charCodeAt(before) === COLON) return isAt(SPEAKER, text, start);
  return isAt(LINE_HEAD, text, start) && isContactBlock(text, end);
}

const SPACE = 32;
const LINE_END = 10;
const RETURN = 13;
const COLON = 58;

/** Only persons do this, or most who do are persons. Firms say and write, too, but seldom under two unknown words. Ours. */
const VERBS =
  / (?:(?:has |had )?(?:lives|lived|resides|resided|works|worked|studied|graduated|moved|retired|grew up|spent) (?:at|in|on|with|near|for|as|from|to|a|the|his|her)\b|was (?:born|raised)\b|said\b|told\b|explained\b|wrote\b|(?:has |had )?(?:replied|asked|answered|shouted|whispered|smiled|laughed|died|married)\b|(?:has|had) (?:said|told|written|given)\b|[a-z]{2,12}ed (?:his|her)\b)/y;

/** `User: Ann Miller`, with nothing behind it on the line. */
const SPEAKER = /(?<=(?:^|[\n\s])(?:user|customer|client|caller|patient|guest|human|name)\s?: ?)/iy;

/** The first line of a text or paragraph, but for the marks of a quotation; one of a list has a bullet. */
const LINE_HEAD = /(?<=(?:^|(?:^|[\n:])[> \t]{0,8}\r?\n)[> \t]{0,8})/y;

/** TOWN NAME, ACME. */
const CAPITALS = /\p{Lu}{2}/u;

/** Ours: a name, a company, street, place, postcode, country and the word "phone" go before the first number. */
const MAX_LINES = 6;
/** Longer lines are prose. Ours. */
const MAX_LINE = 60;

/** Whether one of the next lines has a number of three digits or more, or an e-mail address, and they are all short. */
function isContactBlock(text: string, end: number): boolean {
  let from = text.indexOf('\n', end) + 1;
  for (let line = 0; line < MAX_LINES && from > 0 && from < text.length; line++) {
    let digits = 0;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === LINE_END) break;
      if (at - from > MAX_LINE) return false;
      digits = code >= 48 && code <= 57 ? digits + 1 : 0;
      if (digits === 3 || code === 64) return true;
    }
    from = at + 1;
  }
  return false;
}
