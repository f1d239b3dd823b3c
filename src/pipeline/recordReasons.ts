import type { RecordPlan } from './recordPlan.ts';
import type { RecordStage } from './stage.ts';
import { RECORD_STAGES } from './stages.ts';
import { TURNS } from './turns.ts';

/** Every `stage.reason` for which the record stages of a run may drop, in pipeline order. */
export function recordReasons(plan: RecordPlan): string[] {
  const own = Object.keys(TURNS.reasons).map((reason) => `${TURNS.name}.${reason}`);
  const others = plan.stages.flatMap(({ use }) =>
    Object.keys(stageNamed(use).reasons).map((reason) => `${use}.${reason}`),
  );
  return [...own, ...others];
}

/** @throws RangeError when no record stage has that name */
export function stageNamed(name: string): RecordStage {
  const stage = RECORD_STAGES.find((candidate) => candidate.name === name);
  if (stage === undefined) throw new RangeError(`no record stage is named ${name}`);
  return stage;
}
