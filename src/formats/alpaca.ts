import { z } from 'zod';
import type { Role } from '../pipeline/conversation.ts';
import { type Column, TURNS } from './columnType.ts';
import type { ConversationFormat, ExportShape } from './format.ts';
import { jsonText } from './jsonText.ts';
import { exchangesOf, systemText } from './messages.ts';
import { turnsToMessages } from './readMessages.ts';

const schema = z.strictObject({
  instruction: z.string(),
  input: z.string().optional(),
  output: z.string(),
  history: z.array(z.tuple([z.string(), z.string()])).optional(),
  system: z.string().optional(),
});

const alpaca: ConversationFormat = {
  name: 'alpaca',
  kind: 'conversations',
  summary: '{"instruction", "input", "output"}, with "history" and "system" in every row when one row needs them',
  extension: 'jsonl',
  reasons: { tool_messages: 'the conversation has tool messages, for which an Alpaca row has no place' },
  schema,
  refuses: ({ tools }) => (tools ? 'tool_messages' : undefined),
  open: (shape) => ({
    columns: columnsOf(shape),
    rows({ messages }) {
      const exchanges = exchangesOf(messages);
      const last = exchanges.pop();
      if (last === undefined) return [];
      const row = {
        instruction: last.user,
        input: '',
        output: last.assistant,
        ...(shape.several_turns && { history: exchanges.map(({ user, assistant }) => [user, assistant]) }),
        ...(shape.system && { system: systemText(messages) }),
      };
      return [jsonText(row)];
    },
  }),
  read(row) {
    const parsed = schema.safeParse(row);
    if (!parsed.success) return undefined;
    const { instruction, input = '', output, history = [], system = '' } = parsed.data;
    // LLaMA-Factory joins the two by a line end.
    const question = input === '' ? instruction : `${instruction}\n${input}`;
    const turns: [Role, string][] = [...history, [question, output]].flatMap(([user = '', assistant = '']) => [
      ['user', user],
      ['assistant', assistant],
    ]);
    return { messages: turnsToMessages(system === '' ? turns : [['system', system], ...turns]) };
  },
};

export default alpaca;

/**
 * `history` is in every row or in none. Even so, a reader that meets only empty histories at first takes them for
 * lists of nothing and fails on the first full one; with the column's type given it does not.
 */
function columnsOf(shape: ExportShape): Column[] {
  const columns: Column[] = [
    { name: 'instruction', type: 'string' },
    { name: 'input', type: 'string' },
    { name: 'output', type: 'string' },
  ];
  if (shape.several_turns) columns.push({ name: 'history', type: TURNS });
  if (shape.system) columns.push({ name: 'system', type: 'string' });
  return columns;
}
