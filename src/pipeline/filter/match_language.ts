import { z } from 'zod';
import { speaksOfLanguages } from '../../measures/languageAsked.ts';
import { UNDETERMINED } from '../../measures/languageCode.ts';
import { languageAtBeginning, languagesOf } from '../../measures/languagesOf.ts';
import type { Conversation, Message } from '../conversation.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'match_language',
  kind: 'filter',
  summary: 'drops answers in another language than the question, where no other was asked for',
  options: z.strictObject({
    // Measured on the chats: with 25, one answer in ten thousand that people preferred falls; with 15, names and menus do.
    min_letters: z
      .number()
      .int()
      .min(15)
      .default(25)
      .describe(
        'a question needs as many letters for a sure language, an answer three times as many, unless the script decides',
      ),
  }),
  reasons: { other_language: 'an answer is in another language than the question' },
  create: ({ min_letters }, { keep, drop }) => ({
    apply(conversation) {
      let question: Message | undefined;
      for (const [position, message] of conversation.messages.entries()) {
        if (message.role === 'user') question = message;
        if (message.role !== 'assistant' || question === undefined) continue;
        if (!differ(question.content, message.content, min_letters)) continue;
        if (isAskedFor(conversation, position)) return keep(conversation);
        return drop('other_language', { measured: message.content.length, limit: min_letters, message: position });
      }
      return keep(conversation);
    },
  }),
});

/**
 * All that is sure of the answer's language is one, that is most of it, and no part of the question is in that, or in none that is
 * sure. Nearly all leave at the first look.
 */
function differ(question: string, answer: string, minLetters: number): boolean {
  if (
    question.length < FEWEST_SIGNS ||
    (ENGLISH.test(question.slice(0, LOOK)) && ENGLISH.test(answer.slice(0, LOOK)))
  ) {
    return false;
  }
  const asks = languageAtBeginning(question, minLetters);
  if (asks === UNDETERMINED && question.length < LOOK) return false;
  if (asks === languageAtBeginning(answer, minLetters)) return false;
  const said = languagesOf(answer, ANSWER_LETTERS * minLetters);
  const sure = said.filter((language) => language !== UNDETERMINED);
  const [first] = sure;
  if (first === undefined || 2 * sure.length < said.length || sure.some((other) => other !== first)) return false;
  const asked = languagesOf(question, minLetters);
  return asked.some((language) => language !== UNDETERMINED) && !asked.includes(first);
}

/** Ours: of most logs both are in English, and two of its commonest words say so quickest; at worst an answer passes. */
const ENGLISH_WORD =
  "(?:the|that|with|what|you|your|are|this|from|have|which|and|how|for|can|i'm|i’m|don't|should|would|not|it's)";
const ENGLISH = new RegExp(`\\b${ENGLISH_WORD}\\b.{1,80}\\b${ENGLISH_WORD}\\b`, 'is');
const LOOK = 160;
/** Four ideographs say their language (`detectLanguage`). */
const FEWEST_SIGNS = 4;

/** Ours: answers are lists of cities and of names; a question says what it wants in words of its language. */
const ANSWER_LETTERS = 3;

/** Somewhere up to the answer a user, or the system, speaks of a language. */
function isAskedFor({ messages }: Conversation, position: number): boolean {
  return messages.slice(0, position).some(({ role, content }) => role !== 'assistant' && speaksOfLanguages(content));
}
