import { caseAt, NO_LETTER } from '../reading/letterCases.ts';

const APOSTROPHE = 39;
const CURLY_APOSTROPHE = 0x2019;
const HYPHEN = 45;
const SMALL_S = 115;

/** The end of the word that begins at `start`: letters, with an apostrophe or hyphen between two; without the 's of a genitive. */
export function nameEnd(text: string, start: number): number {
  let end = start;
  for (;;) {
    while (caseAt(text, end) !== NO_LETTER) end++;
    if (end >= text.length || !isJoiner(text.charCodeAt(end)) || caseAt(text, end + 1) === NO_LETTER) break;
    end += 2;
  }
  const isGenitive = end - 2 > start && text.charCodeAt(end - 1) === SMALL_S && isApostrophe(text.charCodeAt(end - 2));
  return isGenitive ? end - 2 : end;
}

/** An apostrophe or hyphen, which may stand inside a word. */
export function isJoiner(code: number): boolean {
  return code === HYPHEN || isApostrophe(code);
}

export function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || code === CURLY_APOSTROPHE;
}
