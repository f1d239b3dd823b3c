import { combine53 } from '../../measures/hash.ts';
import { forEachRepeat } from '../../measures/repeats.ts';
import type { Unions } from '../../measures/unions.ts';
import type { Decisions } from '../decisions.ts';
import type { DecidePlan } from '../setStage.ts';
import { fewestWords } from './contents.ts';
import { alikeRows, type ItemPairs } from './itemPairs.ts';

/** Ours: earlier sessions with one exchange that a session is compared with at most, as `candidates.ts` has it for bands. */
const MAX_COMPARISONS = 200;

/** An exchange of a session, by its cluster, and how many of the session's words are in it. */
interface Feature {
  readonly key: number;
  weight: number;
}

/**
 * Joined sessions as duplicates: weighted Jaccard similarity over the exchanges that they share, by words. An exchange is
 * shared where it is a duplicate by itself, so no text is looked at. Sessions of few words have to be equal.
 */
export class SessionPairs implements ItemPairs {
  readonly #decisions: Decisions;
  readonly #dedup: DecidePlan['dedup'];
  /** By row: the first of its cluster; rows of different clusters are never alike. */
  readonly #leader: Uint32Array;
  /** By item: hash of what its exchanges are told by, and how many words they have. */
  readonly #content: Float64Array;
  readonly #words: Float64Array;

  /** @param leader by row: the first row of its cluster of duplicates */
  constructor(decisions: Decisions, { dedup }: DecidePlan, leader: Uint32Array) {
    this.#decisions = decisions;
    this.#dedup = dedup;
    this.#leader = leader;
    this.#content = new Float64Array(decisions.itemCount);
    this.#words = new Float64Array(decisions.itemCount);
    const { compared } = decisions.digest.rows;
    for (let item = 0; item < decisions.itemCount; item++) {
      let content = 1;
      let words = 0;
      for (const row of decisions.rowsOf(item)) {
        content = combine53(content, compared[row] ?? 0);
        words += this.#weightOf(row);
      }
      this.#content[item] = content;
      this.#words[item] = words;
    }
  }

  between(one: number, other: number): number | undefined {
    const { exact, near } = this.#dedup;
    if (!exact && !near.enabled) return undefined;
    if (this.#content[one] === this.#content[other]) return 1;
    if (!near.enabled || !this.#isLong(one) || !this.#isLong(other)) return undefined;
    const alike = this.#similarity(one, other);
    return alike >= near.threshold ? alike : undefined;
  }

  areEqual(one: number, other: number): boolean {
    return this.#content[one] === this.#content[other];
  }

  textOf(item: number): number {
    return this.#content[item] ?? 0;
  }

  nearTexts(): readonly number[] {
    return [];
  }

  /** Joins all that are duplicates, the earliest first. */
  joinAlike(order: Uint32Array, together: Unions): void {
    const { exact, near } = this.#dedup;
    if (!exact && !near.enabled) return;
    const again = new Uint8Array(this.#content.length);
    const content = Float64Array.from(order, (item) => this.#content[item] ?? 0);
    forEachRepeat(content, (places, start, end) => {
      for (let at = start + 1; at < end; at++) {
        again[order[places[at] ?? 0] ?? 0] = 1;
        together.join(order[places[start] ?? 0] ?? 0, order[places[at] ?? 0] ?? 0);
      }
    });
    if (near.enabled)
      this.#joinNear(
        order.filter((item) => again[item] === 0 && this.#isLong(item)),
        together,
      );
  }

  /**
   * Of two sessions that are alike the rarest exchange that they share stands, in both, before exchanges of fewer than
   * `threshold` of the words ("prefix filter": Chaudhuri, Ganti, Kaushik 2006; Bayardo, Ma, Srikant 2007). So only those
   * that share one of their rare exchanges are compared.
   */
  #joinNear(items: Uint32Array, together: Unions): void {
    const features = Array.from(items, (item) => this.#featuresOf(item));
    const sessions = new Uint32Array(this.#leader.length);
    for (const own of features) for (const { key } of own) sessions[key] = (sessions[key] ?? 0) + 1;
    const having = new Map<number, number[]>();
    for (const [place, own] of features.entries()) {
      const item = items[place] ?? 0;
      own.sort((a, b) => (sessions[a.key] ?? 0) - (sessions[b.key] ?? 0) || a.key - b.key);
      let left = this.#words[item] ?? 0;
      const least = this.#dedup.near.threshold * left;
      for (const { key, weight } of own) {
        if (left < least) break;
        left -= weight;
        if (sessions[key] === 1) continue;
        const earlier = having.get(key) ?? [];
        having.set(key, earlier);
        for (const other of earlier)
          if (together.of(other) !== together.of(item) && this.between(other, item) !== undefined)
            together.join(other, item);
        if (earlier.length < MAX_COMPARISONS) earlier.push(item);
      }
    }
  }

  #featuresOf(item: number): Feature[] {
    const found = new Map<number, Feature>();
    for (const row of this.#decisions.rowsOf(item)) {
      const key = this.#leader[row] ?? row;
      const known = found.get(key);
      if (known === undefined) found.set(key, { key, weight: this.#weightOf(row) });
      else known.weight += this.#weightOf(row);
    }
    return [...found.values()];
  }

  #similarity(one: number, other: number): number {
    const free = new Map<number, number[]>();
    for (const row of this.#decisions.rowsOf(other)) {
      const key = this.#leader[row] ?? row;
      const known = free.get(key);
      if (known === undefined) free.set(key, [row]);
      else known.push(row);
    }
    let shared = 0;
    for (const row of this.#decisions.rowsOf(one)) {
      const like = free.get(this.#leader[row] ?? row);
      const at = like?.findIndex((its) => alikeRows(this.#decisions, this.#dedup, row, its) !== undefined) ?? -1;
      if (like === undefined || at === -1) continue;
      shared += Math.min(this.#weightOf(row), this.#weightOf(like[at] ?? row));
      like.splice(at, 1);
    }
    return shared / ((this.#words[one] ?? 0) + (this.#words[other] ?? 0) - shared);
  }

  #isLong(item: number): boolean {
    return (this.#words[item] ?? 0) >= fewestWords(this.#dedup);
  }

  /** At least 1: what has no word at all is still said. */
  #weightOf(row: number): number {
    return Math.max(this.#decisions.digest.rows.words[row] ?? 0, 1);
  }
}
