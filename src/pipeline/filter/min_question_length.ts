import { z } from 'zod';
import { countWords } from '../../measures/words.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'min_question_length',
  kind: 'filter',
  summary: 'drops conversations in which the user says almost nothing',
  options: z.strictObject({
    // Ours: `hi` and `ok` are chat; a lone key pressed by mistake is not.
    chars: z.number().int().min(0).default(2).describe('fewest characters of user text to keep'),
    // Ours: a message of nothing but punctuation asks nothing.
    words: z.number().int().min(0).default(1).describe('fewest words of user text to keep'),
  }),
  reasons: {
    too_few_chars: 'the user says less than `chars` characters in the whole conversation',
    too_few_words: 'the user says less than `words` words in the whole conversation',
  },
  measures: {
    chars: {
      reason: 'too_few_chars',
      keeps: 'at_least',
      loosest: 0,
      whole: true,
      held: ({ user_chars }) => ({ low: user_chars, high: user_chars }),
    },
    // A word has at least one character.
    words: {
      reason: 'too_few_words',
      keeps: 'at_least',
      loosest: 0,
      whole: true,
      held: ({ user_chars }) => ({ low: 0, high: user_chars }),
    },
  },
  create: ({ chars, words }, { keep, drop }) => ({
    apply(conversation) {
      let length = 0;
      let wordCount = 0;
      for (const { role, content } of conversation.messages) {
        if (role !== 'user') continue;
        length += content.length;
        if (wordCount < words) wordCount += countWords(content, words - wordCount);
      }
      if (length < chars) return drop('too_few_chars', { measured: length, limit: chars });
      if (wordCount < words) return drop('too_few_words', { measured: wordCount, limit: words });
      return keep(conversation);
    },
  }),
});
