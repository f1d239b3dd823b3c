import { z } from 'zod';
import { speaksOfInstructions, talksOfOwnInstructions } from '../../measures/ownInstructions.ts';
import type { Message } from '../conversation.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'drop_own_instructions',
  kind: 'filter',
  summary: 'drops answers that talk of what the assistant was told: its instructions, its system prompt',
  options: z.strictObject({
    // Ours: who asks about prompts gets answers about prompts, and who has a part played hears of its rules.
    when_asked: z
      .enum(['keep', 'drop'])
      .default('keep')
      .describe('what becomes of it where the user spoke of prompts, instructions or roles before'),
  }),
  reasons: { own_instructions: 'an answer talks of the instructions of the assistant, and nobody asked about them' },
  create: ({ when_asked }, { keep, drop }) => ({
    apply(conversation) {
      for (const [position, { role, content }] of conversation.messages.entries()) {
        if (role !== 'assistant' || !talksOfOwnInstructions(content)) continue;
        if (when_asked === 'keep' && wasAsked(conversation.messages, position)) continue;
        return drop('own_instructions', { measured: content.length, message: position });
      }
      return keep(conversation);
    },
  }),
});

function wasAsked(messages: readonly Message[], before: number): boolean {
  return messages.slice(0, before).some(({ role, content }) => role === 'user' && speaksOfInstructions(content));
}
