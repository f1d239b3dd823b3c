import { checkInput, invalid } from './checkInput.ts';
import { type FeedbackInput, feedbackInput } from './feedbackInput.ts';
import { timeOf } from './timeOf.ts';
import type { InputProblem } from './types.ts';

/** Feedback as a line says it: the names of logs, in this order. */
export interface FeedbackRecord extends Omit<FeedbackInput, 'timestamp'> {
  readonly timestamp: string;
}

const WHAT = 'feedback';

/**
 * What was handed over, checked, with a time.
 * @throws InvalidInput, TooLarge
 */
export function feedbackRecord(input: unknown, now: number, maxBytes: number): FeedbackRecord {
  const checked = checkInput(feedbackInput, input, WHAT, maxBytes);
  const problems = contradictions(checked);
  if (problems.length > 0) throw invalid(WHAT, problems);
  return {
    conversation_id: checked.conversation_id.toWellFormed(),
    timestamp: timeOf(checked.timestamp, now, WHAT),
    user_id: checked.user_id,
    user_hash: checked.user_hash,
    message_index: checked.message_index,
    stars: checked.stars,
    thumbs: checked.thumbs,
    comment: checked.comment,
    correction: checked.correction,
  };
}

function contradictions({ stars, thumbs, comment, correction, user_id, user_hash }: FeedbackInput): InputProblem[] {
  const says = stars !== undefined || thumbs !== undefined || hasWords(comment) || hasWords(correction);
  return [
    ...(says ? [] : [{ path: '', message: 'expected `stars`, `thumbs`, `comment` or `correction`' }]),
    ...(user_id !== undefined && user_hash !== undefined
      ? [{ path: 'user_hash', message: 'expected either `user_id` or `user_hash`, found both' }]
      : []),
  ];
}

function hasWords(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
