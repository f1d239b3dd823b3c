import type { Decisions } from '../pipeline/decisions.ts';
import { recordStageNames } from '../pipeline/recordPlan.ts';
import { setStagesBeside } from '../pipeline/setStages.ts';
import type { SurveyPlan } from '../pipeline/survey.ts';
import type { Counts, FeedbackJoin, FunnelStep } from '../report/types.ts';

/** How many records were kept, and why the others were not: `records = kept + dropped.total`, always. */
export interface Account {
  readonly records: number;
  readonly kept: number;
  readonly dropped: { readonly total: number; readonly by_reason: Counts };
  readonly funnel: readonly FunnelStep[];
}

/**
 * Counts verdicts.
 * @param counts rows to count; all when left out
 */
export function accountOf(
  decisions: Decisions,
  plan: SurveyPlan,
  counts: (row: number) => boolean = () => true,
): Account {
  const stages = [...recordStageNames(plan), ...setStagesBeside(plan.stages).map(({ name }) => name)];
  return accountOfVerdicts(decisions.verdict, decisions.reasons, stages, counts);
}

/**
 * Counts verdicts of any list.
 * @param verdict by row: 0 for kept, else a place in `reasons` (`stage.reason`) plus 1
 * @param stages their names in order
 */
export function accountOfVerdicts(
  verdict: Uint16Array,
  reasons: readonly string[],
  stages: readonly string[],
  counts: (row: number) => boolean = () => true,
): Account {
  const byCode = new Uint32Array(reasons.length + 1);
  let records = 0;
  for (let row = 0; row < verdict.length; row++) {
    if (!counts(row)) continue;
    const code = verdict[row] ?? 0;
    byCode[code] = (byCode[code] ?? 0) + 1;
    records++;
  }
  const byReason: Record<string, number> = {};
  for (const [place, reason] of reasons.entries()) {
    const count = byCode[place + 1] ?? 0;
    if (count > 0) byReason[reason] = count;
  }
  const kept = byCode[0] ?? 0;
  return {
    records,
    kept,
    dropped: { total: records - kept, by_reason: byReason },
    funnel: funnelOf(byReason, records, stages),
  };
}

/** Every stage in the order of the pipeline, what came to it and what it dropped. */
function funnelOf(byReason: Counts, records: number, stages: readonly string[]): FunnelStep[] {
  let left = records;
  return stages.map((stage) => {
    const reasons: Record<string, number> = {};
    let dropped = 0;
    for (const [reason, count] of Object.entries(byReason)) {
      if (reason.slice(0, reason.lastIndexOf('.')) !== stage) continue;
      reasons[reason.slice(stage.length + 1)] = count;
      dropped += count;
    }
    const step = { stage, in: left, dropped, reasons };
    left -= dropped;
    return step;
  });
}

/**
 * The account of one export without what was refused; it may be asked for more than once, before rows are made and after.
 * @param stage whose refusals they are: the format's, which has no place for them, or the target's, which would not learn from them
 */
export function withRefused(account: Account, refused: Counts, stage: 'format' | 'target' = 'format'): Account {
  const total = Object.values(refused).reduce((sum, count) => sum + count, 0);
  if (total === 0) return account;
  const byReason: Record<string, number> = { ...account.dropped.by_reason };
  for (const [reason, count] of Object.entries(refused)) {
    byReason[`${stage}.${reason}`] = (byReason[`${stage}.${reason}`] ?? 0) + count;
  }
  const before = account.funnel.find((step) => step.stage === stage);
  const step: FunnelStep = {
    stage,
    in: before?.in ?? account.kept,
    dropped: (before?.dropped ?? 0) + total,
    reasons: { ...before?.reasons, ...refused },
  };
  return {
    records: account.records,
    kept: account.kept - total,
    dropped: { total: account.dropped.total + total, by_reason: byReason },
    funnel: [...account.funnel.filter((step) => step.stage !== stage), step],
  };
}

/** How many lines of feedback there are, and how many belong to a conversation that is there. */
export function feedbackAccount(decisions: Decisions, malformed: number): FeedbackJoin {
  const joined = decisions.joined.reduce((sum, one) => sum + one, 0);
  const entries = decisions.feedback.count;
  return { entries, joined, orphans: entries - joined, malformed };
}

/** Counters of the record stages by name, without those at 0. */
export function countsByStage(plan: SurveyPlan, counts: Uint32Array): Counts {
  const named = recordStageNames(plan).map((stage, place) => [stage, counts[place] ?? 0] as const);
  return Object.fromEntries(named.filter(([, count]) => count > 0));
}
