import { decide } from '../../pipeline/decide.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import { NO_FILTER, otherFilter } from '../../pipeline/whatif/otherFilter.ts';
import { otherVerdicts } from '../../pipeline/whatif/otherVerdicts.ts';
import type { Project } from '../project.ts';
import type { Survey } from '../surveyLogs.ts';
import type { OtherPlans } from './otherPlans.ts';

/** What would be decided with other settings. */
export interface OtherDecisions {
  readonly decisions: Decisions;
  /** Rows of which the digest cannot say what another survey would say of them; they have the verdict that they have now. */
  readonly unsure: readonly number[];
}

/** Decides anew upon the digest that there is. Reads no log. */
export function decideAgain(project: Project, survey: Survey, { decide: plan, stages }: OtherPlans): OtherDecisions {
  const { digest, feedback } = survey;
  const { stages: planned } = project.plans.survey;
  const filters = stages.map(({ now, other }) => {
    const filter = other === undefined ? NO_FILTER : otherFilter(digest, planned, now, other);
    return [now.use, filter] as const;
  });
  if (filters.length === 0) return { decisions: decide(digest, feedback, project.reasons, plan), unsure: [] };
  const { verdict, unsure } = otherVerdicts(digest, project.plans.survey, new Map(filters));
  const other = { ...digest, rows: { ...digest.rows, verdict } };
  return { decisions: decide(other, feedback, project.reasons, plan), unsure };
}
