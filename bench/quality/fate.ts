import { defaultConfig } from '../../src/config/config.ts';
import type { Conversation } from '../../src/pipeline/conversation.ts';
import { RecordPipeline, type Step } from '../../src/pipeline/recordPipeline.ts';

/** Drops short answers; what is short is everybody's own choice, and says nothing of an answer's quality. */
export const LENGTH_STAGE = 'min_answer_length';

/** Why the last answer of a conversation does not become a row. */
export interface Loss {
  readonly stage: string;
  readonly reason: string;
  readonly measured: number | undefined;
  /** The last answer is at fault; else one before it, and the conversation ends there or falls whole. */
  readonly own: boolean;
}

/** Runs conversations through the record stages as they are by default. */
export class DefaultPipeline {
  readonly #steps: Step[] = [];
  readonly #pipeline: RecordPipeline;

  /** @param lengths whether the filter takes part that drops short answers */
  constructor({ lengths }: { readonly lengths: boolean }) {
    const { pipeline, conversation } = defaultConfig();
    const stages = pipeline.filter(({ use }) => lengths || use !== LENGTH_STAGE);
    const plan = { stages, bad_turn: conversation.bad_turn };
    this.#pipeline = new RecordPipeline(plan, { onStep: (step) => this.#steps.push(step) });
  }

  /** @returns `undefined` when the last answer is kept */
  lossOf(conversation: Conversation): Loss | undefined {
    this.#steps.length = 0;
    const rewritten = this.#pipeline.rewrite(conversation);
    if ('drop' in rewritten) return this.#loss(rewritten.conversation);
    const judged = this.#pipeline.judge(rewritten);
    const kept = 'drop' in judged ? undefined : judged.messages.length;
    return kept === rewritten.messages.length ? undefined : this.#loss(rewritten);
  }

  /** The first step that dropped the conversation, or cut it. */
  #loss({ messages }: Conversation): Loss {
    const step = this.#steps.find(
      ({ kind, before, after, drop }) =>
        drop !== undefined || (kind === 'filter' && after.messages.length < before.messages.length),
    );
    const drop = step?.drop;
    const at = drop?.message ?? step?.after.messages.length ?? 0;
    return {
      stage: step?.stage ?? 'unknown',
      reason: drop?.reason ?? 'cut',
      measured: drop?.measured,
      own: drop?.message === undefined ? drop !== undefined || at >= messages.length - 2 : at >= messages.length - 2,
    };
  }
}
