import { similarityFrom } from '../../measures/minhash.ts';
import type { JudgePair } from './nearPairs.ts';
import type { RowPairs } from './rowPairs.ts';

/**
 * Pairs that nobody compared, and that somebody asks for: of thousands that resemble each other not every pair is compared,
 * and which one is to be kept shows only when all is decided. What is not known is noted, and compared before it is decided
 * again.
 */
export class PairWishes {
  readonly #isCompared: (row: number) => boolean;
  readonly #signatures: Uint8Array;
  readonly #floor: number;
  /** Similarities by `one * RADIX + other`. */
  readonly #known = new Map<number, number>();
  #wanted = new Set<number>();

  /**
   * @param isCompared rows that have words enough
   * @param floor estimated similarity from which on a pair is worth comparing
   */
  constructor(isCompared: (row: number) => boolean, signatures: Uint8Array, floor: number) {
    this.#isCompared = isCompared;
    this.#signatures = signatures;
    this.#floor = floor;
  }

  /** How similar two rows are, where that was found out on request; else it is noted as a wish. */
  readonly judge: JudgePair = (one, other) => {
    const key = Math.min(one, other) * RADIX + Math.max(one, other);
    const known = this.#known.get(key);
    if (known !== undefined || this.#wanted.has(key)) return known;
    if (!this.#isCompared(one) || !this.#isCompared(other)) return undefined;
    if (similarityFrom(this.#floor, this.#signatures, one, other) > 0) this.#wanted.add(key);
    return undefined;
  };

  /** The wishes so far, in the order in which they came; they are none any more. */
  take(): { one: Uint32Array; other: Uint32Array } {
    const keys = [...this.#wanted];
    this.#wanted = new Set();
    return {
      one: Uint32Array.from(keys, (key) => Math.floor(key / RADIX)),
      other: Uint32Array.from(keys, (key) => key % RADIX),
    };
  }

  /** Learns how similar rows are. */
  grant({ one, other, similarity }: RowPairs): void {
    for (let pair = 0; pair < one.length; pair++) {
      const [a, b] = [one[pair] ?? 0, other[pair] ?? 0];
      this.#known.set(Math.min(a, b) * RADIX + Math.max(a, b), similarity[pair] ?? 0);
    }
  }
}

/** Above every number of a row; the product of two is a whole number that a double holds. */
const RADIX = 2 ** 26;
