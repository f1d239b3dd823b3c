import { balancedFacets } from '../balance/shares.ts';
import { inSampleOrder, trainItems } from '../balance/thin.ts';
import { defineSetStage } from '../setStage.ts';
import { NO_SPLIT, SPLITS } from '../split/assign.ts';
import { isSynthetic, mostSynthetic, SYNTHETIC } from './synthetic.ts';

/**
 * Holds examples whose `source` is `synthetic` to a share of the train split, and keeps them out of val and test: a model
 * is not to be measured by what another one made up. What is all synthetic is dealt to train; what shares a session or a
 * cluster with real examples of val or test is dropped, not moved.
 */
export default defineSetStage({
  name: 'mix',
  summary: 'holds synthetic examples to a share of the train split, and keeps them out of val and test',
  section: 'mix',
  reasons: {
    held_out: 'it is synthetic and belongs to val or test, and `synthetic_in_test` is false',
    max_synthetic: 'synthetic examples have no more than `max_synthetic` of the train split',
  },
  apply(decisions, { mix: { max_synthetic, synthetic_in_test }, balance, split: { seed } }, { dropItem }) {
    if (!decisions.digest.labels.source.includes(SYNTHETIC)) return;
    const train = SPLITS.indexOf('train');
    for (let item = 0; item < decisions.itemCount; item++) {
      if (synthetic_in_test || decisions.split[item] === train || !decisions.isKept(item)) continue;
      if (!isSynthetic(decisions, item)) continue;
      decisions.split[item] = NO_SPLIT;
      dropItem(item, 'held_out');
    }
    // Where facets are balanced, that stage meets all shares at once, and drops no more than it must.
    if (max_synthetic === null || balancedFacets(balance).length > 0) return;
    const items = trainItems(decisions);
    const synthetic = items.filter((item) => isSynthetic(decisions, item));
    const limit = mostSynthetic(items.length - synthetic.length, max_synthetic);
    for (const item of inSampleOrder(decisions, synthetic, seed).slice(limit)) {
      decisions.split[item] = NO_SPLIT;
      dropItem(item, 'max_synthetic', { measured: synthetic.length, limit });
    }
  },
});
