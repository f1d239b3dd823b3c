import { z } from 'zod';
import { disarmBars } from '../measures/controlTokens/find.ts';
import type { ConversationFormat } from './format.ts';
import { jsonText } from './jsonText.ts';
import { type PlainMessage, plainMessages } from './messages.ts';
import { readMessages } from './readMessages.ts';

const chatmlText: ConversationFormat = {
  name: 'chatml-text',
  kind: 'conversations',
  summary: '{"text"} with the literal <|im_start|>role … <|im_end|> text, for plain language-model training',
  extension: 'jsonl',
  reasons: {},
  schema: z.strictObject({ text: z.string().min(1) }),
  refuses: () => undefined,
  open: () => ({
    columns: [{ name: 'text', type: 'string' }],
    rows({ messages }) {
      return messages.length === 0 ? [] : [jsonText({ text: plainMessages(messages).map(turn).join('') })];
    },
  }),
  read({ text }) {
    if (typeof text !== 'string') return undefined;
    const turns = [...text.matchAll(TURN)].map(([, role, content]) => ({ role, content }));
    const messages = readMessages(turns);
    return messages === undefined || messages.length === 0 ? undefined : { messages };
  },
};

export default chatmlText;

const TURN = /<\|im_start\|>(\w+)\n(.*?)<\|im_end\|>\n/gs;

/**
 * One turn. A tokenizer reads a literal token as control (transformers#29279), and plain text has no way to escape it, so
 * even where the stage `control_tokens` was left out, no message can end its turn.
 *
 * There is no begin-of-sequence sign and no prompt for an answer to come: trainers add the one and do without the other.
 */
function turn({ role, content }: PlainMessage): string {
  return `<|im_start|>${role}\n${disarmBars(content)}<|im_end|>\n`;
}
