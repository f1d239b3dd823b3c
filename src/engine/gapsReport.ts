import { balancedFacets, restOf } from '../pipeline/balance/shares.ts';
import { type FacetName, OTHER_LABEL } from '../pipeline/conversation.ts';
import type { Decisions } from '../pipeline/decisions.ts';
import type { FacetGaps, GapsReport, LabelGap } from '../report/types.ts';
import type { Decided } from './decideProject.ts';
import type { Project } from './project.ts';

/** Facets whose labels ought to be about as many each where the config does not say. A model or a source is nobody's goal. */
const EVEN_FACETS: readonly FacetName[] = ['language', 'intent', 'framework', 'complexity'];
/** What `balance` does not name, together. */
const OTHERS = '(others)';

/** A label with the share that it ought to have. */
interface Wanted {
  readonly label: string;
  readonly share: number;
  readonly examples: number;
}

/** Of which languages, intents and so on there is less than their share, and how much is missing: the answer to `curate gaps`. */
export function gapsReport({ config, plans }: Project, { decisions }: Decided): GapsReport {
  const { examples: goal, feedback_rate } = config.goal;
  const items = itemsThere(decisions);
  const { balance } = plans.decide;
  const balanced = balancedFacets(balance);
  const facets: FacetGaps[] = balanced.map((facet) => {
    const counts = countLabels(decisions, items, facet);
    return gapsOf(facet, 'balance', namedShares(balance[facet], counts), items.length, goal);
  });
  for (const facet of EVEN_FACETS) {
    if (balanced.includes(facet)) continue;
    const wanted = evenShares(countLabels(decisions, items, facet));
    const labelled = wanted.reduce((sum, { examples }) => sum + examples, 0);
    // A single label has all there is; and most examples may have none, as most questions are about no framework.
    if (wanted.length > 1) facets.push(gapsOf(facet, 'even', wanted, labelled, (goal * labelled) / items.length));
  }
  const rated = items.filter((item) => !Number.isNaN(decisions.ratingOf(item))).length;
  facets.push(
    gapsOf('rating', 'goal', [{ label: 'rated', share: feedback_rate, examples: rated }], items.length, goal),
  );
  return { goal, examples: items.length, facets: facets.filter(({ labels }) => labels.length > 0) };
}

/** Items that are kept, and those that are only too many: they are there when others come. */
function itemsThere(decisions: Decisions): number[] {
  const items: number[] = [];
  for (let item = 0; item < decisions.itemCount; item++) {
    const reason = decisions.reasons[(decisions.verdict[decisions.firstRow(item)] ?? 0) - 1];
    if (decisions.isKept(item) || reason?.startsWith('balance.')) items.push(item);
  }
  return items;
}

function countLabels(decisions: Decisions, items: readonly number[], facet: FacetName): Map<string, number> {
  const labels = decisions.digest.labels[facet];
  const codes = decisions.digest.rows.facets[facet];
  const counts = new Map<string, number>();
  for (const item of items) {
    const label = labels[codes[decisions.firstKeptRow(item)] ?? 0] ?? '';
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}

function namedShares(shares: Readonly<Record<string, number>>, counts: ReadonlyMap<string, number>): Wanted[] {
  const named = Object.entries(shares).map(([label, share]) => ({ label, share, examples: counts.get(label) ?? 0 }));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const others = all - named.reduce((sum, { examples }) => sum + examples, 0);
  return [...named, { label: OTHERS, share: restOf(shares), examples: others }];
}

function evenShares(counts: ReadonlyMap<string, number>): Wanted[] {
  const labels = [...counts].filter(([label]) => label !== '' && label !== OTHER_LABEL && label !== 'und');
  return labels.map(([label, examples]) => ({ label, examples, share: 1 / labels.length }));
}

function gapsOf(facet: string, by: FacetGaps['by'], wanted: readonly Wanted[], all: number, goal: number): FacetGaps {
  const below = wanted.filter(({ share, examples }) => examples < share * all || (all === 0 && share > 0));
  const labels = below.map(({ label, share, examples }): LabelGap => {
    const missing = Math.max(0, Math.ceil(share * goal - examples - 1e-9));
    return { label, examples, share: all === 0 ? null : examples / all, wanted: share, missing };
  });
  return {
    facet,
    by,
    labels: labels.toSorted((one, other) => other.missing - one.missing || compare(one.label, other.label)),
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
