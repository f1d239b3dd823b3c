import { z } from 'zod';
import { defineStage } from '../stage.ts';
import { longestOf, mostWordsOf, tooLong } from './tooLong.ts';

export default defineStage({
  name: 'max_question_length',
  kind: 'filter',
  summary: 'drops user messages that are whole documents',
  options: z.strictObject({
    // Ours: the same as for answers; a question of some 8,000 tokens leaves an ordinary trainer no room for the answer,
    // and is mostly a file pasted whole.
    chars: z
      .number()
      .int()
      .min(1)
      .nullable()
      .default(32_000)
      .describe('most characters in one user message; null: no limit'),
    words: z.number().int().min(1).nullable().default(null).describe('most words in one user message; null: no limit'),
  }),
  reasons: {
    too_many_chars: 'a user message is longer than `chars` characters',
    too_many_words: 'a user message is longer than `words` words',
  },
  measures: {
    chars: { reason: 'too_many_chars', keeps: 'at_most', loosest: null, held: longestOf('user') },
    // A word has at least one character.
    words: { reason: 'too_many_words', keeps: 'at_most', loosest: null, held: mostWordsOf('user') },
  },
  create: (limits, { keep, drop }) => ({
    apply(conversation) {
      const found = tooLong(conversation, 'user', limits);
      return found === undefined ? keep(conversation) : drop(found.reason, found.facts);
    },
  }),
});
