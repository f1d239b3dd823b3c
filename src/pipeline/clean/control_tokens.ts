import { z } from 'zod';
import { disarmControlTokens, findControlTokens, isControlToken } from '../../measures/controlTokens/find.ts';
import { type Conversation, type Message, type Role, rewriteMessages } from '../conversation.ts';
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
    const keptOf = (role: Role): ReadonlySet<string> => (role === 'assistant' ? keptInAnswers : kept);
    if (action === 'neutralise') {
      const disarm = (text: string, role: Role): string => disarmControlTokens(text, keptOf(role));
      return { apply: (conversation) => tools.keep(rewriteMessages(conversation, disarm)) };
    }
    const count = ({ content, role }: Message): number =>
      findControlTokens(content).filter(({ token }) => !keptOf(role).has(token)).length;
    return {
      apply(conversation: Conversation) {
        for (const [message, said] of conversation.messages.entries()) {
          const measured = count(said);
          if (measured > 0) return tools.drop('found', { measured, limit: 0, message });
        }
        return tools.keep(conversation);
      },
    };
  },
});
