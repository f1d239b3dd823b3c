/**
 * What makes a name of two or more words with a capital that no list knows: where they stand. `start` and `end` are where they
 * begin and end. Ours.
 */
export function isNameByPlace(text: string, start: number, end: number): boolean {
  const next = text.charCodeAt(end);
  if (next === SPACE) return isPersonsVerb(text, end);
  if (next !== LINE_END && next !== RETURN && end < text.length) return false;
  return isAt(SPEAKER, text, start) || (isAt(LINE_HEAD, text, start) && isContactBlock(text, end));
}

const SPACE = 32;
const LINE_END = 10;
const RETURN = 13;

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Only persons do this, or most who do are persons. Firms and towns grow, and say, too, but seldom with an unknown name of two words. */
const VERBS =
  / (?:(?:has |had )?(?:lives|lived|resides|resided|works|worked|studied|graduated|moved|retired|grew up|spent) (?:at|in|on|with|near|for|as|from|to|a|the|his|her)\b|was (?:born|raised)\b|said\b|told\b|explained\b|wrote\b|(?:has |had )?(?:replied|asked|answered|shouted|whispered|smiled|laughed|died|married)\b|has (?:said|told|written)\b)/y;

function isPersonsVerb(text: string, end: number): boolean {
  return isAt(VERBS, text, end);
}

/** `User: Ann Miller`, with nothing behind it on the line. */
const SPEAKER = /(?<=(?:^|[\n\s])(?:user|customer|client|caller|patient|guest|human|name)\s?: ?)/iy;

/** The beginning of a line, but for the marks of a quotation; one of a list has a bullet. */
const LINE_HEAD = /(?<=(?:^|\n)[> \t]{0,8})/y;

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
