import { z } from 'zod';
import { wordShapeOf } from '../../measures/wordShape.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'mean_word_length',
  kind: 'filter',
  summary: 'drops answers whose words are no words: letters one by one, or strings without a space',
  options: z.strictObject({
    // Gopher (Rae et al. 2021, A1.1): 3, of web pages in English. Ours: Korean has 2.3, formulas 2.1.
    min: z.number().min(0).default(1.7).describe('smallest mean length of a word, in characters'),
    // Gopher: 10. Ours: German, Finnish and chemistry reach 9 and 10; keys, Base64 and text without spaces begin at 20.
    max: z.number().min(1).default(15).describe('largest mean length of a word, in characters'),
    // Ours: below, one long name decides.
    min_chars: z
      .number()
      .int()
      .min(1)
      .default(100)
      .describe('answers whose words have fewer characters in all, outside code and tables, are not judged'),
  }),
  reasons: {
    short_words: 'the words of an answer have fewer than `min` characters on average',
    long_words: 'the words of an answer have more than `max` characters on average',
  },
  create: ({ min, max, min_chars }, { keep, drop }) => ({
    apply(conversation) {
      for (const [position, { role, content }] of conversation.messages.entries()) {
        if (role !== 'assistant' || content.length < min_chars) continue;
        const { spaced, characters } = wordShapeOf(content);
        if (characters < min_chars) continue;
        const measured = characters / spaced;
        if (measured < min) return drop('short_words', { measured, limit: min, message: position });
        if (measured > max) return drop('long_words', { measured, limit: max, message: position });
      }
      return keep(conversation);
    },
  }),
});
