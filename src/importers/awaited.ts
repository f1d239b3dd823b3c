import type { ImportedLine } from './importer.ts';
import { type FeedbackFacts, feedbackLine } from './lines.ts';

/** Feedback that a tool exports apart from its chats: kept until the message comes that it is about. */
export class AwaitedFeedback {
  readonly #byMessage = new Map<string, { readonly conversation_id: string; readonly facts: FeedbackFacts[] }>();

  keep(conversation_id: string, message_id: string, facts: FeedbackFacts): void {
    const waiting = this.#byMessage.get(message_id);
    if (waiting === undefined) this.#byMessage.set(message_id, { conversation_id, facts: [facts] });
    else waiting.facts.push(facts);
  }

  /** What was said of a message; it is not given twice. */
  take(message_id: string): readonly FeedbackFacts[] {
    const waiting = this.#byMessage.get(message_id);
    this.#byMessage.delete(message_id);
    return waiting?.facts ?? [];
  }

  /** What was said of messages that never came: it stays with the conversation, for which of its messages is meant is not known. */
  left(): ImportedLine[] {
    const left = [...this.#byMessage.values()].flatMap(({ conversation_id, facts }) =>
      facts.map((one) => feedbackLine(conversation_id, undefined, one)),
    );
    this.#byMessage.clear();
    return left;
  }
}
