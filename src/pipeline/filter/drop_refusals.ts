import { z } from 'zod';
import { isCannedRefusal, refusesWithoutMatter } from '../../measures/refusals/refusal.ts';
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
      const answers = conversation.messages.filter(({ role }) => role === 'assistant').length;
      for (const [position, { role, content }] of conversation.messages.entries()) {
        if (role !== 'assistant' || content.length > max_chars) continue;
        // Of people who talk on, every tenth is told no once, and preferred that (hh-rlhf): there it needs a known phrase.
        if (!isCannedRefusal(content) && !(answers === 1 && refusesWithoutMatter(content))) continue;
        return drop('refusal', { measured: content.length, limit: max_chars, message: position });
      }
      return keep(conversation);
    },
  }),
});
