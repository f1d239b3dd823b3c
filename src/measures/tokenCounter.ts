/** How many tokens a model reads a text as. What looks like a control token counts as the text it is. */
export type TokenCounter = (text: string) => number;

/**
 * The sum of what `count` gives for the parts of a text, each of at most `longest` UTF-16 units. It is cut before a word
 * where there are words: there pieces begin anyway, so the sum is the count of the whole. A cut elsewhere may cost a token or
 * two, or save one. No character is divided.
 */
export function countInParts(text: string, longest: number, count: TokenCounter): number {
  if (text.length <= longest) return count(text);
  let tokens = 0;
  for (let start = 0; start < text.length; ) {
    const end = cutBefore(text, start + longest, start + Math.ceil(longest * SHORTEST));
    tokens += count(text.slice(start, end));
    start = end;
  }
  return tokens;
}

/** Ours: a word that is longer than a quarter of a part is none. */
const SHORTEST = 0.75;

/** The last place before which a text can be cut: that of a single space from `from` to `place`, else that of a character. */
function cutBefore(text: string, place: number, from: number): number {
  if (place >= text.length) return text.length;
  for (let at = text.lastIndexOf(' ', place); at >= from; at = text.lastIndexOf(' ', at - 1)) {
    if (!SPACE.test(text.charAt(at - 1)) && !SPACE.test(text.charAt(at + 1))) return at;
  }
  const isInside = isSurrogate(text.charCodeAt(place - 1), 0xd800) && isSurrogate(text.charCodeAt(place), 0xdc00);
  return isInside ? place - 1 : place;
}

const SPACE = /\s/;

/** @param first of the high surrogates, or of the low ones */
function isSurrogate(unit: number, first: number): boolean {
  return unit >= first && unit < first + 0x400;
}
