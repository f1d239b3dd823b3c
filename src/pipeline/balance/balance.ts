import type { FacetName } from '../conversation.ts';
import type { Decisions } from '../decisions.ts';
import { isSynthetic, mostSynthetic, syntheticShare } from '../mix/synthetic.ts';
import { type DecidePlan, defineSetStage } from '../setStage.ts';
import { NO_SPLIT } from '../split/assign.ts';
import { balancedFacets, restOf } from './shares.ts';
import { type Balanced, inSampleOrder, type Surplus, surplus, trainItems } from './thin.ts';

/**
 * Samples the train split down to the shares that the config wants of labels. Val and test stay as they came: they are to
 * say how a model fares with what people really ask, and what was published in them stays.
 */
export default defineSetStage({
  name: 'balance',
  summary: 'samples the train split down to the shares that you want of languages, intents and other facets',
  section: 'balance',
  reasons: {
    over_share: 'there is more of its kind than the shares in `balance` leave room for',
    not_named: 'its label is not in `balance`, where the shares that are named leave nothing over',
  },
  apply(decisions, plan, { dropItem }) {
    const facets = balancedFacets(plan.balance);
    if (facets.length === 0) return;
    const byFacet = facets.map((facet) => sharesOf(decisions, facet, plan.balance[facet]));
    const drop = (item: number, reason: 'over_share' | 'not_named', measured: number, limit: number): void => {
      decisions.split[item] = NO_SPLIT;
      dropItem(item, reason, { measured, limit });
    };
    const items = trainItems(decisions);
    const named = items.filter((item) => byFacet.every(({ shares, categoryOf }) => categoryOf(item) < shares.length));
    const staying = new Set(named);
    for (const item of items) if (!staying.has(item)) drop(item, 'not_named', items.length, 0);
    const over = surplusOf(decisions, named, byFacet, plan);
    for (const { item, size, quota } of over) drop(item, 'over_share', size, quota);
  },
});

/** The named labels in their order, and behind them all others, which have no place where nothing is left for them. */
function sharesOf(decisions: Decisions, facet: FacetName, wanted: Readonly<Record<string, number>>): Balanced {
  const names = Object.keys(wanted);
  const rest = restOf(wanted);
  const codes = decisions.digest.rows.facets[facet];
  const categories = decisions.digest.labels[facet].map((label) => {
    const place = names.indexOf(label);
    return place === -1 ? names.length : place;
  });
  return {
    shares: rest === 0 ? Object.values(wanted) : [...Object.values(wanted), rest],
    categoryOf: (item) => categories[codes[decisions.firstKeptRow(item)] ?? 0] ?? names.length,
  };
}

/** What has to go for the shares, and for that of synthetic examples where they have more than theirs. */
function surplusOf(
  decisions: Decisions,
  items: readonly number[],
  balanced: readonly Balanced[],
  { mix: { max_synthetic }, split: { seed } }: DecidePlan,
): Surplus[] {
  const over = surplus(decisions, items, balanced, seed);
  if (max_synthetic === null || excess(decisions, items, over, max_synthetic) <= 0) return over;
  const mixed = surplus(decisions, items, [syntheticShare(decisions, max_synthetic), ...balanced], seed);
  const gone = new Set(mixed.map(({ item }) => item));
  const left = items.filter((item) => !gone.has(item) && isSynthetic(decisions, item));
  // Whole rows meet shares to within a row; a share that is a limit is met from below.
  const more = Math.max(excess(decisions, items, mixed, max_synthetic), 0);
  const last = inSampleOrder(decisions, left, seed).slice(left.length - more);
  return [...mixed, ...last.map((item) => ({ item, size: left.length, quota: left.length - more }))];
}

/** How many synthetic examples are too many among those that stay. */
function excess(decisions: Decisions, items: readonly number[], over: readonly Surplus[], most: number): number {
  const gone = new Set(over.map(({ item }) => item));
  const left = items.filter((item) => !gone.has(item));
  const synthetic = left.filter((item) => isSynthetic(decisions, item)).length;
  return synthetic - mostSynthetic(left.length - synthetic, most);
}
