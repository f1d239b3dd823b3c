import { defineSetStage } from '../setStage.ts';
import { dropEqualCuts, dropResembling, followRepresentatives } from './conflicts.ts';
import { chooseRepresentatives } from './representatives.ts';

/** Keeps one of each cluster of duplicates, of those that may stand in the split to which it belongs. */
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
    chooseRepresentatives(decisions, plan, tools);
    if (near.enabled && plan.conversation.unit === 'exchange') dropResembling(decisions, plan, tools);
    if (exact || near.enabled) dropEqualCuts(decisions, plan, tools);
    followRepresentatives(decisions);
  },
});
