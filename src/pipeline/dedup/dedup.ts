import { defineSetStage } from '../setStage.ts';
import { collapseSnapshots } from './collapse.ts';
import { dropCutBeginnings, dropEqualCuts, followRepresentatives } from './cuts.ts';
import { chooseRepresentatives } from './representatives.ts';
import { dropSharing } from './sharedExchanges.ts';

/** Keeps the best of each cluster of duplicates, of those that may stand in the split to which it belongs. */
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
    const { pairs, leaderOfRow } = decisions.clusters;
    if (!joins) collapseSnapshots(decisions, plan, tools);
    chooseRepresentatives({ decisions, plan, pairs, tools });
    if (exact || near.enabled) dropEqualCuts({ decisions, plan, pairs, tools });
    if (!joins && plan.dedup.snapshots) dropCutBeginnings(decisions, tools);
    if (joins && near.enabled) dropSharing(decisions, plan, leaderOfRow, tools);
    followRepresentatives(decisions);
  },
});
