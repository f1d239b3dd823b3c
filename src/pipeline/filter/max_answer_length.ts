import { z } from 'zod';
import { defineStage } from '../stage.ts';
import { longestOf, mostWordsOf, tooLong } from './tooLong.ts';

export default defineStage({
  name: 'max_answer_length',
  kind: 'filter',
  summary: 'drops answers that no trainer would take whole',
  options: z.strictObject({
    // Ours: some 8,000 tokens at four characters a token, the longest sequence in common fine-tuning recipes; what is
    // longer would be cut in the middle and teach the model to stop there.
    chars: z.number().int().min(1).nullable().default(32_000).describe('most characters in one answer; null: no limit'),
    words: z.number().int().min(1).nullable().default(null).describe('most words in one answer; null: no limit'),
  }),
  reasons: {
    too_many_chars: 'an answer is longer than `chars` characters',
    too_many_words: 'an answer is longer than `words` words',
  },
  measures: {
    chars: { reason: 'too_many_chars', keeps: 'at_most', loosest: null, held: longestOf('assistant') },
    // A word has at least one character.
    words: { reason: 'too_many_words', keeps: 'at_most', loosest: null, held: mostWordsOf('assistant') },
  },
  create: (limits, { keep, drop }) => ({
    apply(conversation) {
      const found = tooLong(conversation, 'assistant', limits);
      return found === undefined ? keep(conversation) : drop(found.reason, found.facts);
    },
  }),
});
