import { z } from 'zod';
import { CHATML_PLACES, CHATML_REASONS, chatmlTurns, readChatml, TURN_END } from './chatmlTurns.ts';
import { refusedUnfolded } from './fold.ts';
import type { ConversationFormat } from './format.ts';
import type { JsonPiece } from './messagesJson.ts';

const chatmlText: ConversationFormat = {
  name: 'chatml-text',
  kind: 'conversations',
  summary: '{"text"} with the literal <|im_start|>role … <|im_end|> text, for plain language-model training',
  extension: 'jsonl',
  reasons: CHATML_REASONS,
  schema: z.strictObject({ text: z.string().min(1) }),
  refuses: (example, options) => refusedUnfolded(example, options, CHATML_PLACES),
  open: () => ({
    columns: [{ name: 'text', type: 'string' }],
    // No begin-of-sequence sign and no prompt for an answer to come: trainers add the one and do without the other.
    rows({ messages }) {
      const turns = chatmlTurns(messages);
      if ('refused' in turns) return turns;
      if (turns.length === 0) return [];
      const row: JsonPiece[] = ['{"text":"'];
      for (const { opening, content } of turns) row.push(opening, content, CLOSING);
      row.push('"}');
      return [row];
    },
  }),
  read({ text }) {
    const messages = typeof text === 'string' ? readChatml(text) : undefined;
    return messages && { messages };
  },
};

export default chatmlText;

const CLOSING = `${TURN_END}\\n`;
