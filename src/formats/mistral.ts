import { z } from 'zod';
import type { Message } from '../pipeline/conversation.ts';
import { toolDefinitions } from '../pipeline/toolCalls.ts';
import { MATCHING_REASONS, matchedCalls, saysBesideCall, TEXT_OR_CALLS_REASONS } from './callMatching.ts';
import { chatMessages } from './chatSchema.ts';
import type { ConversationFormat, FormatOptions, RowWriter } from './format.ts';
import { jsonText } from './jsonText.ts';
import { messagesInRow } from './messagesJson.ts';
import { mistralId } from './mistralId.ts';
import { readMessages } from './readMessages.ts';
import { hasTools, messagesType, toolMessage } from './toolMessages.ts';
import { functionsOf } from './toolValues.ts';

/** `mistral-common`, protocol/instruct/validator.py: names of functions. */
const FUNCTION_NAME = /^[a-zA-Z0-9_-]{1,64}$/;

const functionSchema = z.strictObject({
  name: z.string().regex(FUNCTION_NAME),
  description: z.string(),
  parameters: z.looseObject({}),
});

/** The rules are those of mistral-finetune (README.md) and of the validator of mistral-common. */
const mistral: ConversationFormat = {
  name: 'mistral',
  kind: 'conversations',
  summary:
    '{"messages", "tools"} of Mistral: ids of nine letters or digits, arguments as JSON text, no key without a use',
  extension: 'jsonl',
  reasons: {
    ...MATCHING_REASONS,
    ...TEXT_OR_CALLS_REASONS,
    function_name: 'a tool has a name that Mistral refuses: letters, digits, `_` and `-` alone, 64 at most',
  },
  schema: z.strictObject({
    messages: chatMessages,
    tools: z.array(z.strictObject({ type: z.literal('function'), function: functionSchema })).optional(),
  }),
  refuses: () => undefined,
  open(shape, options) {
    const messages = { name: 'messages', type: messagesType(shape) };
    const tools = { name: 'tools', type: { list: 'json' }, optional: true } as const;
    if (!hasTools(shape)) return { columns: [messages], rows: plainRows };
    const native = { ...options, tool_keys: 'native', tool_arguments: 'text' } as const;
    return { columns: [messages, tools], rows: (example) => rowsWithTools(example, native) };
  },
  read({ messages, tools }) {
    const read = readMessages(messages);
    const definitions = toolDefinitions(tools);
    return read && { messages: read, ...(definitions !== undefined && { tools: definitions }) };
  },
};

export default mistral;

const plainRows: RowWriter['rows'] = ({ messages }) =>
  messages.length === 0 ? [] : [['{"messages":', messagesInRow(messages), '}']];

function rowsWithTools(
  example: Parameters<RowWriter['rows']>[0],
  options: FormatOptions,
): ReturnType<RowWriter['rows']> {
  if (example.messages.length === 0) return [];
  const messages = matchedCalls(example.messages, mistralId);
  if ('refused' in messages) return messages;
  if (saysBesideCall(messages)) return { refused: 'text_with_call' };
  const functions = functionsOf(example.tools);
  const names = [...functions.map(({ name }) => name), ...messages.flatMap(namesCalled)];
  if (!names.every((name) => FUNCTION_NAME.test(name))) return { refused: 'function_name' };
  // All three keys must be there.
  const tools = functions.map(({ name, description = '', parameters = NO_PARAMETERS }) => ({
    type: 'function',
    function: { name, description, parameters },
  }));
  const said = messages.map((message) => toolMessage(message, options));
  return [jsonText({ messages: said, ...(tools.length > 0 && { tools }) })];
}

const NO_PARAMETERS = { type: 'object', properties: {} } as const;

function namesCalled({ tool_calls = [], name }: Message): string[] {
  return [...tool_calls.map((call) => call.name), ...(name === undefined ? [] : [name])];
}
