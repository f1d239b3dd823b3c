import { ConversationLogger } from './conversationLogger.ts';
import { type CollectorOptions, openDoor } from './door.ts';
import { FeedbackCollector } from './feedbackCollector.ts';
import type { Collector } from './types.ts';

export interface OpenCollector extends Collector {
  readonly conversations: ConversationLogger;
  readonly feedback: FeedbackCollector;
  /** What should not go unseen: one sentence each. */
  readonly warnings: readonly string[];
}

/**
 * Opens the daily files of a data folder for a chatbot; what is missing of the folder is made.
 * @throws CurateError for a config with mistakes, and for a list of people that cannot be read
 */
export async function openCollector(options: CollectorOptions): Promise<OpenCollector> {
  const door = openDoor(options);
  const conversations = new ConversationLogger(options, door);
  const feedback = new FeedbackCollector(options, door);
  return {
    conversations,
    feedback,
    warnings: door.warnings,
    async close() {
      const closed = await Promise.allSettled([conversations.close(), feedback.close()]);
      for (const one of closed) if (one.status === 'rejected') throw one.reason;
    },
  };
}
