import { type Column, TURNS } from './columnType.ts';
import type { ExportShape, Format } from './format.ts';
import { LINES } from './format.ts';
import { jsonText } from './jsonText.ts';
import { exchangesOf, systemText } from './messages.ts';

const alpaca: Format = {
  name: 'alpaca',
  summary: '{"instruction", "input", "output"}, with "history" and "system" in every row when one row needs them',
  extension: 'jsonl',
  reasons: { tool_messages: 'the conversation has tool messages, for which an Alpaca row has no place' },
  refuses: ({ tools }) => (tools ? 'tool_messages' : undefined),
  open: (shape) => ({
    frame: LINES,
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
