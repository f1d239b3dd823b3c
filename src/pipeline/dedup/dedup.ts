import { defineSetStage } from '../setStage.ts';
import { NO_SPLIT } from '../split/assign.ts';
import { assignSplits } from '../split/assignSplits.ts';
import { clusterItems } from './clusterItems.ts';
import { dropEqualCuts, dropResembling, followRepresentatives } from './conflicts.ts';
import { chooseRepresentatives } from './representatives.ts';

/**
 * Keeps one of each cluster of duplicates and settles the splits, which hang together: the content of a cluster belongs
 * to the split of its earliest member for good, whoever of its members is the best today. That is what keeps a test row
 * of last month out of training when a better rated copy of it turns up.
 */
export default defineSetStage({
  name: 'dedup',
  summary: 'keeps the best of each cluster of exact and near duplicates',
  section: 'dedup',
  reasons: {
    exact_duplicate: 'a better copy with the same words is kept',
    near_duplicate: 'a better one is kept of the conversations that resemble the same one by at least `threshold`',
    other_split: 'its duplicates belong to another split than the rest of its session',
  },
  apply(decisions, plan, tools) {
    const { exact, near } = plan.dedup;
    clusterItems(decisions, plan);
    assignSplits(decisions, plan);
    for (let item = 0; item < decisions.itemCount; item++)
      if (decisions.isKept(item)) decisions.split[item] = decisions.groupSplit[item] ?? NO_SPLIT;
    chooseRepresentatives(decisions, plan, tools);
    if (near.enabled && plan.conversation.unit === 'exchange') dropResembling(decisions, plan, tools);
    if (exact || near.enabled) dropEqualCuts(decisions, plan, tools);
    followRepresentatives(decisions);
  },
});
