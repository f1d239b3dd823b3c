import { combine53 } from '../../measures/hash.ts';
import type { Decisions } from '../decisions.ts';
import type { DecidePlan } from '../setStage.ts';
import { type Candidate, candidatesOf, inLogOrder, setReason } from './candidates.ts';
import { type RatedSignal, ROUNDING, type Selection } from './signal.ts';

/**
 * Answers to be learned and to be avoided: every rated one, of a cluster of duplicates at most one of either kind. A pure
 * function of the decisions and the plan.
 */
export function selectRated(decisions: Decisions, plan: DecidePlan): Selection<RatedSignal> {
  const { exact, near } = plan.dedup;
  const { found, reasons } = candidatesOf(decisions, plan, exact || near.enabled);
  const best = new Map<number, Candidate>();
  for (const candidate of found) {
    const label = labelOf(candidate.answer.rating, plan);
    if (label === undefined) {
      setReason(reasons, candidate, 'unclear_rating');
      continue;
    }
    const key = keyOf(decisions, candidate, label);
    const before = best.get(key);
    if (before !== undefined && !isClearer(candidate, before, label)) continue;
    best.set(key, candidate);
  }
  const signals = [...best.values()].map(({ answer, split }) => {
    return { answer, split, label: labelOf(answer.rating, plan) === true };
  });
  return { signals: signals.sort((one, other) => inLogOrder(one.answer, other.answer)), reasons };
}

/** Whether the answer is to be learned, or to be avoided; nothing when it is neither good nor bad. */
function labelOf(rating: number, { feedback, preference }: DecidePlan): boolean | undefined {
  if (rating >= feedback.min_stars - ROUNDING) return true;
  return rating <= preference.max_bad_stars + ROUNDING ? false : undefined;
}

/** Equal for answers of which one row is enough: the same place in near duplicates, the same label. */
function keyOf(decisions: Decisions, { answer }: Candidate, label: boolean): number {
  const stands = decisions.representative[answer.item] ?? answer.item;
  const place = combine53(combine53(stands + 1, answer.place + 1), answer.exchange + 1);
  return combine53(place, label ? 1 : 2);
}

/** The rating further out, then that of more users, then the one that stands first in the logs. */
function isClearer({ answer: one }: Candidate, { answer: other }: Candidate, label: boolean): boolean {
  const further = label ? one.rating - other.rating : other.rating - one.rating;
  return further !== 0 ? further > 0 : one.users > other.users;
}
