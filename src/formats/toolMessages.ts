import type { Message, ToolCall } from '../pipeline/conversation.ts';
import type { ColumnType } from './columnType.ts';
import type { ExportShape, FormatOptions } from './format.ts';

/**
 * Messages of an export with tools, each role with keys of its own. `datasets` then finds different keys in every row, takes
 * the column for JSON, and gives every row back as it is: tried with 5.0.1, with tools in the test split alone and in the last
 * of 120,000 rows. The same keys in all messages fail there, as their empty lists are lists of nothing.
 */
export const TOOL_MESSAGES: ColumnType = { list: 'json' };

/** A message with role, well-formed content and what it has to do with tools. */
export function toolMessage(message: Message, options: FormatOptions): object {
  const { role } = message;
  const content = message.content.toWellFormed();
  if (role === 'assistant') return { role, content, ...callsOf(message, options) };
  if (role === 'tool') return { role, content, ...answerOf(message, options) };
  return { role, content };
}

/** The column `tools`, where an export has one: whenever tools are called or offered. */
export function definitionsOf(tools: string | undefined, { tool_keys }: FormatOptions): unknown {
  if (tool_keys === 'uniform') return tools ?? '[]';
  return tools === undefined ? undefined : JSON.parse(tools);
}

export function hasTools({ tools, definitions }: ExportShape): boolean {
  return tools || definitions;
}

function callsOf({ tool_calls = [] }: Message, options: FormatOptions): object {
  if (tool_calls.length === 0 && options.tool_keys === 'native') return {};
  return { tool_calls: tool_calls.map((call) => callOf(call, options)) };
}

function callOf({ id, name, arguments: args }: ToolCall, { tool_arguments }: FormatOptions): object {
  return { id, type: 'function', function: { name, arguments: tool_arguments === 'text' ? args : JSON.parse(args) } };
}

function answerOf({ tool_call_id, name }: Message, { tool_keys }: FormatOptions): object {
  if (tool_keys === 'uniform') return { tool_call_id: tool_call_id ?? '', name: name ?? '' };
  return { ...(tool_call_id !== undefined && { tool_call_id }), ...(name !== undefined && { name }) };
}
