import { Decisions } from './decisions.ts';
import { estimatedPairs } from './dedup/estimatedPairs.ts';
import type { NearPairs } from './dedup/nearPairs.ts';
import type { Digest } from './digest.ts';
import type { FeedbackDigest } from './feedback/feedbackRows.ts';
import type { DecidePlan } from './setStage.ts';
import { SET_STAGES } from './setStages.ts';
import type { Ledger } from './split/ledger.ts';

/**
 * The second phase: verdict and split for every conversation, from the digest and the feedback alone.
 * Pure, on one thread, no text and no files: the same digest and plan give the same decisions anywhere.
 * @param near near duplicates whose texts were compared; where they are not given, signatures say who resembles whom
 * @param ledger in which splits earlier exports published what; what they did not is dealt
 * @param recordReasons the reasons that verdicts in the digest stand for (`recordReasons` of the plan it was surveyed by)
 */
export function decide(
  digest: Digest,
  feedback: FeedbackDigest,
  recordReasons: readonly string[],
  plan: DecidePlan,
  near?: NearPairs,
  ledger?: Ledger,
): Decisions {
  const setReasons = SET_STAGES.flatMap(({ name, reasons }) =>
    Object.keys(reasons).map((reason) => `${name}.${reason}`),
  );
  const pairs = near ?? (plan.dedup.near.enabled ? estimatedPairs(digest, plan.dedup) : undefined);
  const decisions = new Decisions(digest, feedback, [...recordReasons, ...setReasons], pairs, ledger);
  for (const stage of SET_STAGES) stage.apply(decisions, plan);
  return decisions;
}
