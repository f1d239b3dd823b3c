import { z } from 'zod';
import { wordCounter } from '../../measures/wordList.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'blocked_words',
  kind: 'filter',
  summary: 'drops messages that hold a word of your list',
  options: z.strictObject({
    words: z
      .array(z.string().trim().min(1))
      .default([])
      .describe('words or phrases, found whole and whatever their case; empty: none'),
    where: z.enum(['any', 'question', 'answer']).default('any').describe('whose messages are searched'),
  }),
  reasons: { blocked: 'a message holds a word of `words`' },
  create: ({ words, where }, { keep, drop }) => {
    const count = wordCounter(words);
    const roles: readonly string[] = { any: ['user', 'assistant'], question: ['user'], answer: ['assistant'] }[where];
    return {
      apply(conversation) {
        if (words.length === 0) return keep(conversation);
        for (const [position, { role, content }] of conversation.messages.entries()) {
          if (!roles.includes(role)) continue;
          const hits = count(content);
          if (hits > 0) return drop('blocked', { measured: hits, limit: 0, message: position });
        }
        return keep(conversation);
      },
    };
  },
});
