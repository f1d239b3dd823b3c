import { z } from 'zod';
import { disarmControlTokens, findControlTokens, isControlToken } from '../../measures/controlTokens/find.ts';
import type { Conversation, Message } from '../conversation.ts';
import { rewriteTexts } from '../rewriteTexts.ts';
import { defineStage } from '../stage.ts';

const tokens = z.array(z.string().refine(isControlToken, 'is no control token that this stage looks for'));

export default defineStage({
  name: 'control_tokens',
  kind: 'clean',
  summary: 'takes the force from control tokens of chat templates (`<|im_end|>`, `[INST]`), in code as well',
  options: z.strictObject({
    action: z
      .enum(['neutralise', 'drop'])
      .default('neutralise')
      .describe('`neutralise` puts a space into the token, `drop` drops the conversation'),
    keep: tokens.default([]).describe('tokens that stay, whoever writes them'),
    // Ours: a reasoning model writes these itself, and to learn from its answers they must stay. None of them ends a turn.
    keep_in_answers: tokens
      .default(['<think>', '</think>', '[THINK]', '[/THINK]', '<tool_call>', '</tool_call>'])
      .describe('tokens that stay where the assistant writes them: its own marks for thoughts and calls'),
  }),
  reasons: { found: 'a message holds a control token of a chat template' },
  create: ({ action, keep, keep_in_answers }, tools) => {
    const kept = new Set(keep);
    const keptInAnswers = new Set([...keep, ...keep_in_answers]);
    const keptBy = (message: Message | undefined) => (message?.role === 'assistant' ? keptInAnswers : kept);
    if (action === 'neutralise') {
      return {
        apply: (conversation) =>
          tools.keep(
            rewriteTexts(conversation, (text, position) =>
              disarmControlTokens(text, keptBy(conversation.messages[position])),
            ),
          ),
      };
    }
    return {
      apply(conversation) {
        const { message, measured } = firstFault(conversation, keptBy);
        return measured === 0 ? tools.keep(conversation) : tools.drop('found', { measured, limit: 0, message });
      },
    };
  },
});

/** The first message with control tokens that may not stay, in its text or in what it calls tools with, and how many. */
function firstFault(
  conversation: Conversation,
  keptBy: (message: Message | undefined) => ReadonlySet<string>,
): { message: number; measured: number } {
  const fault = { message: 0, measured: 0 };
  rewriteTexts(conversation, (text, position) => {
    const kept = keptBy(conversation.messages[position]);
    const found = findControlTokens(text).filter(({ token }) => !kept.has(token)).length;
    if (found > 0 && fault.measured === 0) fault.message = position;
    if (position === fault.message) fault.measured += found;
    return text;
  });
  return fault;
}
