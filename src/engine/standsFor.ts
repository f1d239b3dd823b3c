import type { Decisions } from '../pipeline/decisions.ts';

/** The duplicate that is kept in the place of an item, itself when it is kept; nothing where none is. */
export function keptFor(decisions: Decisions, item: number): number | undefined {
  if (decisions.isKept(item)) return item;
  const stands = decisions.representative[item] ?? item;
  return decisions.isKept(stands) ? stands : undefined;
}

/** How similar two items of one cluster are, 0 to 1, to three digits; `null` where they are no duplicates, as a chat and its beginning. */
export function similarityOf(decisions: Decisions, one: number, other: number): number | null {
  if (one === other || decisions.contentOf(one) === decisions.contentOf(other)) return 1;
  const alike = decisions.clusters.pairs.between(one, other);
  return alike === undefined ? null : Math.round(alike * 1000) / 1000;
}
