import { z } from 'zod';
import { proseOf } from '../../measures/code.ts';
import { detectLanguage } from '../../measures/language.ts';
import { UNDETERMINED } from '../../measures/languageCode.ts';
import { type WordCounter, wordCounter } from '../../measures/wordList.ts';
import { defineStage } from '../stage.ts';
import { BLOCKED_LANGUAGES, type BlockedLanguage, blockedList } from './blockedLists.ts';

export default defineStage({
  name: 'blocked_words',
  kind: 'filter',
  summary: 'drops messages that hold words of your list, or of a list of profanity by language',
  options: z.strictObject({
    words: z
      .array(z.string().trim().min(1))
      .default([])
      .describe('words or phrases, found whole and whatever their case; empty: none'),
    lists: z
      .array(z.enum(BLOCKED_LANGUAGES))
      .default([])
      .describe('languages whose lists of profanity count as well, in messages of that language; empty: none'),
    // Ours: the rest are as often words like any other, and would take half of all talk of animals and bodies with them.
    sureness: z
      .enum(['likely', 'maybe'])
      .default('likely')
      .describe('of `lists`: `likely` profanity only, or also what it `maybe` is'),
    // C4 (Raffel et al. 2020) drops a page for one word; that a list is asked for at all is a wish for the same.
    max_hits: z.number().int().min(0).default(0).describe('most of those words in a message to keep it'),
    where: z.enum(['any', 'question', 'answer']).default('any').describe('whose messages are searched'),
  }),
  reasons: { blocked: 'a message holds more than `max_hits` words of `words` and `lists`' },
  create: ({ words, lists, sureness, max_hits, where }, { keep, drop }) => {
    const count = wordCounter(words);
    const profanity = lists.map(
      (language): List => ({ language, count: wordCounter(blockedList(language, sureness)) }),
    );
    const roles: readonly string[] = { any: ['user', 'assistant'], question: ['user'], answer: ['assistant'] }[where];
    return {
      apply(conversation) {
        if (words.length === 0 && lists.length === 0) return keep(conversation);
        for (const [position, { role, content }] of conversation.messages.entries()) {
          if (!roles.includes(role)) continue;
          const hits = (words.length === 0 ? 0 : count(content)) + profanityIn(content, profanity);
          if (hits > max_hits) return drop('blocked', { measured: hits, limit: max_hits, message: position });
        }
        return keep(conversation);
      },
    };
  },
});

interface List {
  readonly language: BlockedLanguage;
  readonly count: WordCounter;
}

/** The default of `detect_language.min_letters`. */
const MIN_LETTERS = 12;

/** What is profanity in one language is a word in another (`bite`, `pine`, `con`): a list counts in its own, and where it is not known. */
function profanityIn(text: string, lists: readonly List[]): number {
  let hits = 0;
  let spoken: string | undefined;
  for (const { language, count } of lists) {
    const found = count(text);
    if (found === 0) continue;
    spoken ??= detectLanguage(proseOf(text), MIN_LETTERS);
    if (spoken === language || spoken === UNDETERMINED) hits += found;
  }
  return hits;
}
