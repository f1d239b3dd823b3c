import { decide as decideOn } from '../../pipeline/decide.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import type { DecidePlan } from '../../pipeline/setStage.ts';
import { NO_FILTER, otherFilter } from '../../pipeline/whatif/otherFilter.ts';
import { otherVerdicts } from '../../pipeline/whatif/otherVerdicts.ts';
import { type Decided, decideSurveyed } from '../decideProject.ts';
import type { Pool } from '../pool.ts';
import type { Project } from '../project.ts';
import type { OtherPlans } from './otherPlans.ts';

/** What would be decided with other settings. */
export interface OtherDecisions {
  readonly decisions: Decisions;
  /** Rows of which the digest cannot say what another survey would say of them; they have the verdict that they have now. */
  readonly unsure: readonly number[];
}

/** Decides anew upon the digest that there is; no log is surveyed, only texts that may be near duplicates are read. */
export async function decideAgain(
  project: Project,
  { survey, opened, decisions }: Decided,
  { decide, stages }: OtherPlans,
  pool: Pool,
): Promise<OtherDecisions> {
  const { digest } = survey;
  const other: Project = { ...project, plans: { ...project.plans, decide } };
  const { stages: planned } = project.plans.survey;
  const filters = stages.map(({ now, other: changed }) => {
    const filter = changed === undefined ? NO_FILTER : otherFilter(digest, planned, now, changed);
    return [now.use, filter] as const;
  });
  if (filters.length === 0 && sameDuplicates(project.plans.decide, decide)) {
    const { feedback } = survey;
    return {
      decisions: decideOn(digest, feedback, project.reasons, decide, decisions.near, opened.ledger),
      unsure: [],
    };
  }
  if (filters.length === 0) return { decisions: await decideSurveyed(other, survey, pool, opened.ledger), unsure: [] };
  const { verdict, unsure } = otherVerdicts(digest, project.plans.survey, new Map(filters));
  const surveyed = { ...survey, digest: { ...digest, rows: { ...digest.rows, verdict } } };
  // What is kept from run to run is of what these filters let pass as they are set.
  const apart: Project = { ...other, cache: undefined };
  return { decisions: await decideSurveyed(apart, surveyed, pool, opened.ledger), unsure };
}

/** Only stages behind `dedup` have other settings, so the near duplicates that were found are all that are asked for. */
function sameDuplicates(one: DecidePlan, other: DecidePlan): boolean {
  const before = ({ caps: _, mix: __, balance: ___, ...rest }: DecidePlan): string => JSON.stringify(rest);
  return before(one) === before(other);
}
