import { similarityFrom } from '../../measures/minhash.ts';
import { KnownPairs, keyOf, pairsOfKeys } from './knownPairs.ts';
import type { JudgePair } from './nearPairs.ts';
import type { RowPairs } from './rowPairs.ts';

/**
 * Pairs that nobody compared, and that somebody asks for: of thousands that resemble each other not every pair is compared,
 * and which one is to be kept shows only when all is decided. What is not known is noted, and compared before it is decided
 * again.
 */
export class PairWishes {
  /** What was compared on request. */
  readonly known = new KnownPairs();
  readonly #isCompared: (row: number) => boolean;
  readonly #signatures: Uint8Array;
  readonly #floor: number;
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
    const known = this.known.of(one, other);
    if (known !== undefined || this.#wanted.has(keyOf(one, other))) return known;
    if (!this.#isCompared(one) || !this.#isCompared(other)) return undefined;
    if (similarityFrom(this.#floor, this.#signatures, one, other) > 0) this.#wanted.add(keyOf(one, other));
    return undefined;
  };

  /** The wishes so far, in the order in which they came; they are none any more. */
  take(): Pick<RowPairs, 'one' | 'other'> {
    const keys = [...this.#wanted];
    this.#wanted = new Set();
    return pairsOfKeys(keys);
  }
}
