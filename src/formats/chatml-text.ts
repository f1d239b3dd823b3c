import { z } from 'zod';
import { type ConversationFormat, LINES } from './format.ts';
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
    frame: LINES,
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

/** One turn; no begin-of-sequence sign and no prompt for an answer to come: trainers add the one and do without the other. */
function turn({ role, content }: PlainMessage): string {
  return `<|im_start|>${role}\n${disarm(content)}<|im_end|>\n`;
}

/** `<|…|>` as ChatML, Llama 3, Phi, Command R write control tokens, and `<｜…｜>` with full-width bars as DeepSeek does. */
const CONTROL_TOKEN = /<[|｜]([^\s<>|｜]{1,64})[|｜]>/g;

/**
 * Takes the bars out of control tokens in what people wrote: `<|im_end|>` becomes `<im_end>`. A tokenizer reads the
 * literal token as control (transformers#29279) and plain text has no way to escape it. What is left stays readable
 * and can be brought back where it matters; no new token can come of it, as a name holds neither bar nor bracket.
 */
function disarm(content: string): string {
  return content.replace(CONTROL_TOKEN, '<$1>');
}
