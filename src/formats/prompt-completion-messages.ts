import { z } from 'zod';
import type { Message } from '../pipeline/conversation.ts';
import { toolDefinitions } from '../pipeline/toolCalls.ts';
import { chatMessages, toolsColumn } from './chatSchema.ts';
import type { Column } from './columnType.ts';
import type { ConversationFormat, ExportShape, FormatOptions } from './format.ts';
import { jsonText } from './jsonText.ts';
import { contentsInRow, type JsonPiece } from './messagesJson.ts';
import { readMessages } from './readMessages.ts';
import { hasTools, messagesType, toolMessage, toolsColumnOf, toolsInRow } from './toolMessages.ts';

/**
 * The answer apart from what it answers, by which TRL learns from the answer alone (docs/source/dataset_formats.md); of a
 * conversation it is the last one.
 */
const promptCompletionMessages: ConversationFormat = {
  name: 'prompt-completion-messages',
  kind: 'conversations',
  summary: '{"prompt": [messages], "completion": [the last answer]} of TRL, which learns from the completion alone',
  extension: 'jsonl',
  reasons: {},
  schema: z.strictObject({ prompt: chatMessages, completion: chatMessages, tools: toolsColumn.optional() }),
  refuses: () => undefined,
  open: (shape, options) => ({
    columns: columnsOf(shape, options),
    rows: ({ messages, tools }) => {
      const last = messages.at(-1);
      if (last?.role !== 'assistant' || messages.length < 2) return [];
      const end = `${toolsInRow(tools, shape, options)}}`;
      return [shape.tools ? `${withTools(messages, last, options)}${end}` : [...plain(messages), end]];
    },
  }),
  read({ prompt, completion, tools }) {
    const asked = readMessages(prompt);
    const answered = readMessages(completion);
    if (asked === undefined || answered === undefined) return undefined;
    const definitions = toolDefinitions(tools);
    const messages = [...asked, ...answered].map((message, index) => ({ ...message, index }));
    return { messages, ...(definitions !== undefined && { tools: definitions }) };
  },
};

export default promptCompletionMessages;

function columnsOf(shape: ExportShape, options: FormatOptions): Column[] {
  const type = messagesType(shape);
  const columns: Column[] = [
    { name: 'prompt', type },
    { name: 'completion', type },
  ];
  return hasTools(shape) ? [...columns, toolsColumnOf(options)] : columns;
}

function plain(messages: readonly Message[]): JsonPiece[] {
  const contents = contentsInRow(messages);
  const row: JsonPiece[] = ['{"prompt":['];
  for (const [place, { role }] of messages.entries()) {
    const before = place === messages.length - 1 ? '],"completion":[' : place === 0 ? '' : ',';
    row.push(`${before}{"role":"${role}","content":`, contents[place] ?? '""', '}');
  }
  row.push(']');
  return row;
}

function withTools(messages: readonly Message[], last: Message, options: FormatOptions): string {
  const prompt = messages.slice(0, -1).map((message) => toolMessage(message, options));
  return `{"prompt":${jsonText(prompt)},"completion":${jsonText([toolMessage(last, options)])}`;
}
