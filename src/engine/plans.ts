import type { Config } from '../config/config.ts';
import { conversationFields, feedbackFields } from '../inputs/fields.ts';
import type { LeftOut } from '../pipeline/privacy/leftOut.ts';
import type { BenchmarkPlan, TokenizerPlan } from '../pipeline/recordPlan.ts';
import type { DecidePlan } from '../pipeline/setStage.ts';
import type { SurveyPlan } from '../pipeline/survey.ts';
import { tokenLimitOf } from '../pipeline/tokens/tokenLimit.ts';
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

/** What a run goes by beside its config. */
export interface RunFacts {
  /** The key of pseudonyms; a survey hangs on it only where pseudonyms are put into the text. */
  readonly id_key?: string | undefined;
  /** Who is left out by pseudonym, and who by the hash of the raw id. */
  readonly left_out?: LeftOut | undefined;
  readonly opted_out?: readonly number[];
  /** By what tokens are counted, where they are. */
  readonly tokenizer?: TokenizerPlan | undefined;
  /** What must not turn up in the data set. */
  readonly benchmark?: BenchmarkPlan | undefined;
}

export function plansOf(
  config: Config,
  period: Period,
  { id_key, left_out, opted_out = [], tokenizer, benchmark }: RunFacts = {},
): Plans {
  const { conversation, feedback, preference, dedup, caps, balance, mix, split, inputs } = config;
  return {
    read: {
      max_line_bytes: inputs.max_line_bytes,
      conversation: conversationFields(inputs.fields),
      feedback: feedbackFields(inputs.feedback_fields),
    },
    survey: {
      stages: config.pipeline,
      bad_turn: conversation.bad_turn,
      ngram: dedup.near.enabled ? dedup.near.ngram : 0,
      ...(dedup.by === 'conversation' ? {} : { compare_by: dedup.by }),
      ...(id_key !== undefined && hashesValues(config) ? { id_key } : {}),
      ...(tokenizer === undefined ? {} : { tokenizer }),
      ...(benchmark === undefined ? {} : { benchmark }),
    },
    decide: {
      ...{ conversation, feedback, preference, dedup, caps, balance, mix, split, period },
      tokens: tokenLimitOf(config.pipeline),
      privacy: { opted_out },
    },
    left_out,
  };
}

function hashesValues({ privacy }: Config): boolean {
  const actions = [...Object.values(privacy.entities), ...privacy.patterns.map(({ action }) => action)];
  return actions.includes('hash');
}
