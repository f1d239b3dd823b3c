import { similarityFrom } from '../../measures/minhash.ts';
import { identity } from '../../measures/order.ts';
import { type BandGroups, bandGroups, bandsFor } from './bands.ts';

/** Ours: leaders of one band that an entry is compared with at most: guards against a band that thousands of unlike texts share. */
const MAX_COMPARISONS = 200;

/** Which of several texts resemble which, by their places: the leader of each (itself when it leads), and how similar they are. */
export interface Resemblance {
  readonly leader: Uint32Array;
  readonly similarity: Float32Array;
  /** How many pairs of signatures were compared. */
  readonly comparisons: number;
}

/**
 * Finds near duplicates by leaders: in the order of `rows` each joins the earliest leader that it resembles, or becomes a
 * leader. What stands later never changes what was found of earlier ones.
 * @param rows rows of the signatures, the earliest first
 * @param concerned by place: 1 for those of which at least one is in every pair that is looked at; all when left out
 */
export function nearLeaders(
  rows: Uint32Array,
  signatures: Uint8Array,
  threshold: number,
  concerned?: Uint8Array,
): Resemblance {
  const leader = identity(rows.length);
  const found = new Float32Array(rows.length).fill(1);
  const groups = bandGroups(rows, signatures, bandsFor(threshold), concerned);
  const leaders = new LeadersOfGroups(groups);
  const { start, group } = groups;
  let comparisons = 0;
  for (let place = 0; place < rows.length; place++) {
    const first = start[place] ?? 0;
    const end = start[place + 1] ?? 0;
    let best = place;
    for (let at = first; at < end; at++) {
      for (let node = leaders.first(group[at] ?? 0); node !== NONE; node = leaders.next(node)) {
        const other = leaders.place(node);
        if (other >= best) break;
        if (concerned !== undefined && concerned[place] !== 1 && concerned[other] !== 1) continue;
        comparisons++;
        const alike = similarityFrom(threshold, signatures, rows[place] ?? 0, rows[other] ?? 0);
        if (alike === 0) continue;
        best = other;
        found[place] = alike;
        break;
      }
    }
    leader[place] = best;
    if (best === place) for (let at = first; at < end; at++) leaders.add(group[at] ?? 0, at, place);
  }
  return { leader, similarity: found, comparisons };
}

const NONE = 0xffffffff;

/** The leaders of each group in the order in which they came, as lists linked through the slots of `BandGroups.group`. */
class LeadersOfGroups {
  readonly #first: Uint32Array;
  readonly #last: Uint32Array;
  readonly #count: Uint8Array;
  readonly #next: Uint32Array;
  readonly #place: Uint32Array;

  constructor({ group, count }: BandGroups) {
    this.#first = new Uint32Array(count).fill(NONE);
    this.#last = new Uint32Array(count);
    this.#count = new Uint8Array(count);
    this.#next = new Uint32Array(group.length).fill(NONE);
    this.#place = new Uint32Array(group.length);
  }

  first(group: number): number {
    return this.#first[group] ?? NONE;
  }

  next(node: number): number {
    return this.#next[node] ?? NONE;
  }

  place(node: number): number {
    return this.#place[node] ?? 0;
  }

  add(group: number, node: number, place: number): void {
    const count = this.#count[group] ?? 0;
    if (count === MAX_COMPARISONS) return;
    this.#count[group] = count + 1;
    this.#place[node] = place;
    if (count === 0) this.#first[group] = node;
    else this.#next[this.#last[group] ?? 0] = node;
    this.#last[group] = node;
  }
}
