import { changedConfig, type Setting } from '../../config/changedConfig.ts';
import type { Config } from '../../config/config.ts';
import { CurateError } from '../../errors.ts';
import type { PlannedStage } from '../../pipeline/recordPlan.ts';
import { stageNamed } from '../../pipeline/recordReasons.ts';
import type { DecidePlan } from '../../pipeline/setStage.ts';
import { unknownOptions } from '../../pipeline/whatif/otherFilter.ts';
import { type Plans, plansOf } from '../plans.ts';
import type { Project } from '../project.ts';

/** A filter of the pipeline with its options, and those that it would have; `undefined` where it is taken out. */
export interface ChangedStage {
  readonly now: PlannedStage;
  readonly other: PlannedStage | undefined;
}

/** How a run would go with other settings, as far as the digest can answer for it. */
export interface OtherPlans {
  readonly decide: DecidePlan;
  readonly stages: readonly ChangedStage[];
}

/**
 * What other settings would change of a run.
 * @param flag who asks, for messages
 * @throws CurateError for settings that the config does not allow, that decide nothing, or that want a new survey
 */
export function otherPlans(project: Project, settings: readonly Setting[], flag = '--what-if'): OtherPlans {
  const other = changedConfig(project.config, settings, flag);
  const now = plansWithout(project, project.config);
  const then = plansWithout(project, other);
  if (readsOtherwise(project.config, other, now, then)) throw wantsSurvey(flag, settings);
  const stages = changedStages(project.config.pipeline, other.pipeline);
  for (const { now: stage, other: changed } of stages) {
    if (stageNamed(stage.use).kind !== 'filter') throw wantsSurvey(flag, settings);
    const [unknown] = changed === undefined ? [] : unknownOptions(project.config.pipeline, stage, changed);
    if (unknown !== undefined)
      throw wantsSurvey(flag, settings, `: it does not hold what \`${stage.use}.${unknown}\` is held against`);
  }
  if (stages.length === 0 && same({ ...now.decide, preference: 0 }, { ...then.decide, preference: 0 })) {
    refuseIdle(project.config, other, settings, flag);
  }
  return { decide: then.decide, stages };
}

/** The plans of a config for the same days, people and tokenizer. */
function plansWithout({ plans }: Project, config: Config): Plans {
  const { id_key, tokenizer } = plans.survey;
  return plansOf(config, plans.decide.period, { id_key, tokenizer, opted_out: plans.decide.privacy.opted_out });
}

/** Other bytes would be read, or other things be measured of them; stages are looked at one by one. */
function readsOtherwise(config: Config, other: Config, now: Plans, then: Plans): boolean {
  const { pipeline: _, ...rest } = config;
  const { pipeline: __, ...otherRest } = other;
  const sections = ['inputs', 'tokenizer', 'privacy'] as const;
  return (
    !same(now.read, then.read) ||
    !same({ ...now.survey, stages: 0 }, { ...then.survey, stages: 0 }) ||
    sections.some((section) => !same(rest[section], otherRest[section]))
  );
}

function changedStages(pipeline: readonly PlannedStage[], other: readonly PlannedStage[]): ChangedStage[] {
  return pipeline.flatMap((now) => {
    const changed = other.find(({ use }) => use === now.use);
    return changed !== undefined && same(now, changed) ? [] : [{ now, other: changed }];
  });
}

/** Nothing is to be decided anew. To ask for what is set already is fair; to ask what an output looks like is not answered here. */
function refuseIdle(config: Config, other: Config, settings: readonly Setting[], flag: string): void {
  if (same(config, other)) return;
  throw new CurateError(
    `${flag}: ${keysOf(settings)} has no say in which conversations are kept, so there is nothing to compare.`,
  );
}

function wantsSurvey(flag: string, settings: readonly Setting[], why = ''): CurateError {
  return new CurateError(
    `${flag}: what the last survey left cannot answer for ${keysOf(settings)}${why}. Put the setting into a copy of your config and run \`curate stats --config COPY\`, which reads the logs anew.`,
  );
}

function keysOf(settings: readonly Setting[]): string {
  return settings.map(({ key }) => `\`${key}\``).join(', ');
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
