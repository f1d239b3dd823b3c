import { eachBlockOfTokens, FIRST_HASHES, SECOND_HASHES } from '../../src/measures/tokens.ts';

type Texts = readonly { readonly role: string; readonly content: string }[];

/** The n-grams of each text as sorted numbers: one number for each different n-gram of all texts. */
export class Shingles {
  readonly sets: Int32Array[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #ngram: number;

  constructor(ngram: number) {
    this.#ngram = ngram;
  }

  /** Adds a text; returns how many tokens it has. */
  add(messages: Texts): number {
    const tokens = tokensOf(messages);
    const numbers = new Set<number>();
    for (let at = 0; at + this.#ngram <= tokens.length; at++) {
      const ngram = tokens.slice(at, at + this.#ngram).join(' ');
      const number = this.#numbers.get(ngram) ?? this.#numbers.size;
      this.#numbers.set(ngram, number);
      numbers.add(number);
    }
    this.sets.push(Int32Array.from(numbers).sort());
    return tokens.length;
  }
}

function tokensOf(messages: Texts): string[] {
  const tokens: string[] = [];
  for (const { role, content } of messages) {
    if (role === 'system' || role === 'tool') continue;
    eachBlockOfTokens(content.toLowerCase(), (count) => {
      for (let token = 0; token < count; token++) tokens.push(`${FIRST_HASHES[token]}:${SECOND_HASHES[token]}`);
    });
  }
  return tokens;
}

/** Exact Jaccard similarity of two sorted sets, 0 to 1. */
export function jaccard(one: Int32Array, other: Int32Array): number {
  let common = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const difference = (one[a] ?? 0) - (other[b] ?? 0);
    if (difference === 0) common++;
    if (difference <= 0) a++;
    if (difference >= 0) b++;
  }
  const all = one.length + other.length - common;
  return all === 0 ? 0 : common / all;
}

/** Every pair of sets that are at least `threshold` alike: all sets that share an n-gram are counted together, none is left out. */
export function* pairsAlike(sets: readonly Int32Array[], threshold: number): Generator<[number, number, number]> {
  const holders = new Map<number, number[]>();
  const common = new Int32Array(sets.length);
  for (const [place, set] of sets.entries()) {
    const met: number[] = [];
    for (const ngram of set) {
      const others = holders.get(ngram) ?? [];
      for (const other of others) {
        if (common[other] === 0) met.push(other);
        common[other] = (common[other] ?? 0) + 1;
      }
      others.push(place);
      holders.set(ngram, others);
    }
    for (const other of met) {
      const shared = common[other] ?? 0;
      common[other] = 0;
      const alike = shared / (set.length + (sets[other]?.length ?? 0) - shared);
      if (alike >= threshold) yield [other, place, alike];
    }
  }
}
