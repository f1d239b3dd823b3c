import { z } from 'zod';
import { cutOffOf } from '../../measures/cutOff.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'drop_cut_off',
  kind: 'filter',
  summary: 'drops answers that stop in the middle, as at a limit of tokens',
  options: z.strictObject({
    // Ours: some 150 tokens, and limits are seldom lower; of shorter answers that people preferred, every tenth has no
    // full stop at its end, often because whoever chats leaves it out (hh-rlhf).
    min_chars: z
      .number()
      .int()
      .min(1)
      .default(600)
      .describe('shorter answers may end as they like; ideographs and Hangul count twice'),
    // Ours: after an answer in the middle comes `go on`, as a rule, and the rest of it, which would be lost.
    which: z
      .enum(['last', 'any'])
      .default('last')
      .describe('`last`: the answer that the conversation ends with, `any`: each of them'),
  }),
  reasons: {
    open_code: 'an answer ends within a block of code that nothing closes',
    no_end: 'an answer ends in the middle of a sentence',
  },
  create: ({ min_chars, which }, { keep, drop }) => ({
    apply(conversation) {
      const { messages } = conversation;
      const first = which === 'any' ? 0 : messages.findLastIndex(({ role }) => role === 'assistant');
      for (const [position, { role, content, tool_calls }] of messages.entries()) {
        if (position < first || role !== 'assistant' || tool_calls !== undefined) continue;
        const found = cutOffOf(content, min_chars);
        if (found !== undefined) {
          return drop(found, { measured: content.length, limit: min_chars, message: position });
        }
      }
      return keep(conversation);
    },
  }),
});
