import type { Conversation } from '../../pipeline/conversation.ts';
import type { RecordPlan } from '../../pipeline/recordPlan.ts';
import { stageNamed } from '../../pipeline/recordReasons.ts';
import { Drop } from '../../pipeline/stage.ts';
import { recognizerOf } from '../recognizer/recognizerOf.ts';

/** Cleans and scrubs the texts of a row as those of a log are; where a stage would drop them, they stay as they are by then. */
export function textCleaner(plan: RecordPlan): (texts: readonly string[]) => string[] {
  const context = { id_key: plan.id_key, recognize: recognizerOf(plan) };
  const stages = plan.stages.map(({ use, options }) => ({ stage: stageNamed(use), options }));
  const workers = stages
    .filter(({ stage }) => stage.kind === 'clean' || stage.kind === 'scrub')
    .map(({ stage, options }) => stage.create(options, context));
  return (texts) => {
    let conversation = conversationOf(texts);
    for (const worker of workers) {
      const after = worker.apply(conversation);
      if (!(after instanceof Drop)) conversation = after;
    }
    return conversation.messages.map(({ content }) => content);
  };
}

function conversationOf(texts: readonly string[]): Conversation {
  const messages = texts.map((content, index) => ({ role: 'user' as const, content, index }));
  return { id: '', timestamp: undefined, user: undefined, session: undefined, messages, facets: {} };
}
