import { endingsOf, mayEnd } from './endings.ts';

/** Words to look for in a text; nearly every other word is told from them where it stands, without making a string of it. */
export interface WordSet {
  /** In small letters. */
  readonly has: (word: string) => boolean;
  /** Whether one of them stands from `start` to `end`, capital or small. */
  readonly isAt: (text: string, start: number, end: number) => boolean;
}

/** @param list words in small letters with white space between them */
export function wordSet(list: string): WordSet {
  const words = new Set(list.trim().split(/\s+/));
  const endings = endingsOf([...words].filter((word) => word.length > 1));
  const lengths = Array.from(words, (word) => word.length);
  const shortest = Math.min(...lengths);
  const longest = Math.max(...lengths);
  return {
    has: (word) => words.has(word),
    isAt: (text, start, end) => {
      const length = end - start;
      if (length < shortest || length > longest || (length > 1 && !mayEnd(endings, text, end))) return false;
      return words.has(text.slice(start, end).toLowerCase());
    },
  };
}
