/** `word` with whatever ending, as an alternative for `contextOf`, which asks for whole words. Ours: no ending is longer. */
export function inflected(word: string): string {
  return `${word}\\p{L}{0,8}`;
}

/** Kana and the usual Chinese characters. */
const UNSPACED = '[\\u3040-\\u30ff\\u4e00-\\u9fff]';

/** One of `words`, alternatives in Chinese or Japanese, which have no spaces, in the middle of a clause (ours: that long). */
export function unspaced(words: string): string {
  return `${UNSPACED}{0,20}(?:${words})${UNSPACED}{0,8}`;
}
