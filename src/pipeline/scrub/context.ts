import { isWordAt } from './digitRuns.ts';

/** How far before and behind a candidate a word may stand that says what it is, in UTF-16 units. Ours: some six words, and some five. */
const BEFORE = 48;
const BEHIND = 32;

/** A blank line ends what a word can speak of. */
const BLANK_LINE = /\n[ \t]*\r?\n/;

/** Whether a word beside the candidate at `start` to `end` says what it is. */
export type HasContext = (text: string, start: number, end: number) => boolean;

/**
 * Makes the function that looks for one of `words` near a candidate: whole words only, capital or small ("public" does
 * not hold "lic"), before it or close behind it, not beyond a blank line. `words` are alternatives of a regular expression, such as
 * `['passport(?: (?:no|number))?', 'reisepass']`, none of which may match endlessly.
 */
export function contextOf(words: readonly string[]): HasContext {
  const word = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
  return (text, start, end) => {
    const before = text.slice(wordStart(text, start - BEFORE), start);
    if (word.test(before) && (!before.includes('\n') || word.test(before.split(BLANK_LINE).at(-1) ?? ''))) return true;
    const behind = text.slice(end, end + BEHIND);
    return word.test(behind) && (!behind.includes('\n') || word.test(behind.split(BLANK_LINE)[0] ?? ''));
  };
}

/** The next place from `position` on where a word may begin, so that no word is taken for one because its head was cut off. */
function wordStart(text: string, position: number): number {
  if (position <= 0) return 0;
  let at = position;
  while (at < position + BEFORE && isInWord(text, at - 1)) at++;
  return at;
}

function isInWord(text: string, position: number): boolean {
  if (text.charCodeAt(position) < 128) return isWordAt(text, position) && text[position] !== '_';
  return /[\p{L}\p{N}]/u.test(text[position] ?? '');
}
