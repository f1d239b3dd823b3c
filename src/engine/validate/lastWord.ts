import type { LastWord } from '../../validate/rowChecker.ts';
import type { ValidatePlan } from './validatePlan.ts';

/** What the format itself and the trainer say of a row that the checks find nothing wrong with. */
export function lastWordOf(_plan: ValidatePlan): LastWord {
  return () => {};
}
