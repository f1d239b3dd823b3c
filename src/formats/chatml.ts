import { MESSAGES } from './columnType.ts';
import type { Format } from './format.ts';
import { LINES } from './format.ts';
import { messagesInRow } from './messagesJson.ts';

const chatml: Format = {
  name: 'chatml',
  summary:
    '{"messages": [{"role", "content"}]}, the chat shape of OpenAI, TRL, axolotl, mlx-lm and most other trainers',
  extension: 'jsonl',
  reasons: {},
  refuses: () => undefined,
  open: () => ({
    frame: LINES,
    columns: [{ name: 'messages', type: MESSAGES }],
    rows({ messages }) {
      // TRL stops a whole run on `"messages": []`.
      return messages.length === 0 ? [] : [['{"messages":', messagesInRow(messages), '}']];
    },
  }),
};

export default chatml;
