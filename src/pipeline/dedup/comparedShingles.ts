import { Shingler } from '../../measures/shingles.ts';
import type { Conversation } from '../conversation.ts';

/** Makes of conversations the sets of n-grams by which they are compared, of the same texts as the survey makes signatures. */
export class ComparedShingles {
  readonly #shingler: Shingler;
  readonly #canned: ReadonlySet<number>;

  /**
   * @param ngram words in an n-gram
   * @param canned hashes of n-grams that do not count
   */
  constructor(ngram: number, canned: ReadonlySet<number> = new Set()) {
    this.#shingler = new Shingler(ngram);
    this.#canned = canned;
  }

  /** The hashes of the n-grams of a conversation's turns, each once, in ascending order. */
  of({ messages }: Pick<Conversation, 'messages'>): Uint32Array {
    this.#shingler.reset();
    for (const { role, content, tool_calls } of messages) {
      if (role === 'user' || role === 'assistant') this.#shingler.add(content);
      for (const { name, arguments: args } of tool_calls ?? []) this.#shingler.add(`${name} ${args}`);
    }
    const shingles = this.#shingler.shingles();
    return this.#canned.size === 0 ? shingles : shingles.filter((shingle) => !this.#canned.has(shingle));
  }
}
