import { toolDefinitions } from '../pipeline/toolCalls.ts';
import { chatSchema } from './chatSchema.ts';
import { type Column, MESSAGES } from './columnType.ts';
import type { ConversationFormat, ExportShape, FormatOptions, RowWriter } from './format.ts';
import { jsonText } from './jsonText.ts';
import { messagesInRow } from './messagesJson.ts';
import { readMessages } from './readMessages.ts';
import { definitionsOf, hasTools, TOOL_MESSAGES, toolMessage } from './toolMessages.ts';

const chatml: ConversationFormat = {
  name: 'chatml',
  kind: 'conversations',
  summary:
    '{"messages": [{"role", "content"}]}, the chat shape of OpenAI, TRL, axolotl, mlx-lm and most other trainers',
  extension: 'jsonl',
  reasons: {},
  schema: chatSchema,
  refuses: () => undefined,
  open: (shape, options) => (hasTools(shape) ? withTools(shape, options) : PLAIN),
  read({ messages, tools }) {
    const read = readMessages(messages);
    const definitions = toolDefinitions(tools);
    return read === undefined
      ? undefined
      : { messages: read, ...(definitions !== undefined && { tools: definitions }) };
  },
};

export default chatml;

// TRL stops a whole run on `"messages": []`.
const PLAIN: RowWriter = {
  columns: [{ name: 'messages', type: MESSAGES }],
  rows: ({ messages }) => (messages.length === 0 ? [] : [['{"messages":', messagesInRow(messages), '}']]),
};

/** `messages` with calls and answers, and `tools` with the definitions: in every row, or as OpenAI's API has them. */
function withTools(shape: ExportShape, options: FormatOptions): RowWriter {
  const columns: Column[] = [
    { name: 'messages', type: shape.tools ? TOOL_MESSAGES : MESSAGES },
    { name: 'tools', type: options.tool_keys === 'uniform' ? 'string' : { list: 'json' } },
  ];
  return {
    columns,
    rows({ messages, tools }) {
      if (messages.length === 0) return [];
      const said = messages.map((message) => toolMessage(message, options));
      return [jsonText({ messages: said, tools: definitionsOf(tools, options) })];
    },
  };
}
