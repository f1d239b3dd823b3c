import type { Message } from '../pipeline/conversation.ts';
import { toolDefinitions } from '../pipeline/toolCalls.ts';
import { type Column, type ColumnType, MESSAGES } from './columnType.ts';
import type { ExportShape, FormatOptions, JsonRow } from './format.ts';
import { plainMessages } from './messages.ts';
import { readMessages } from './readMessages.ts';
import { hasTools, messagesType, toolMessage, toolsColumnOf } from './toolMessages.ts';
import { definitionList } from './toolValues.ts';

/** The messages up to the last question, and the answer behind it: several messages only where tools were called. */
export function atLastQuestion(messages: readonly Message[]): {
  readonly before: readonly Message[];
  readonly answer: readonly Message[];
} {
  const end = messages.findLastIndex(({ role }) => role === 'user') + 1;
  return { before: messages.slice(0, end), answer: messages.slice(end) };
}

/** How rows with several lists of messages write them: with what they have to do with tools where an export has any. */
export interface ListWriter {
  readonly type: ColumnType;
  /** The column of the definitions, where there is one. */
  readonly tools: readonly Column[];
  list(messages: readonly Message[]): readonly object[];
  /** `{"tools": …}`, or nothing. */
  definitions(tools: string | undefined): object;
}

export function listWriter(shape: ExportShape, options: FormatOptions): ListWriter {
  if (!hasTools(shape)) return PLAIN;
  return {
    type: messagesType(shape),
    tools: [toolsColumnOf(options)],
    list: (messages) => messages.map((message) => toolMessage(message, options)),
    definitions: (tools) => definitionsIn(tools, options),
  };
}

function definitionsIn(tools: string | undefined, { tool_keys }: FormatOptions): object {
  if (tool_keys === 'uniform') return { tools: tools ?? '[]' };
  return tools === undefined ? {} : { tools: definitionList(tools) };
}

const PLAIN: ListWriter = { type: MESSAGES, tools: [], list: plainMessages, definitions: () => ({}) };

/** The definitions of a row as `Conversation` has them, as a key where there are any. */
export function readDefinitions({ tools }: JsonRow): { readonly tools?: string } {
  const definitions = toolDefinitions(tools);
  return definitions === undefined ? {} : { tools: definitions };
}

/** Several lists of messages; nothing where one of them is none. */
export function readLists(...lists: readonly unknown[]): readonly (readonly Message[])[] | undefined {
  const read = lists.map(readMessages).filter((messages) => messages !== undefined);
  return read.length === lists.length ? read : undefined;
}
