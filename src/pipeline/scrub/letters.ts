/** An ASCII letter, or any sign that is no ASCII but may be a letter: quick, where words are only told from what is none. */
export function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const small = code | 32;
  return (small >= 97 && small <= 122) || (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !isSign(code));
}

/** Typographic signs (quotes, dashes, arrows), and the scripts of East Asia, in which names in Latin letters need no spaces. */
function isSign(code: number): boolean {
  return (code >= 0x2000 && code <= 0x2bff) || (code >= 0x2e80 && code <= 0xd7ff) || code >= 0xfe30;
}

const CAPITAL = /\p{Lu}/u;

/** Whether a capital letter stands there. */
export function isCapitalAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xc0) return code >= 65 && code <= 90;
  return CAPITAL.test(text[at] ?? '');
}

/** The end of the word that begins at `start`: letters, with apostrophes and hyphens between them. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  while (isLetterAt(text, end) || (isJoiner(text.charCodeAt(end)) && end > start && isLetterAt(text, end + 1))) end++;
  return end;
}

/** The beginning of the word that ends at `end`. */
export function wordStart(text: string, end: number): number {
  let start = end;
  while (
    isLetterAt(text, start - 1) ||
    (isJoiner(text.charCodeAt(start - 1)) && start < end && isLetterAt(text, start - 2))
  )
    start--;
  return start;
}

function isJoiner(code: number): boolean {
  return code === 39 || code === 45 || code === 0x2019;
}
