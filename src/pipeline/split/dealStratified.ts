import { uniform } from '../../measures/hash.ts';
import { forEachRun } from '../../measures/order.ts';
import type { Decisions } from '../decisions.ts';
import { SPLITS, type SplitOptions } from './assign.ts';
import { DEALT_NOW, type Share } from './deal.ts';

/** A group that is dealt now: how many examples it has of each stratum. */
interface Unit {
  readonly group: number;
  readonly counts: ReadonlyMap<number, number>;
  readonly size: number;
}

/**
 * Deals groups so that the shares hold within each stratum as exactly as whole groups allow: the largest first, each to
 * the split that leaves the smallest sum of squared deviations from what is wanted, each over what is wanted (Pearson's
 * chi-square). After scikit-learn's StratifiedGroupKFold, which takes the largest first as well; ours counts what was
 * published, and deals what is left. Equals come in the order of their hash and the seed.
 * @returns the split of each group
 */
export function dealStratified(decisions: Decisions, shares: Share, options: SplitOptions): Map<number, number> {
  const strata = strataOf(decisions, shares.example, options.stratify);
  const deviation = new Deviation(options, strata);
  for (let at = 0; at < shares.split.length; at++) {
    const split = shares.split[at] ?? DEALT_NOW;
    if (split !== DEALT_NOW) deviation.add(split, strata[at] ?? 0, 1);
  }
  const dealt = new Map<number, number>();
  for (const unit of unitsOf(decisions, shares, strata, options.seed)) {
    const split = deviation.best(unit);
    for (const [stratum, count] of unit.counts) deviation.add(split, stratum, count);
    dealt.set(unit.group, split);
  }
  return dealt;
}

/** A number for each example: its label, or its stars rounded, 0 for none. */
function strataOf(decisions: Decisions, examples: Uint32Array, by: SplitOptions['stratify']): Uint32Array {
  if (by === null) return new Uint32Array(examples.length);
  if (by === 'rating') return Uint32Array.from(examples, (item) => Math.round(decisions.ratingOf(item) || 0));
  const codes = decisions.digest.rows.facets[by];
  return Uint32Array.from(examples, (item) => codes[decisions.firstRow(item)] ?? 0);
}

function unitsOf({ group }: Decisions, shares: Share, strata: Uint32Array, seed: number): Unit[] {
  const places = [...shares.split.keys()].filter((at) => shares.split[at] === DEALT_NOW);
  const groups = Float64Array.from(places, (at) => group[shares.leader[at] ?? 0] ?? 0);
  const units: Unit[] = [];
  forEachRun(groups, (order, start, end) => {
    const counts = new Map<number, number>();
    for (let i = start; i < end; i++) {
      const stratum = strata[places[order[i] ?? 0] ?? 0] ?? 0;
      counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
    }
    units.push({ group: groups[order[start] ?? 0] ?? 0, counts, size: end - start });
  });
  return units.sort((one, other) => other.size - one.size || uniform(one.group, seed) - uniform(other.group, seed));
}

/** How far the splits are from what is wanted of each stratum. */
class Deviation {
  readonly #wanted: Float64Array;
  readonly #have: Float64Array;

  constructor(shares: SplitOptions, strata: Uint32Array) {
    const cells = SPLITS.length * (strata.reduce((most, stratum) => Math.max(most, stratum), 0) + 1);
    this.#wanted = new Float64Array(cells);
    this.#have = new Float64Array(cells);
    for (const stratum of strata) {
      for (const [split, name] of SPLITS.entries()) {
        const cell = stratum * SPLITS.length + split;
        this.#wanted[cell] = (this.#wanted[cell] ?? 0) + shares[name];
      }
    }
  }

  add(split: number, stratum: number, count: number): void {
    const cell = stratum * SPLITS.length + split;
    this.#have[cell] = (this.#have[cell] ?? 0) + count;
  }

  /** The split that a group fits best; of equals the first. */
  best({ counts }: Unit): number {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let split = 0; split < SPLITS.length; split++) {
      let worse = 0;
      for (const [stratum, count] of counts) {
        const cell = stratum * SPLITS.length + split;
        const wanted = this.#wanted[cell] ?? 0;
        // What (have - wanted)² / wanted grows by; a split of no share takes nothing.
        worse +=
          wanted === 0 ? Number.POSITIVE_INFINITY : (count * (2 * ((this.#have[cell] ?? 0) - wanted) + count)) / wanted;
      }
      if (worse < least) [best, least] = [split, worse];
    }
    return best;
  }
}
