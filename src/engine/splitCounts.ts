import type { Decisions } from '../pipeline/decisions.ts';
import { SPLITS } from '../pipeline/split/assign.ts';
import type { Counts } from '../report/types.ts';

/** Kept examples by split, before any format refuses some. */
export function splitCounts(decisions: Decisions): Counts {
  const counts = new Uint32Array(SPLITS.length);
  for (let item = 0; item < decisions.itemCount; item++) {
    const split = decisions.split[item] ?? 0;
    if (decisions.isKept(item) && split < counts.length) counts[split] = (counts[split] ?? 0) + 1;
  }
  return Object.fromEntries(SPLITS.map((split, place) => [split, counts[place] ?? 0]));
}
