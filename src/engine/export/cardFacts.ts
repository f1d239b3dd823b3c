import type { DataCardFacts, DroppedFacts } from '../../formats/dataCard.ts';
import { SET_STAGES } from '../../pipeline/setStages.ts';
import { SIGNAL } from '../../pipeline/signals/signal.ts';
import { RECORD_STAGES } from '../../pipeline/stages.ts';
import { TURNS } from '../../pipeline/turns.ts';
import type { Leaks } from '../../report/types.ts';
import type { Target } from '../../targets/target.ts';
import { version } from '../../version.ts';
import { feedbackAccount } from '../account.ts';
import type { Decided } from '../decideProject.ts';
import type { Project } from '../project.ts';
import { ratingFacts } from '../ratingFacts.ts';
import type { WrittenSplit } from './formatFolder.ts';
import { configHash, tokenFacts } from './manifest.ts';
import type { FormatPlan } from './prepare.ts';

/** Everything the data card tells, from what the run knows. */
export function cardFacts(
  project: Project,
  { survey, decisions }: Decided,
  plan: FormatPlan,
  written: {
    readonly splits: readonly WrittenSplit[];
    readonly target: Target | undefined;
    readonly leaks: Leaks | undefined;
    readonly columns: DataCardFacts['columns'];
    readonly keyed: boolean;
  },
): DataCardFacts {
  const { entries, joined, orphans } = feedbackAccount(decisions, survey.feedbackCounts.malformed);
  const { rated, positive_rate, mean_stars } = ratingFacts(decisions, project.config.feedback.min_stars);
  return {
    format: plan.format,
    container: plan.container,
    columns: written.columns,
    version: version(),
    config_hash: configHash(project.config).slice(0, 16),
    splits: written.splits,
    leaks: written.leaks,
    languages: plan.languages,
    tokens: tokenFacts(project.plans.survey.tokenizer, plan.tokens),
    records: plan.account.records,
    kept: plan.account.kept,
    dropped: droppedFacts(plan, written.target),
    ...(written.target !== undefined && { target: written.target }),
    feedback: {
      entries,
      joined,
      orphans,
      rated,
      positive_rate: positive_rate ?? undefined,
      mean_stars: mean_stars ?? undefined,
    },
    personal_data: personalData(project),
    balance: plan.balance,
    keyed_ids: written.keyed,
  };
}

function droppedFacts({ account, format }: FormatPlan, target: Target | undefined): DroppedFacts[] {
  const meanings = new Map<string, string>();
  for (const { name, reasons } of [
    TURNS,
    ...RECORD_STAGES,
    ...SET_STAGES,
    SIGNAL,
    { name: 'format', reasons: format.reasons },
    { name: 'target', reasons: target?.reasons ?? {} },
  ]) {
    for (const [reason, meaning] of Object.entries(reasons)) meanings.set(`${name}.${reason}`, meaning);
  }
  return account.funnel.flatMap(({ stage, reasons }) =>
    Object.entries(reasons).map(([reason, dropped]) => ({
      stage,
      reason,
      meaning: meanings.get(`${stage}.${reason}`) ?? '',
      dropped,
    })),
  );
}

function personalData({ config }: Project): DataCardFacts['personal_data'] {
  if (!config.pipeline.some(({ use }) => use === 'scrub')) return [];
  return Object.entries(config.privacy.entities).map(([entity, action]) => ({ entity, action: String(action) }));
}
