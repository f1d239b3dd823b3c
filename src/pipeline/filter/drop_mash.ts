import { z } from 'zod';
import { isMash } from '../../measures/mash.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'drop_mash',
  kind: 'filter',
  summary: 'drops letters at random and runs over the keyboard',
  options: z.strictObject({
    // Ours: below, it may be a name, an acronym, or a slip of the hand that the answer asks about.
    min_letters: z.number().int().min(8).default(12).describe('texts of fewer letters are not judged'),
  }),
  reasons: {
    question: 'a question is letters at random, or a run over the keyboard',
    answer: 'an answer is letters at random, or a run over the keyboard',
  },
  create: ({ min_letters }, { keep, drop }) => ({
    apply(conversation) {
      for (const [position, { role, content }] of conversation.messages.entries()) {
        if ((role !== 'user' && role !== 'assistant') || !isMash(content, min_letters)) continue;
        const reason = role === 'user' ? 'question' : 'answer';
        return drop(reason, { measured: content.length, limit: min_letters, message: position });
      }
      return keep(conversation);
    },
  }),
});
