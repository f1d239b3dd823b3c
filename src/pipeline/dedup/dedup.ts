import { defineSetStage } from '../setStage.ts';
import { NO_SPLIT } from '../split/assign.ts';
import { assignSplits } from '../split/assignSplits.ts';
import { clusterItems } from './clusterItems.ts';
import { collapseSnapshots } from './collapse.ts';
import { dropCutBeginnings, dropEqualCuts, followRepresentatives } from './cuts.ts';
import { chooseRepresentatives } from './representatives.ts';
import { dropSharing } from './sharedExchanges.ts';

/**
 * Keeps the best of each cluster of duplicates and settles the splits, which hang together: the content of a cluster
 * belongs to one split for good, whoever of its members is the best today. That is what keeps a test row of last month out
 * of training when a better rated copy of it turns up.
 */
export default defineSetStage({
  name: 'dedup',
  summary: 'keeps the best of each cluster of exact and near duplicates, and the longest line of a growing chat',
  section: 'dedup',
  reasons: {
    exact_duplicate: 'a better copy with the same words is kept',
    near_duplicate: 'a better one is kept that it resembles by at least `threshold`',
    snapshot: 'another line of the same chat says all that it says, and goes on',
    beginning: 'longer conversations begin with all that it says, not all of them in its split',
    shared_exchange: 'a session in another split has one of its longer exchanges, too',
    other_split: 'its duplicates belong to another split than the rest of its session',
    pooled_below_min: 'the mean rating of it and its duplicates together is lower than `min_stars`',
  },
  apply(decisions, plan, tools) {
    const { exact, near } = plan.dedup;
    const joins = plan.conversation.unit === 'session';
    const { pairs, leaderOfRow } = clusterItems(decisions, plan);
    decisions.pairs = pairs;
    assignSplits(decisions, plan);
    for (let item = 0; item < decisions.itemCount; item++)
      if (decisions.isKept(item)) decisions.split[item] = decisions.groupSplit[item] ?? NO_SPLIT;
    if (!joins) collapseSnapshots(decisions, plan, tools);
    chooseRepresentatives({ decisions, plan, pairs, tools });
    if (exact || near.enabled) dropEqualCuts({ decisions, plan, pairs, tools });
    if (!joins && plan.dedup.snapshots) dropCutBeginnings(decisions, tools);
    if (joins && near.enabled) dropSharing(decisions, plan, leaderOfRow, tools);
    followRepresentatives(decisions);
  },
});
