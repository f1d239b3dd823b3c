/** `word` with whatever ending, as an alternative for `contextOf`, which asks for whole words. Ours: no ending is longer. */
export function inflected(word: string): string {
  return `${word}\\p{L}{0,8}`;
}

const UNSPACED = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]';

/** One of `words`, alternatives in Chinese or Japanese, which have no spaces, in the middle of a clause (ours: that long). */
export function unspaced(words: string): string {
  return `${UNSPACED}{0,20}(?:${words})${UNSPACED}{0,8}`;
}
