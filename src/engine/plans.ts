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

/** @param id_key the key of pseudonyms; a survey hangs on it only where pseudonyms are put into the text */
export function plansOf(config: Config, period: Period, id_key: string | undefined): Plans {
  const { conversation, feedback, dedup, caps, split, inputs } = config;
  return {
    read: {
      max_line_bytes: inputs.max_line_bytes,
      conversation: conversationFields(inputs.fields),
      feedback: feedbackFields(inputs.feedback_fields),
    },
    survey: {
      stages: config.pipeline,
      bad_turn: conversation.bad_turn,
      ngram: dedup.near.ngram,
      ...(id_key !== undefined && hashesValues(config) ? { id_key } : {}),
    },
    decide: { conversation, feedback, dedup, caps, split, period },
  };
}

function hashesValues({ privacy }: Config): boolean {
  const actions = [...Object.values(privacy.entities), ...privacy.patterns.map(({ action }) => action)];
  return actions.includes('hash');
}
