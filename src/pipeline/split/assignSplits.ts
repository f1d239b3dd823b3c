import type { Decisions } from '../decisions.ts';
import type { DecidePlan } from '../setStage.ts';
import { groupDays } from './days.ts';
import { dealerOf } from './deal.ts';
import { keyColumns } from './groupKeys.ts';
import { groupItems } from './groups.ts';
import { foremost } from './ledger.ts';
import { type Recalled, recall } from './recall.ts';

/** What the split of an item is by. */
export const PLACED_BY = ['deal', 'group', 'text', 'resembling', 'cluster'] as const;
export type PlacedBy = (typeof PLACED_BY)[number];

const codeOf = (by: PlacedBy): number => PLACED_BY.indexOf(by);
const [DEAL, GROUP, TEXT] = [codeOf('deal'), codeOf('group'), codeOf('text')];
const [RESEMBLING, CLUSTER] = [codeOf('resembling'), codeOf('cluster')];

/**
 * Finds what belongs together and to which split it belongs, of all items, kept or not: `group`, `groupSplit` and, for
 * clusters of duplicates, `home`. What was published keeps its split; of several the one that a clean test needs most is
 * it. All else is dealt. Which items may stand there is for the stages that drop to say.
 */
export function assignSplits(decisions: Decisions, plan: DecidePlan): void {
  const columns = keyColumns(decisions, plan);
  groupItems(decisions, columns);
  const days = groupDays(decisions, plan);
  const { ledger } = decisions;
  const recalled = ledger && recall(decisions, plan, columns, ledger);
  const homes = recalled && publishedHomes(decisions, recalled);
  const deal = dealerOf(decisions, plan, days, recalled, homes);
  const { groupSplit, itemCount } = decisions;
  for (let item = 0; item < itemCount; item++) {
    const own = recalled?.splitsOf(item) ?? 0;
    // A day that was dealt stays what it is for whatever comes late, but what else was published of it moves nothing.
    const published = own !== 0 || days === undefined ? own : (ledger?.splits.of(days.keys[item] ?? 0) ?? 0);
    groupSplit[item] = published === 0 ? deal(item) : foremost(published);
  }
  for (let item = 0; item < itemCount; item++) findHome(decisions, item, recalled, homes);
}

/** By the leader of a cluster: the splits in which its texts ever stood, as bits; 0 where none was published. */
function publishedHomes({ leader, itemCount }: Decisions, { texts, resembled }: Recalled): Uint8Array {
  const homes = new Uint8Array(itemCount);
  for (let item = 0; item < itemCount; item++) {
    const first = leader[item] ?? item;
    homes[first] = (homes[first] ?? 0) | (texts[item] ?? 0);
  }
  // A member that resembles what is gone moves itself alone: it is told by an estimate, and the others are not like it.
  for (let item = 0; item < itemCount; item++)
    if (leader[item] === item && homes[item] === 0) homes[item] = resembled[item] ?? 0;
  return homes;
}

function findHome(
  decisions: Decisions,
  item: number,
  recalled: Recalled | undefined,
  homes: Uint8Array | undefined,
): void {
  const { groupSplit, home, leader, published, placedBy } = decisions;
  const first = leader[item] ?? item;
  const known = homes?.[first] ?? 0;
  home[item] = known === 0 ? (groupSplit[first] ?? 0) : foremost(known);
  if (recalled === undefined) {
    placedBy[item] = first === item ? DEAL : CLUSTER;
    return;
  }
  const { keys, texts, resembled } = recalled;
  decisions.publishedText[item] = texts[item] ?? 0;
  // Where what was published in several splits turns out to be alike, whatever ties it together is like both, and stands nowhere.
  const isTie = (known & (known - 1)) !== 0 && (texts[item] ?? 0) === 0;
  published[item] = (keys[item] ?? 0) | (texts[item] ?? 0) | (resembled[item] ?? 0) | (isTie ? known : 0);
  placedBy[item] = reasonOf(decisions, item, recalled, known);
}

function reasonOf({ leader }: Decisions, item: number, recalled: Recalled, known: number): number {
  const first = leader[item] ?? item;
  if (known !== 0) return (recalled.texts[first] ?? 0) === 0 && recalled.resembled[first] === known ? RESEMBLING : TEXT;
  if (recalled.splitsOf(first) !== 0) return GROUP;
  return first === item ? DEAL : CLUSTER;
}
