/** Where an address may begin: a scheme, also glued to the word before it, or `www.` that is no part of a longer name. */
const START = /(?:https?|s?ftp):\/\/(?=[\p{L}\p{N}]|\[[\da-f:])|(?<![\p{L}\p{N}_@./-])www\.(?=[\p{L}\p{N}])/giu;

/**
 * What ends an address: white space, signs that RFC 3986 does not allow, quotation marks, and the letters and punctuation
 * of scripts that put no space between an address and the next word. Other letters stay: `…/wiki/Käse` is common.
 */
const STOP =
  /[\s<>"`{}|\\^«»‘’“”„…\p{Cc}\p{Cs}\u3000-\u303f\uff00-\uffef\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Punctuation that belongs to the sentence when an address ends with it (as GFM's autolinks have it); `_` and `~` are emphasis. */
const TRAILING = new Set(".,;:!?'*_~([");

/** Puts `replacement` for every address in `prose`; punctuation behind it and brackets around it stay. Linear. */
export function replaceUrls(prose: string, replacement: string): string {
  let result = '';
  let end = 0;
  START.lastIndex = 0;
  for (let match = START.exec(prose); match !== null; match = START.exec(prose)) {
    result += prose.slice(end, match.index) + replacement;
    end = endOfUrl(prose, START.lastIndex);
    START.lastIndex = end;
  }
  return end === 0 ? prose : result + prose.slice(end);
}

/** Where the address ends that goes on at `from`: before a stop, before a bracket closed but not opened in it. */
export function endOfUrl(text: string, from: number): number {
  const open = { ')': 0, ']': 0 };
  let at = from;
  for (; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (STOP.test(sign)) break;
    if (sign === '(') open[')'] += 1;
    if (sign === '[') open[']'] += 1;
    if (sign !== ')' && sign !== ']') continue;
    if (open[sign] === 0) break;
    open[sign] -= 1;
  }
  while (at > from && TRAILING.has(text.charAt(at - 1))) at -= 1;
  return at;
}
