import type { Message } from '../pipeline/conversation.ts';
import { toolDefinitions } from '../pipeline/toolCalls.ts';
import type { Column, ColumnType } from './columnType.ts';
import type { ExportShape, FormatOptions, JsonRow } from './format.ts';
import { jsonText } from './jsonText.ts';
import { plainMessages } from './messages.ts';
import { readMessages } from './readMessages.ts';
import { hasTools, messagesType, toolMessage, toolsColumnOf, toolsInRow } from './toolMessages.ts';

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
  /**
   * A row of these keys, and behind them the definitions.
   * @param more further keys in JSON, each with a comma before it
   */
  row(keys: object, tools: string | undefined, more?: string): string;
}

export function listWriter(shape: ExportShape, options: FormatOptions): ListWriter {
  return {
    type: messagesType(shape),
    tools: hasTools(shape) ? [toolsColumnOf(options)] : [],
    list: shape.tools ? (messages) => messages.map((message) => toolMessage(message, options)) : plainMessages,
    row: (keys, tools, more = '') => `${jsonText(keys).slice(0, -1)}${more}${toolsInRow(tools, shape, options)}}`,
  };
}

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
