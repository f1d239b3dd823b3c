import { identity } from './order.ts';

/** Which of the numbers below `count` belong together, as they are joined two by two (union-find, by Tarjan 1975). */
export class Unions {
  readonly #parent: Uint32Array;

  constructor(count: number) {
    this.#parent = identity(count);
  }

  /** One of those that `number` belongs with, the same for all of them. */
  of(number: number): number {
    let root = number;
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
    for (let at = number; at !== root; ) {
      const next = this.#parent[at] ?? root;
      this.#parent[at] = root;
      at = next;
    }
    return root;
  }

  /** Lets `one` and `other`, and all that belong with either, belong together. */
  join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.#parent[Math.max(a, b)] = Math.min(a, b);
  }
}
