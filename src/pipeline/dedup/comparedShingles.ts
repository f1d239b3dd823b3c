import { Shingler } from '../../measures/shingles.ts';
import type { Conversation } from '../conversation.ts';
import { addComparedTurns, type CompareBy } from './comparedTurns.ts';

/** Makes of conversations the sets of n-grams by which they are compared, of the same texts as the survey makes signatures. */
export class ComparedShingles {
  readonly #shingler: Shingler;
  readonly #by: CompareBy;
  readonly #canned: ReadonlySet<number>;

  /**
   * @param ngram words in an n-gram
   * @param canned hashes of n-grams that do not count
   */
  constructor(ngram: number, by: CompareBy = 'conversation', canned: ReadonlySet<number> = new Set()) {
    this.#shingler = new Shingler(ngram);
    this.#by = by;
    this.#canned = canned;
  }

  /** The hashes of the n-grams of a conversation, each once, in ascending order. */
  of({ messages }: Pick<Conversation, 'messages'>): Uint32Array {
    this.#shingler.reset();
    addComparedTurns(this.#shingler, messages, this.#by);
    const shingles = this.#shingler.shingles();
    return this.#canned.size === 0 ? shingles : shingles.filter((shingle) => !this.#canned.has(shingle));
  }
}
