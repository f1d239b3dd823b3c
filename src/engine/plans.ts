import type { Config } from '../config/config.ts';
import { conversationFields, feedbackFields } from '../inputs/fields.ts';
import type { LeftOut } from '../pipeline/privacy/leftOut.ts';
import type { DecidePlan } from '../pipeline/setStage.ts';
import type { SurveyPlan } from '../pipeline/survey.ts';
import type { ReadPlan } from './tasks.ts';

/** The parts of a config that each phase goes by. */
export interface Plans {
  readonly read: ReadPlan;
  readonly survey: SurveyPlan;
  readonly decide: DecidePlan;
  /** Who is left out by pseudonym; nothing where nobody is. */
  readonly left_out?: LeftOut | undefined;
}

/** Milliseconds since the epoch: from `since` on, and before `until`. */
export interface Period {
  readonly since: number | undefined;
  readonly until: number | undefined;
}

/** @param people who is left out of it all */
export function plansOf(
  config: Config,
  period: Period,
  people: { readonly left_out?: LeftOut | undefined; readonly opted_out: readonly number[] } = { opted_out: [] },
): Plans {
  const { conversation, feedback, dedup, caps, split, inputs } = config;
  return {
    read: {
      max_line_bytes: inputs.max_line_bytes,
      conversation: conversationFields(inputs.fields),
      feedback: feedbackFields(inputs.feedback_fields),
    },
    survey: { stages: config.pipeline, bad_turn: conversation.bad_turn, ngram: dedup.near.ngram },
    decide: { conversation, feedback, dedup, caps, split, period, privacy: { opted_out: people.opted_out } },
    left_out: people.left_out,
  };
}
