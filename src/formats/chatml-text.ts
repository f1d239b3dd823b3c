import type { Format } from './format.ts';
import { LINES } from './format.ts';
import { jsonText } from './jsonText.ts';
import { type PlainMessage, plainMessages } from './messages.ts';

const chatmlText: Format = {
  name: 'chatml-text',
  summary: '{"text"} with the literal <|im_start|>role … <|im_end|> text, for plain language-model training',
  extension: 'jsonl',
  reasons: {},
  refuses: () => undefined,
  open: () => ({
    frame: LINES,
    columns: [{ name: 'text', type: 'string' }],
    rows({ messages }) {
      return messages.length === 0 ? [] : [jsonText({ text: plainMessages(messages).map(turn).join('') })];
    },
  }),
};

export default chatmlText;

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
