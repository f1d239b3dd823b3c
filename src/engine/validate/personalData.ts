import { tagFilter } from '../../pipeline/scrub/ownTags.ts';
import type { Tell } from '../../validate/problemLog.ts';
import { type Turn, textPathOf } from '../../validate/view.ts';
import { finderFor } from '../scan/recordScanner.ts';
import type { ScanPlan } from '../scan/scanPlan.ts';

export type FindPersonalData = (turn: Turn, tell: Tell) => void;

/** Tells every finding in a text by its entity. Tags that `curate` writes are none. */
export function personalDataFinder(plan: ScanPlan): FindPersonalData {
  const find = finderFor(plan);
  const withoutTags = tagFilter(plan.entities);
  return (turn, tell) => {
    for (const { entity, score } of withoutTags(turn.text, find(turn.text))) {
      if (score < plan.min_score) continue;
      if (plan.told.has(entity) || (plan.tells_others && !plan.entities.includes(entity)))
        tell('personal_data', textPathOf(turn), entity);
    }
  };
}
