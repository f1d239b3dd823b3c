import { z } from 'zod';
import type { Role } from '../pipeline/conversation.ts';
import { type Column, TURNS } from './columnType.ts';
import { exchangesInRow } from './exchangesInRow.ts';
import { folded, refusedUnfolded, TOOL_REASONS } from './fold.ts';
import type { ConversationFormat, ExportShape, RowWriter } from './format.ts';
import { jsonText } from './jsonText.ts';
import { systemText } from './messages.ts';
import type { JsonPiece } from './messagesJson.ts';
import { turnsToMessages } from './readMessages.ts';

const PLACES = { system: true, tools: false } as const;

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
  reasons: TOOL_REASONS,
  schema,
  refuses: (example, options) => refusedUnfolded(example, options, PLACES),
  open: (shape) => ({ columns: columnsOf(shape), rows: (example) => rowsOf(shape, example) }),
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

function rowsOf(shape: ExportShape, example: Parameters<RowWriter['rows']>[0]): ReturnType<RowWriter['rows']> {
  const messages = folded(example.messages, PLACES);
  if ('refused' in messages) return messages;
  const exchanges = exchangesInRow(messages);
  const last = exchanges.pop();
  if (last === undefined) return [];
  const row: JsonPiece[] = ['{"instruction":', last.user, ',"input":"","output":', last.assistant];
  if (shape.several_turns) {
    row.push(',"history":[');
    for (const [place, { user, assistant }] of exchanges.entries())
      row.push(place === 0 ? '[' : ',[', user, ',', assistant, ']');
    row.push(']');
  }
  if (shape.system) row.push(`,"system":${jsonText(systemText(messages))}`);
  row.push('}');
  return [row];
}

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
