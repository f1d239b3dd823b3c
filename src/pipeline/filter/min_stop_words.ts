import { z } from 'zod';
import { proseOf } from '../../measures/code.ts';
import { detectLanguage } from '../../measures/language.ts';
import { isEnumeration, plainLinesOf } from '../../measures/plainLines.ts';
import { type StopWords, stopWordsOf } from '../../measures/stopWords.ts';
import { defineStage } from '../stage.ts';

/** Letters by which the language of an answer is told; more than `detect_language` asks, since a row of nouns misleads. */
const MIN_LETTERS = 60;

export default defineStage({
  name: 'min_stop_words',
  kind: 'filter',
  summary: 'drops answers that are words in a row and no sentences, in sixteen languages',
  options: z.strictObject({
    // Gopher (Rae et al. 2021, A1.1) wants two of eight English words in a page. A share does not depend on the length:
    // in each of these languages any fifty words of running text have 0.13 and more, keywords in a row next to none.
    share: z
      .number()
      .min(0)
      .max(1)
      .default(0.08)
      .describe('smallest share of stop words (`the`, `of`, `is`) among the words of an answer'),
    // Gopher judges nothing shorter.
    min_words: z
      .number()
      .int()
      .min(1)
      .default(50)
      .describe('answers with fewer words outside code, lists, tables and headings are not judged'),
  }),
  reasons: { no_sentences: 'fewer than `share` of the words of an answer are stop words of its language' },
  create: ({ share, min_words }, { keep, drop }) => ({
    apply(conversation) {
      // As `detect_language` wrote it; whatever else a log calls it, is looked up again where it comes to that.
      const { language = '' } = conversation.facets;
      for (const [position, { role, content }] of conversation.messages.entries()) {
        // A word and a space have two characters.
        if (role !== 'assistant' || content.length < 2 * min_words) continue;
        const prose = proseOf(content);
        const quick = stopWordsOf(prose, language, share);
        if (quick !== undefined && (quick.words < min_words || quick.share >= share)) continue;
        const found = sentencesOf(prose, min_words);
        if (found === undefined || found.share >= share) continue;
        return drop('no_sentences', { measured: found.share, limit: share, message: position });
      }
      return keep(conversation);
    },
  }),
});

/**
 * The stop words of what is neither list nor enumeration, in the language that it is in, whatever the conversation is said
 * to be in; `undefined` where there is too little of it, or its language is not sure.
 */
function sentencesOf(prose: string, minWords: number): StopWords | undefined {
  const plain = plainLinesOf(prose);
  const found = stopWordsOf(plain, detectLanguage(plain, MIN_LETTERS));
  return found === undefined || found.words < minWords || isEnumeration(plain, found.words) ? undefined : found;
}
