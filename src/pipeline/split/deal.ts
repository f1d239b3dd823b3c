import type { Decisions } from '../decisions.ts';
import { isSynthetic, SYNTHETIC } from '../mix/synthetic.ts';
import type { DecidePlan } from '../setStage.ts';
import { SPLITS, splitOf } from './assign.ts';
import type { GroupDays } from './days.ts';
import { dealByTime } from './dealByTime.ts';
import { dealStratified } from './dealStratified.ts';
import { foremost } from './ledger.ts';
import type { Recalled } from './recall.ts';

/** An example as far as shares go: what is kept of a cluster. */
export interface Share {
  /** The item by whose group it is dealt: the first of its duplicates. */
  readonly leader: Uint32Array;
  /** The first of its items that is kept, which stands for what it is like. */
  readonly example: Uint32Array;
  /** The split that it has already, or `DEALT_NOW`. */
  readonly split: Uint8Array;
}

export const DEALT_NOW = 255;

const TRAIN = SPLITS.indexOf('train');

/**
 * How the groups that were never published are dealt: by their hash, so that no other group has a say; or, where the newest
 * days are held out or shares are to hold by themselves, by what is missing to the shares.
 * @returns the split of the group of an item, a place in `SPLITS`
 */
export function dealerOf(
  decisions: Decisions,
  plan: DecidePlan,
  days: GroupDays | undefined,
  recalled: Recalled | undefined,
  homes: Uint8Array | undefined,
): (item: number) => number {
  const { group } = decisions;
  const deal = realDealerOf(decisions, plan, days, recalled, homes);
  const trainOnly = syntheticGroups(decisions, plan);
  return trainOnly.size === 0 ? deal : (item) => (trainOnly.has(group[item] ?? 0) ? TRAIN : deal(item));
}

/** Groups of which nothing is real: in val and test they would be left out, so they are dealt to train. */
function syntheticGroups(decisions: Decisions, { mix }: DecidePlan): ReadonlySet<number> {
  const synthetic = new Set<number>();
  if (mix.synthetic_in_test || !decisions.digest.labels.source.includes(SYNTHETIC)) return synthetic;
  const { group, itemCount } = decisions;
  for (let item = 0; item < itemCount; item++) if (isSynthetic(decisions, item)) synthetic.add(group[item] ?? 0);
  for (let item = 0; item < itemCount; item++) if (!isSynthetic(decisions, item)) synthetic.delete(group[item] ?? 0);
  return synthetic;
}

function realDealerOf(
  decisions: Decisions,
  { split }: DecidePlan,
  days: GroupDays | undefined,
  recalled: Recalled | undefined,
  homes: Uint8Array | undefined,
): (item: number) => number {
  const { group } = decisions;
  const byHash = (item: number): number => splitOf(group[item] ?? 0, split);
  if (days === undefined && split.stratify === null) return byHash;
  const shares = sharesOf(decisions, recalled, homes);
  if (days !== undefined) return dealByTime(days.days, shares, split);
  const dealt = dealStratified(decisions, shares, split);
  return (item) => dealt.get(group[item] ?? 0) ?? byHash(item);
}

/** One example for each cluster of which something is kept so far. */
function sharesOf(decisions: Decisions, recalled: Recalled | undefined, homes: Uint8Array | undefined): Share {
  const { leader, itemCount } = decisions;
  const seen = new Uint8Array(itemCount);
  const leaders: number[] = [];
  const examples: number[] = [];
  const splits: number[] = [];
  for (let item = 0; item < itemCount; item++) {
    const first = leader[item] ?? item;
    if (seen[first] === 1 || !decisions.isKept(item)) continue;
    seen[first] = 1;
    const known = homes?.[first] || recalled?.splitsOf(first) || 0;
    leaders.push(first);
    examples.push(item);
    splits.push(known === 0 ? DEALT_NOW : foremost(known));
  }
  return { leader: Uint32Array.from(leaders), example: Uint32Array.from(examples), split: Uint8Array.from(splits) };
}
