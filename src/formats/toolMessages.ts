import type { Message, ToolCall } from '../pipeline/conversation.ts';
import { type Column, type ColumnType, MESSAGES } from './columnType.ts';
import type { ExportShape, FormatOptions } from './format.ts';
import { jsonText } from './jsonText.ts';
import { type JsonPiece, messagesInRow } from './messagesJson.ts';
import { argumentsObject, definitionList } from './toolValues.ts';

/**
 * Messages of an export with tools, each role with keys of its own. `datasets` then finds different keys in every row, takes
 * the column for JSON, and gives every row back as it is: tried with 5.0.1, with tools in the test split alone and in the last
 * of 120,000 rows. The same keys in all messages fail there, as their empty lists are lists of nothing. The key that makes the
 * difference is `weight`, which OpenAI has for "learn this" and templates pass over; an empty `tool_calls` would do, but
 * templates raise on it (that of Llama 3.1 asks for exactly one call wherever the key is).
 */
const TOOL_MESSAGES: ColumnType = { list: 'json' };

/** How calls and results are written. */
export type ToolWriting = Pick<FormatOptions, 'tool_keys' | 'tool_arguments'>;

/** A message with role, well-formed content and what it has to do with tools. */
export function toolMessage(message: Message, options: ToolWriting): object {
  const { role } = message;
  const content = message.content.toWellFormed();
  if (role === 'assistant') return { role, content, ...callsOf(message, options) };
  if (role === 'tool') return { role, content, ...answerOf(message, options) };
  return { role, content };
}

/** The column `tools`, where an export has one: whenever tools are called or offered. */
export function toolsColumnOf({ tool_keys }: FormatOptions): Column {
  if (tool_keys === 'uniform') return { name: 'tools', type: 'string' };
  return { name: 'tools', type: { list: 'json' }, optional: true };
}

/** The same in a row: the key `tools` behind others, or nothing where the export or the row has none. */
export function toolsInRow(tools: string | undefined, shape: ExportShape, options: FormatOptions): string {
  if (!hasTools(shape)) return '';
  if (options.tool_keys === 'uniform') return `,"tools":${jsonText(tools ?? noTools(options))}`;
  return tools === undefined ? '' : `,"tools":${jsonText(definitionList(tools))}`;
}

/**
 * Definitions as JSON text where there are none. Readers parse it (TRL's trainers), and a template that is handed an empty list
 * may tell the model that it has tools.
 */
export function noTools({ no_tools }: Pick<FormatOptions, 'no_tools'>): string {
  return no_tools === 'none' ? 'null' : '[]';
}

/** Messages in a row of an export of this shape. */
export function messagesPiece(messages: readonly Message[], shape: ExportShape, options: FormatOptions): JsonPiece {
  return shape.tools ? jsonText(messages.map((message) => toolMessage(message, options))) : messagesInRow(messages);
}

/** The type of such messages. */
export function messagesType({ tools }: ExportShape): ColumnType {
  return tools ? TOOL_MESSAGES : MESSAGES;
}

export function hasTools({ tools, definitions }: ExportShape): boolean {
  return tools || definitions;
}

function callsOf({ tool_calls = [] }: Message, options: ToolWriting): object {
  const weight = options.tool_keys === 'uniform' ? { weight: 1 } : {};
  if (tool_calls.length === 0) return weight;
  return { ...weight, tool_calls: tool_calls.map((call) => callOf(call, options)) };
}

function callOf({ id, name, arguments: args }: ToolCall, { tool_arguments }: ToolWriting): object {
  return {
    id,
    type: 'function',
    function: { name, arguments: tool_arguments === 'text' ? args : argumentsObject(args) },
  };
}

function answerOf({ tool_call_id, name }: Message, { tool_keys }: ToolWriting): object {
  if (tool_keys === 'uniform') return { tool_call_id: tool_call_id ?? '', name: name ?? '' };
  return { ...(tool_call_id !== undefined && { tool_call_id }), ...(name !== undefined && { name }) };
}
