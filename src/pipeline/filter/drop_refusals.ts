import { z } from 'zod';
import { isCannedRefusal } from '../../measures/refusals/refusal.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'drop_refusals',
  kind: 'filter',
  summary: 'drops canned refusals, in many languages',
  options: z.strictObject({
    // Ours: a canned refusal is one to three sentences; a longer one gives reasons, and those are worth something.
    max_chars: z
      .number()
      .int()
      .min(1)
      .max(2000)
      .default(300)
      .describe('longer answers are never taken for canned refusals'),
  }),
  reasons: { refusal: 'an answer is a canned refusal and nothing else' },
  create: ({ max_chars }, { keep, drop }) => ({
    apply(conversation) {
      for (const [position, { role, content }] of conversation.messages.entries()) {
        if (role !== 'assistant' || content.length > max_chars || !isCannedRefusal(content)) continue;
        return drop('refusal', { measured: content.length, limit: max_chars, message: position });
      }
      return keep(conversation);
    },
  }),
});
