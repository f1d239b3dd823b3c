import { distance } from 'fastest-levenshtein';

/**
 * Ours: the edit distance of two texts of so many units takes 2 ms; it grows with the product of their lengths. Longer ones
 * are compared by their words.
 */
const MOST_UNITS = 4096;

const NOT_WORDS = /[^\p{L}\p{N}]+/gu;

/**
 * Whether two answers are equal but for case, white space and punctuation, or so similar that there is nothing to prefer.
 * @param max_similarity 0 to 1; 1 is for equal texts alone
 */
export function areAlike(one: string, other: string, max_similarity: number): boolean {
  if (bare(one) === bare(other)) return true;
  return similarity(one, other) >= max_similarity;
}

/** A text of signs alone is compared as it is. */
function bare(text: string): string {
  const words = text.toLowerCase().replace(NOT_WORDS, '');
  return words === '' ? text : words;
}

/** 1 less the edit distance as a share of the longer text; of long texts with many changes the share of words in common. */
function similarity(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  const begin = commonBeginning(one, other);
  const end = commonEnd(one, other, begin);
  const [left, right] = [one.slice(begin, one.length - end), other.slice(begin, other.length - end)];
  if (Math.max(left.length, right.length) <= MOST_UNITS) return 1 - distance(left, right) / longer;
  return (begin + end + shared(left, right) * Math.max(left.length, right.length)) / longer;
}

function commonBeginning(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}

function commonEnd(one: string, other: string, begin: number): number {
  const most = Math.min(one.length, other.length) - begin;
  let length = 0;
  while (length < most && one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length))
    length++;
  return length;
}

/** Words that both texts have, as a share of those of the one that has more. */
function shared(one: string, other: string): number {
  const counts = new Map<string, number>();
  const words = one.split(/\s+/);
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const others = other.split(/\s+/);
  let common = 0;
  for (const word of others) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    common++;
    counts.set(word, left - 1);
  }
  return common / Math.max(words.length, others.length);
}
