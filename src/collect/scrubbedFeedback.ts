import type { DoorScrubber } from './doorScrubber.ts';
import type { FeedbackRecord } from './feedbackRecord.ts';

/**
 * Feedback as it is stored with `collect.scrub: at_write`.
 * @throws PersonalData
 */
export function scrubbedFeedback(record: FeedbackRecord, scrubber: DoorScrubber): object {
  const { conversation_id, timestamp, user_id, user_hash, message_index, stars, thumbs, comment, correction } = record;
  const line = scrubber.line();
  return {
    conversation_id: scrubber.conversationId(conversation_id),
    timestamp,
    user_hash: user_id === undefined ? user_hash : scrubber.pseudonym(user_id.toWellFormed(), false),
    message_index,
    stars,
    thumbs,
    comment: comment && line.text(comment),
    correction: correction && line.text(correction),
  };
}
