import { disarmBars } from '../measures/controlTokens/find.ts';
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

/**
 * One turn. A tokenizer reads a literal token as control (transformers#29279), and plain text has no way to escape it, so
 * even where the stage `control_tokens` was left out, no message can end its turn.
 *
 * There is no begin-of-sequence sign and no prompt for an answer to come: trainers add the one and do without the other.
 */
function turn({ role, content }: PlainMessage): string {
  return `<|im_start|>${role}\n${disarmBars(content)}<|im_end|>\n`;
}
