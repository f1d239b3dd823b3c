import type { ItemPairs } from './itemPairs.ts';

/** Ours, as in `candidates.ts`: those that one is compared with at most, the best first, beside those that it is known to resemble. */
const MAX_COMPARISONS = 200;

/** The members of a cluster that stay, as they are chosen. */
export class Stayers {
  /** The best first. */
  readonly items: number[] = [];
  readonly #pairs: ItemPairs;
  readonly #byText = new Map<number, number[]>();

  constructor(pairs: ItemPairs) {
    this.#pairs = pairs;
  }

  add(item: number): void {
    this.items.push(item);
    const text = this.#pairs.textOf(item);
    const known = this.#byText.get(text);
    if (known === undefined) this.#byText.set(text, [item]);
    else known.push(item);
  }

  /** The best of those that an item resembles, when it resembles `least` of them; nothing when they are fewer. */
  like(item: number, least: number): number | undefined {
    let best: number | undefined;
    let found = 0;
    const first = this.items.slice(0, MAX_COMPARISONS);
    for (const other of this.items.length > MAX_COMPARISONS ? [...first, ...this.#knownBehind(item)] : first) {
      if (this.#pairs.between(item, other) === undefined) continue;
      best ??= other;
      if (++found === least) return best;
    }
    return undefined;
  }

  /** Those that are not among the first, of which it is known already whether they are alike. */
  #knownBehind(item: number): number[] {
    const first = new Set(this.items.slice(0, MAX_COMPARISONS));
    const texts = [this.#pairs.textOf(item), ...this.#pairs.nearTexts(item)];
    return texts.flatMap((text) => this.#byText.get(text) ?? []).filter((other) => !first.has(other));
  }
}
