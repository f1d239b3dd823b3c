import { z } from 'zod';
import type { FeedbackInput } from '../../collect/feedbackInput.ts';
import { type Feedback, feedbackOf } from '../../inputs/feedbackLine.ts';
import { feedbackFields } from '../../inputs/fields.ts';
import { Refusal } from '../refusal.ts';
import { defineRoute, none } from '../route.ts';

export default defineRoute({
  method: 'POST',
  path: '/api/feedback/submit',
  summary: 'stores feedback in whatever names a feedback log may use; for older clients',
  role: 'feedback',
  params: none,
  query: none,
  body: z.record(z.string(), z.unknown()).meta({
    description: 'an id, and stars, a thumb, a comment or a correction, under any of their names',
    examples: [{ interaction_id: 'chat-2041', feedback_type: 'thumbs_up', comment: 'Short and right.' }],
  }),
  answers: {
    200: {
      description: 'it is stored, or not meant to be',
      schema: z.object({
        success: z.literal(true),
        status: z.enum(['stored', 'opted_out', 'dropped']),
        conversation_id: z.string(),
        message: z.string(),
      }),
    },
  },
  async handle({ body }, { collector, config }) {
    const feedback = feedbackOf(body ?? {}, feedbackFields(config.inputs.feedback_fields));
    if (feedback === 'no_id') throw new Refusal(400, 'No id of a conversation was found: send `conversation_id`.');
    if (feedback === 'no_feedback') {
      throw new Refusal(
        400,
        'No feedback was found: send `rating` (1 to 5), `feedback_type` (up, down), `comment` or `correction`.',
      );
    }
    const { status, conversation_id } = await collector.feedback.submit(inputOf(feedback));
    return { status: 200, body: { success: true, status, conversation_id, message: 'Thank you for your feedback.' } };
  },
});

/** Under our names, nothing left out: what a feedback log may say, the collector takes. */
function inputOf(feedback: Feedback): FeedbackInput {
  const { id, user, userHashed, timestamp, message_index, rating, stars, comment, correction } = feedback;
  const thumbs = rating === undefined || rating > 3 ? 'up' : 'down';
  return {
    conversation_id: id,
    ...(rating !== undefined && (stars ? { stars: rating } : { thumbs })),
    ...(user !== undefined && (userHashed ? { user_hash: user } : { user_id: user })),
    timestamp,
    message_index,
    comment,
    correction,
  };
}
