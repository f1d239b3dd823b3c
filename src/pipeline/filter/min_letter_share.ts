import { z } from 'zod';
import { SHARES } from '../../measures/byteScale.ts';
import { wordShapeOf } from '../../measures/wordShape.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'min_letter_share',
  kind: 'filter',
  summary: 'drops answers that are mostly numbers',
  options: z.strictObject({
    // Gopher (Rae et al. 2021, A1.1) wants a letter in 0.8 of all words of a web page. Ours is lower: a sum worked out step by
    // step has one in half of them, a list of results in a third; a dump of numbers in next to none.
    share: z
      .number()
      .min(0)
      .max(1)
      .default(0.25)
      .describe('smallest share of the words outside code and tables that have a letter'),
    // As Gopher, which judges nothing shorter; a number may be all there is to say.
    min_words: z.number().int().min(1).default(50).describe('answers of fewer words outside code are not judged'),
  }),
  reasons: { mostly_numbers: 'fewer than `share` of the words of an answer have a letter' },
  measures: { share: { reason: 'mostly_numbers', keeps: 'at_least', loosest: 0, held: SHARES } },
  create: ({ share, min_words }, { keep, drop, measured }) => ({
    apply(conversation) {
      for (const [position, { role, content }] of conversation.messages.entries()) {
        if (role !== 'assistant' || content.length < min_words) continue;
        const { words, lettered } = wordShapeOf(content);
        if (words < min_words) continue;
        const found = lettered / words;
        measured('share', found);
        if (found < share) return drop('mostly_numbers', { measured: found, limit: share, message: position });
      }
      return keep(conversation);
    },
  }),
});
