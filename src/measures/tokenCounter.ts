/** How many tokens a model reads a text as. What looks like a control token counts as the text it is. */
export type TokenCounter = (text: string) => number;

/** The sum of what `count` gives for the parts of a text, each of at most `longest` UTF-16 units; no character is divided. */
export function countInParts(text: string, longest: number, count: TokenCounter): number {
  if (text.length <= longest) return count(text);
  let tokens = 0;
  for (let start = 0; start < text.length; ) {
    const end = characterBefore(text, start + longest);
    tokens += count(text.slice(start, end));
    start = end;
  }
  return tokens;
}

/** `place`, or the place before it when it lies inside a surrogate pair. */
function characterBefore(text: string, place: number): number {
  const isInside = isSurrogate(text.charCodeAt(place - 1), 0xd800) && isSurrogate(text.charCodeAt(place), 0xdc00);
  return isInside ? place - 1 : place;
}

/** @param first of the high surrogates, or of the low ones */
function isSurrogate(unit: number, first: number): boolean {
  return unit >= first && unit < first + 0x400;
}
