import { toolDefinitions } from '../pipeline/toolCalls.ts';
import { chatSchema } from './chatSchema.ts';
import type { ConversationFormat } from './format.ts';
import { readMessages } from './readMessages.ts';
import { hasTools, messagesPiece, messagesType, toolsColumnOf, toolsInRow } from './toolMessages.ts';

const chatml: ConversationFormat = {
  name: 'chatml',
  kind: 'conversations',
  summary:
    '{"messages": [{"role", "content"}]}, the chat shape of OpenAI, TRL, axolotl, mlx-lm and most other trainers',
  extension: 'jsonl',
  reasons: {},
  schema: chatSchema,
  refuses: () => undefined,
  open: (shape, options) => ({
    columns: [{ name: 'messages', type: messagesType(shape) }, ...(hasTools(shape) ? [toolsColumnOf(options)] : [])],
    rows({ messages, tools }) {
      // TRL stops a whole run on `"messages": []`.
      if (messages.length === 0) return [];
      return [['{"messages":', messagesPiece(messages, shape, options), `${toolsInRow(tools, shape, options)}}`]];
    },
  }),
  read({ messages, tools }) {
    const read = readMessages(messages);
    const definitions = toolDefinitions(tools);
    return read === undefined
      ? undefined
      : { messages: read, ...(definitions !== undefined && { tools: definitions }) };
  },
};

export default chatml;
