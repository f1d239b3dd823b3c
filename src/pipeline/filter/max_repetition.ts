import { z } from 'zod';
import { SHARES } from '../../measures/byteScale.ts';
import { repetitionOf } from '../../measures/repetition.ts';
import { defineStage } from '../stage.ts';

const share = z.number().min(0).max(1);

/**
 * After Gopher (Rae et al. 2021, table A1: repeated lines 0.30, characters on them 0.20, in repeated 10-grams 0.10),
 * with wider limits. Those are for web pages, where a repeat is a menu or spam; in chat it is a song with its chorus,
 * a table, a list whose items are built alike, a paragraph beside its correction. An answer that loops goes on until
 * the model's limit stops it, and is far beyond half.
 */
export default defineStage({
  name: 'max_repetition',
  kind: 'filter',
  summary: 'drops answers that loop',
  options: z.strictObject({
    // Ours: a chorus sung four times between verses as long as itself stays just under a half.
    lines: share.default(0.5).describe('largest share of an answer on lines that stood in it before'),
    ngrams: share.default(0.5).describe('largest share of the words in runs of ten words that stood there before'),
    // Ours: longer than any word or laugh that is meant.
    run: z.number().int().min(80).default(200).describe('longest word that is the same few characters over and over'),
    // Gopher judges documents of at least 50 words (section A1.1); below, one line said twice decides.
    min_words: z
      .number()
      .int()
      .min(1)
      .default(50)
      .describe('answers of fewer words outside code are not judged by share'),
  }),
  reasons: {
    repeated_lines: 'too much of an answer stands on lines that it said before',
    repeated_ngrams: 'too much of an answer says again, word for word, what it said before',
    repeated_characters: 'an answer has a word that is the same few characters over and over',
  },
  measures: {
    lines: { reason: 'repeated_lines', keeps: 'at_most', loosest: 1, held: SHARES },
    ngrams: { reason: 'repeated_ngrams', keeps: 'at_most', loosest: 1, held: SHARES },
  },
  create: ({ lines, ngrams, run, min_words }, { keep, drop, measured }) => ({
    apply(conversation) {
      for (const [position, { role, content }] of conversation.messages.entries()) {
        // Fewer characters than this are neither `min_words` words nor such a run.
        if (role !== 'assistant' || content.length < Math.min(min_words, run)) continue;
        const found = repetitionOf(content);
        if (found.run > run) {
          return drop('repeated_characters', { measured: found.run, limit: run, message: position });
        }
        if (found.words < min_words) continue;
        measured('lines', found.lines);
        measured('ngrams', found.ngrams);
        if (found.ngrams > ngrams) {
          return drop('repeated_ngrams', { measured: found.ngrams, limit: ngrams, message: position });
        }
        if (found.lines > lines) {
          return drop('repeated_lines', { measured: found.lines, limit: lines, message: position });
        }
      }
      return keep(conversation);
    },
  }),
});
