import { z } from 'zod';
import type { Conversation } from '../conversation.ts';
import { defineStage } from '../stage.ts';
import type { MessageTokens } from '../tokens/messageTokens.ts';
import { MAX_TOKENS } from '../tokens/tokenLimit.ts';
import { exchangeEnds, withoutExchanges } from '../turns.ts';

export default defineStage({
  name: MAX_TOKENS,
  kind: 'trim',
  summary: 'cuts whole exchanges from the front of conversations that are longer than the model is trained on',
  options: z.strictObject({
    // Ours: twice `training.max_seq_length`; trainers that are told less cut the end of an answer without a word.
    max: z.number().int().min(16).default(4096).describe('most tokens of an example, by the `tokenizer` of the config'),
    cut: z
      .enum(['front', 'drop'])
      .default('front')
      .describe('`front` takes exchanges from the front until the rest fits, `drop` drops the conversation'),
  }),
  reasons: { too_long: 'it, or its last exchange alone, has more tokens than `max`' },
  create: ({ max, cut }, { keep, drop }, { tokens }) => ({
    apply(conversation) {
      if (tokens === undefined) throw new RangeError('max_tokens is made without a tokenizer');
      const all = tokens.ofConversation(conversation);
      if (all <= max) return keep(conversation);
      const { exchanges, left } =
        cut === 'front' ? cutToFit(conversation, all, max, tokens) : { exchanges: 0, left: all };
      return left > max
        ? drop('too_long', { measured: left, limit: max })
        : keep(withoutExchanges(conversation, exchanges));
    },
  }),
});

/** How many exchanges have to go, at most all but the last, and how many tokens are left. */
function cutToFit(
  { messages }: Conversation,
  all: number,
  max: number,
  tokens: MessageTokens,
): { readonly exchanges: number; readonly left: number } {
  const ends = exchangeEnds(messages);
  let start = messages[0]?.role === 'system' ? 1 : 0;
  let left = all;
  let exchanges = 0;
  while (left > max && exchanges < ends.length - 1) {
    const end = ends[exchanges++] ?? 0;
    left -= tokens.ofMessages(messages.slice(start, end));
    start = end;
  }
  return { exchanges, left };
}
