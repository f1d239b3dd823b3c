import type { Balanced } from '../balance/thin.ts';
import type { Decisions } from '../decisions.ts';

/** The label of the facet `source` that generated examples have. */
export const SYNTHETIC = 'synthetic';

/** A row was generated. */
export function isSyntheticRow({ digest: { labels, rows } }: Decisions, row: number): boolean {
  return labels.source[rows.facets.source[row] ?? 0] === SYNTHETIC;
}

/** Some of what goes out of an item was generated. */
export function isSynthetic(decisions: Decisions, item: number): boolean {
  if (decisions.sizeOf(item) === 1) return isSyntheticRow(decisions, decisions.firstRow(item));
  return decisions.keptRowsOf(item).some((row) => isSyntheticRow(decisions, row));
}

/** Synthetic examples at a share, all others in proportion. */
export function syntheticShare(decisions: Decisions, share: number): Balanced {
  return { shares: [share, 1 - share], categoryOf: (item) => (isSynthetic(decisions, item) ? 0 : 1) };
}

/** How many synthetic examples `real` ones leave room for. */
export function mostSynthetic(real: number, share: number): number {
  // A hair more: 0.3 of 10 is 3, not 2.999.
  return share === 1 ? Number.POSITIVE_INFINITY : Math.floor((real * share) / (1 - share) + 1e-9);
}
