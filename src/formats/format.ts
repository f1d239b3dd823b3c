import type { z } from 'zod';
import type { Conversation, Message } from '../pipeline/conversation.ts';
import type { Column } from './columnType.ts';
import type { Container } from './container.ts';

/**
 * What is true of all examples of one export together, decided over every split before the first row is written:
 * readers such as `datasets` take their columns from the first rows and fail on a key that comes later.
 */
export interface ExportShape {
  /** At least one example has a system message. */
  readonly system: boolean;
  /** At least one example has more than one user message. */
  readonly several_turns: boolean;
  /** At least one example has calls of tools, or tools' messages. */
  readonly tools: boolean;
  /** At least one example names the tools that the assistant was offered. */
  readonly definitions: boolean;
}

/** What is true of one example; a format says by it whether it has a place for the example. */
export type ExampleShape = ExportShape;

/** The shape of an example. The shape of an export has each flag that one of its examples has. */
export function shapeOf({ messages, tools }: Pick<Conversation, 'messages' | 'tools'>): ExampleShape {
  return {
    system: messages.some(({ role }) => role === 'system'),
    several_turns: messages.filter(({ role }) => role === 'user').length > 1,
    tools: messages.some(({ role, tool_calls }) => role === 'tool' || tool_calls !== undefined),
    definitions: tools !== undefined,
  };
}

export interface FormatOptions {
  /** Where a format has one place for the question: `transcript` folds earlier turns into it, `drop` refuses such examples. */
  readonly several_turns: 'transcript' | 'drop';
  /** Where a format has no place for a system message: `fold` puts it before the first question. */
  readonly system_messages: 'fold' | 'drop';
  /**
   * Where a format has no place for tools: `fold` adds what they answered to the question and leaves out the calls, and what
   * the assistant said beside them. Tools that were offered and never called are left out either way.
   */
  readonly tool_messages: 'fold' | 'drop';
  /**
   * How messages with tools are written: `uniform` gives every assistant message `weight`, every tool message `tool_call_id`
   * and `name`, and every row `tools` as JSON text, for readers that guess types from the first rows; `native` is as OpenAI's
   * API has them, `tools` a list, and no key without a use.
   */
  readonly tool_keys: 'uniform' | 'native';
  /** What a tool is called with: JSON text, or an object, as the chat templates of some trainers want it. */
  readonly tool_arguments: 'text' | 'object';
  /**
   * What stands under `tools` in rows without tools: that there are none (`null` as JSON text, or no text where the reader
   * takes that), or a list of none, for readers that take nothing else.
   */
  readonly no_tools: 'none' | 'list';
  /** Spreadsheet safety for CSV: puts a quote mark before cells that a spreadsheet would run as a formula. Changes the data. */
  readonly escape_formulas: boolean;
  /** What the format `text` writes by; without it the format cannot be opened. */
  readonly chat_template: ChatTemplate | undefined;
}

/** How a tokenizer turns messages into text. */
export interface ChatTemplate {
  /** In Jinja, as `chat_template` of a `tokenizer_config.json` has it. */
  readonly template: string;
  /** The tokens that a template knows by name; empty where the tokenizer has none. */
  readonly bos_token: string;
  readonly eos_token: string;
}

/** What a format goes by where nothing else is said. */
export const DEFAULT_OPTIONS: FormatOptions = {
  several_turns: 'transcript',
  system_messages: 'fold',
  tool_messages: 'drop',
  tool_keys: 'uniform',
  tool_arguments: 'text',
  no_tools: 'none',
  escape_formulas: false,
  chat_template: undefined,
};

/** The shape of an export of one question and one answer in each example. */
export const PLAIN_SHAPE: ExportShape = { system: false, several_turns: false, tools: false, definitions: false };

/** An example on its way out: text cleaned and scrubbed, ids already pseudonyms. */
export interface Example extends Conversation {
  /** Rating from 1 to 5, the mean over users, or `undefined` where nobody rated. */
  readonly rating: number | undefined;
}

/** A rated answer: the last messages, behind the last question; before them the context in which it was given. */
export interface RatedExample extends Example {
  /** Whether the answer is to be learned or to be avoided. */
  readonly label: boolean;
}

/** Two answers to the same question; `messages` are the context and end with the question. */
export interface PairExample extends Example {
  /** Both without the context; more than one message only where tools were called. */
  readonly chosen: readonly Message[];
  readonly rejected: readonly Message[];
  /** By how many stars the one was rated better than the other. */
  readonly margin: number;
}

/**
 * A row as JSON on one line, without line end: its text, or pieces of it one after the other, some of them in UTF-8 already. Bytes hold until
 * the rows of another example are made.
 */
export type Row = string | readonly (string | Uint8Array)[];

/** A format's word on an example whose text has no place in it; the reason is one of `Format.reasons`. */
export interface Refusal {
  readonly refused: string;
}

export interface RowWriter<E extends Example = Example> {
  /** The keys of the rows, in order, with their types; the data card tells readers, so that they need not guess. */
  readonly columns: readonly Column[];
  /**
   * The rows of one example, or why there are none; most formats give one, `csv` one for each exchange.
   * Never throws; an example in which nothing was asked and answered gives none.
   */
  rows(example: E): Row[] | Refusal;
}

/** A row as it was read back: what was exported, without what the format has no place for. */
export interface ReadExample {
  readonly messages: readonly Message[];
  /** As of `Conversation`. */
  readonly tools?: string;
  /** Of formats of rated answers. */
  readonly label?: boolean;
  /** Of formats of pairs. */
  readonly chosen?: readonly Message[];
  readonly rejected?: readonly Message[];
  readonly margin?: number;
}

interface FormatOf<E extends Example> {
  readonly name: string;
  /** One line for `curate stages`: the shape of a row and who reads it. */
  readonly summary: string;
  /** The container that it has by nature; see `container.ts`. */
  readonly extension: Container;
  /** Reasons for which this format refuses an example, with a sentence for people. */
  readonly reasons: Readonly<Record<string, string>>;
  /** A row, with the keys it must and may have; what is beyond it a trainer refuses. */
  readonly schema: z.ZodType;
  /** The reason why this format has no place for such an example, or `undefined` when it has. */
  refuses(example: ExampleShape, options: FormatOptions): string | undefined;
  open(shape: ExportShape, options: FormatOptions): RowWriter<E>;
  /** A row that fits `schema` as the example it was made of; nothing where it is none. */
  read(row: JsonRow): ReadExample | undefined;
}

export type JsonRow = Readonly<Record<string, unknown>>;

/** Rows made of kept conversations. */
export interface ConversationFormat extends FormatOf<Example> {
  readonly kind: 'conversations';
}

/** Rows made of rated answers, good and bad. */
export interface RatedFormat extends FormatOf<RatedExample> {
  readonly kind: 'rated';
}

/** Rows made of two answers to the same question. */
export interface PairFormat extends FormatOf<PairExample> {
  readonly kind: 'pairs';
}

export type Format = ConversationFormat | RatedFormat | PairFormat;
