import { eachBlockOfWords, WORD_EDGES } from './wordScanner.ts';

/**
 * One kind of word for the whole program: letters, digits and `_` with the marks that belong to them, held together
 * by single apostrophes and hyphens (`don't`, `so-called`); each letter of a script that puts no spaces between words
 * (Han, kana, Thai, Lao, Khmer, Myanmar) is a word of its own.
 */

/** The words of `text` in order, as they are written. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachBlockOfWords(text, (count) => {
    for (let word = 0; word < count; word++) words.push(text.slice(WORD_EDGES[2 * word], WORD_EDGES[2 * word + 1]));
  });
  return words;
}

/** Number of words in `text`; once there are `enough`, no more have to be counted. */
export function countWords(text: string, enough: number = Number.POSITIVE_INFINITY): number {
  // Where a word begins hangs on what stands before, so a beginning of the text has no more words than all of it.
  const beginning = 16 * enough;
  const found = beginning < text.length ? countAll(text.slice(0, beginning)) : 0;
  return found >= enough ? found : countAll(text);
}

function countAll(text: string): number {
  let words = 0;
  eachBlockOfWords(text, (count) => {
    words += count;
  });
  return words;
}
