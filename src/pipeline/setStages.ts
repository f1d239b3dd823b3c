import balance from './balance/balance.ts';
import caps from './caps/caps.ts';
import dedup from './dedup/dedup.ts';
import rating from './feedback/rating.ts';
import mix from './mix/mix.ts';
import period from './period/period.ts';
import privacy from './privacy/privacy.ts';
import type { PlannedStage } from './recordPlan.ts';
import join from './session/join.ts';
import session_tokens from './session/session_tokens.ts';
import type { SetStage } from './setStage.ts';
import split from './split/split.ts';

/** Every set stage, in the order in which they run. */
export const SET_STAGES: readonly SetStage[] = [
  privacy,
  period,
  rating,
  join,
  session_tokens,
  split,
  dedup,
  caps,
  mix,
  balance,
];

/** Those that have something to do beside these record stages. */
export function setStagesBeside(stages: readonly PlannedStage[]): readonly SetStage[] {
  return SET_STAGES.filter(({ follows }) => follows === undefined || stages.some(({ use }) => use === follows));
}
