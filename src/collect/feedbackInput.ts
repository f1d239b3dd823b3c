import { z } from 'zod';
import { hashInput, idInput, timeInput } from './conversationInput.ts';

/** What a user said about an answer, as it is handed over. */
export const feedbackInput = z
  .strictObject({
    conversation_id: idInput.describe('as it was given, or given back, when the conversation was logged'),
    message_index: z
      .number()
      .int()
      .min(0)
      .optional()
      .describe('which message of a whole conversation is meant, counted from 0; missing: the conversation'),
    stars: z.number().min(1).max(5).optional(),
    thumbs: z.enum(['up', 'down']).optional(),
    comment: z.string().max(20_000).optional(),
    correction: z.string().max(200_000).optional().describe('the answer as the user would have had it'),
    user_id: idInput.optional(),
    user_hash: hashInput.optional().describe('in the place of `user_id`, by whoever makes pseudonyms'),
    timestamp: timeInput.optional().describe('when it was said; now where it is missing'),
  })
  .meta({
    id: 'FeedbackInput',
    description: 'feedback on one answer or conversation: stars, a thumb, a comment or a correction',
    examples: [
      { conversation_id: 'chat-2041', thumbs: 'up' },
      { conversation_id: 'chat-2041', stars: 4, comment: 'Short and right.', user_id: 'u-17' },
    ],
  });

export type FeedbackInput = z.infer<typeof feedbackInput>;
