import type { Config } from '../config/config.ts';
import { conversationFields, feedbackFields } from '../inputs/fields.ts';
import type { DecidePlan } from '../pipeline/setStage.ts';
import type { SurveyPlan } from '../pipeline/survey.ts';
import type { ReadPlan } from './tasks.ts';

/** The parts of a config that each phase goes by. */
export interface Plans {
  readonly read: ReadPlan;
  readonly survey: SurveyPlan;
  readonly decide: DecidePlan;
}

/** Milliseconds since the epoch: from `since` on, and before `until`. */
export interface Period {
  readonly since: number | undefined;
  readonly until: number | undefined;
}

export function plansOf(config: Config, period: Period): Plans {
  const { conversation, feedback, dedup, caps, split, inputs } = config;
  return {
    read: {
      max_line_bytes: inputs.max_line_bytes,
      conversation: conversationFields(inputs.fields),
      feedback: feedbackFields(inputs.feedback_fields),
    },
    survey: { stages: config.pipeline, bad_turn: conversation.bad_turn, ngram: dedup.near.ngram },
    decide: { conversation, feedback, dedup, caps, split, period },
  };
}
