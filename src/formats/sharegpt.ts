import { z } from 'zod';
import type { Message } from '../pipeline/conversation.ts';
import { toolDefinitions } from '../pipeline/toolCalls.ts';
import { isOfTools, saysBesideCall, TEXT_OR_CALLS_REASONS } from './callMatching.ts';
import type { Column } from './columnType.ts';
import type { ConversationFormat, ExportShape, FormatOptions, RowWriter } from './format.ts';
import { jsonText } from './jsonText.ts';
import { contentsInRow, type JsonPiece } from './messagesJson.ts';
import { readTurns, TURN_ROLES, turnsWithTools } from './sharegptTurns.ts';
import { hasTools } from './toolMessages.ts';
import { definitionList } from './toolValues.ts';

const schema = z.strictObject({
  conversations: z
    .array(
      z.strictObject({ from: z.enum(['system', 'human', 'gpt', 'function_call', 'observation']), value: z.string() }),
    )
    .min(1),
  /** A system message of its own column, as LLaMA-Factory also takes it. */
  system: z.string().optional(),
  tools: z.string().optional(),
});

/**
 * The roles of LLaMA-Factory (src/llamafactory/data/converter.py, SharegptDatasetConverter). The system message is the first
 * turn: LLaMA-Factory, Unsloth, axolotl and torchtune all read it there, and a column `system` only the first of them.
 */
const sharegpt: ConversationFormat = {
  name: 'sharegpt',
  kind: 'conversations',
  summary:
    '{"conversations": [{"from", "value"}]} of LLaMA-Factory, Unsloth and axolotl, with "tools" in every row when one needs it',
  extension: 'jsonl',
  reasons: TEXT_OR_CALLS_REASONS,
  schema,
  refuses: () => undefined,
  open: (shape, { no_tools }) => ({ columns: columnsOf(shape), rows: (example) => rowsOf(shape, example, no_tools) }),
  read(row) {
    const parsed = schema.safeParse(row);
    if (!parsed.success) return undefined;
    const { conversations, system = '', tools } = parsed.data;
    const first = system === '' ? [] : [{ from: 'system' as const, value: system }];
    const definitions = toolDefinitions(tools);
    return {
      messages: readTurns([...first, ...conversations]),
      ...(definitions !== undefined && { tools: definitions }),
    };
  },
};

export default sharegpt;

function columnsOf(shape: ExportShape): Column[] {
  const conversations: Column = {
    name: 'conversations',
    type: { list: { struct: { from: 'string', value: 'string' } } },
  };
  return hasTools(shape) ? [conversations, { name: 'tools', type: 'string' }] : [conversations];
}

function rowsOf(
  shape: ExportShape,
  { messages, tools }: Parameters<RowWriter['rows']>[0],
  no_tools: FormatOptions['no_tools'],
): ReturnType<RowWriter['rows']> {
  if (messages.length === 0) return [];
  if (shape.tools && saysBesideCall(messages)) return { refused: 'text_with_call' };
  const end = hasTools(shape) ? `,"tools":${toolsText(tools, no_tools)}}` : '}';
  if (messages.some(isOfTools)) return [`{"conversations":${jsonText(turnsWithTools(messages))}${end}`];
  return [['{"conversations":', ...plainTurns(messages), end]];
}

function plainTurns(messages: readonly Message[]): JsonPiece[] {
  const contents = contentsInRow(messages);
  return messages.flatMap(({ role }, place) => [
    `${place === 0 ? '[' : '},'}{"from":"${TURN_ROLES[role]}","value":`,
    contents[place] ?? '""',
    ...(place === messages.length - 1 ? ['}]'] : []),
  ]);
}

/**
 * Definitions without OpenAI's wrapper: LLaMA-Factory of every version reads them so (data/tool_utils.py). Where there are none
 * it wants nothing: of an empty list it makes an empty system message.
 */
function toolsText(tools: string | undefined, no_tools: FormatOptions['no_tools']): string {
  if (tools === undefined) return no_tools === 'none' ? '""' : '"[]"';
  return jsonText(JSON.stringify(definitionList(tools).map((tool) => tool.function ?? tool)));
}
