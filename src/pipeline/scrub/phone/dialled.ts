import { type Plan, planOf } from './plans.ts';

/** Most digits that are looked at together: those of E.164 and a 00. */
export const MAX_DIALLED = 17;

/** The plans of the regions in the config, and what is known of their numbers without a look at more than two signs. */
export interface Dialling {
  readonly plans: readonly Plan[];
  /** Whether so many digits, of which the first is `first` (0 to 9), may be a number as it is dialled in any region. */
  readonly mayBe: (first: number, digits: number) => boolean;
}

/** Looks `regions` (ISO 3166) up; those that are no countries have no plan. */
export function diallingIn(regions: readonly string[]): Dialling {
  const plans = regions.flatMap((region) => planOf(region) ?? []);
  const possible = new Uint8Array(10 * (MAX_DIALLED + 1));
  for (let first = 0; first < 10; first++) {
    for (let digits = 1; digits <= MAX_DIALLED; digits++) {
      const isPossible = plans.some((plan) => plan.mayBeDialled(String(first), digits));
      possible[first * (MAX_DIALLED + 1) + digits] = isPossible ? 1 : 0;
    }
  }
  return { plans, mayBe: (first, digits) => possible[first * (MAX_DIALLED + 1) + digits] === 1 };
}
