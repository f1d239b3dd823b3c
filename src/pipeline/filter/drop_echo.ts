import { z } from 'zod';
import { isEcho } from '../../measures/echo.ts';
import { countWords } from '../../measures/words.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'drop_echo',
  kind: 'filter',
  summary: 'drops answers that only repeat the question',
  options: z.strictObject({
    // Ours: `Good morning!` and `How are you doing?` are fair answers to themselves.
    min_words: z.number().int().min(1).default(5).describe('shorter questions are not judged'),
  }),
  reasons: { echo: 'an answer is the question over again' },
  create: ({ min_words }, { keep, drop }) => ({
    apply(conversation) {
      let question: string | undefined;
      for (const [position, { role, content }] of conversation.messages.entries()) {
        if (role === 'user') question = content;
        if (role !== 'assistant' || question === undefined || !isEcho(question, content)) continue;
        const measured = countWords(question);
        if (measured >= min_words) return drop('echo', { measured, limit: min_words, message: position });
      }
      return keep(conversation);
    },
  }),
});
