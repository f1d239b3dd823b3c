import { wordsOf } from '../../src/measures/words.ts';

/** Word 3-grams, as `curate` compares texts: lower case, no punctuation. */
export function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text.toLowerCase());
  const shingles = new Set<string>();
  for (let at = 0; at + 3 <= words.length; at += 1) shingles.add(words.slice(at, at + 3).join(' '));
  return shingles;
}

/** Jaccard similarity of two sets, 0 to 1. */
export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const shingle of one) if (other.has(shingle)) shared += 1;
  return shared / Math.max(1, one.size + other.size - shared);
}

/** Remembers every text and tells how like the likest of the earlier ones a new one is: exact, not estimated. */
export class Likeness {
  private readonly holders = new Map<string, number[]>();
  private readonly sizes: number[] = [];

  /** The highest Jaccard similarity to any text added before. */
  highest(text: string): number {
    const shingles = shinglesOf(text);
    const shared = new Map<number, number>();
    for (const shingle of shingles) {
      for (const holder of this.holders.get(shingle) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1);
    }
    let highest = 0;
    for (const [holder, count] of shared) {
      highest = Math.max(highest, count / (shingles.size + (this.sizes[holder] ?? 0) - count));
    }
    return highest;
  }

  add(text: string): void {
    const shingles = shinglesOf(text);
    const holder = this.sizes.push(shingles.size) - 1;
    for (const shingle of shingles) {
      const holders = this.holders.get(shingle);
      if (holders === undefined) this.holders.set(shingle, [holder]);
      else holders.push(holder);
    }
  }
}
