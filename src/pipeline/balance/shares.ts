import { FACET_NAMES, type FacetName } from '../conversation.ts';
import type { DecidePlan } from '../setStage.ts';

/** The facets for which the config wants shares. */
export function balancedFacets(balance: DecidePlan['balance']): FacetName[] {
  return FACET_NAMES.filter((facet) => Object.keys(balance[facet]).length > 0);
}

/** Ours: shares that people write with a few decimals miss 1 by no more than that. */
const ROUNDING = 1e-9;

/** What the labels that are not named have together: what is left of 1. */
export function restOf(shares: Readonly<Record<string, number>>): number {
  const rest = 1 - Object.values(shares).reduce((sum, share) => sum + share, 0);
  return rest < ROUNDING ? 0 : rest;
}
