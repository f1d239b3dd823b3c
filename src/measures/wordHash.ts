import { eachBlockOfWords, WORD_HASHES } from './wordScanner.ts';

/** The hash by which `eachBlockOfWords` tells `word`, which must be one word; upper and lower case differ. */
export function hashOfWord(word: string): number {
  let hash = 0;
  eachBlockOfWords(word, () => {
    hash = WORD_HASHES[0] ?? 0;
  });
  return hash;
}
