import type { Conversation, Message } from '../pipeline/conversation.ts';
import type { Column } from './columnType.ts';

/**
 * What is true of all examples of one export together, decided over every split before the first row is written:
 * readers such as `datasets` take their columns from the first rows and fail on a key that comes later.
 */
export interface ExportShape {
  /** At least one example has a system message. */
  readonly system: boolean;
  /** At least one example has more than one user message. */
  readonly several_turns: boolean;
  /** At least one example has tool messages. */
  readonly tools: boolean;
}

/** What is true of one example; a format says by it whether it has a place for the example. */
export type ExampleShape = ExportShape;

/** The shape of an example with these messages. The shape of an export has each flag that one of its examples has. */
export function shapeOf(messages: readonly Message[]): ExampleShape {
  return {
    system: messages.some(({ role }) => role === 'system'),
    several_turns: messages.filter(({ role }) => role === 'user').length > 1,
    tools: messages.some(({ role }) => role === 'tool'),
  };
}

export interface FormatOptions {
  /** Where a format has one place for the question: `transcript` folds earlier turns into it, `drop` refuses such examples. */
  readonly several_turns: 'transcript' | 'drop';
  /** Spreadsheet safety for CSV: puts a quote mark before cells that a spreadsheet would run as a formula. Changes the data. */
  readonly escape_formulas: boolean;
}

/** An example on its way out: text cleaned and scrubbed, ids already pseudonyms. */
export interface Example extends Conversation {
  /** Rating from 1 to 5, the mean over users, or `undefined` where nobody rated. */
  readonly rating: number | undefined;
}

/** How rows become a file: `head`, rows joined by `between`, `tail`. A file with no rows is never written. */
export interface Frame {
  readonly head: string;
  readonly between: string;
  readonly tail: string;
}

/**
 * A row without line end: its text, or pieces of it one after the other, some of them in UTF-8 already. Bytes hold until
 * the rows of another example are made.
 */
export type Row = string | readonly (string | Uint8Array)[];

export interface RowWriter {
  readonly frame: Frame;
  /** The keys of every row, in order, with their types; the data card tells readers, so that they need not guess. */
  readonly columns: readonly Column[];
  /**
   * The rows of one example; most formats give one, `csv` one for each exchange.
   * Never throws; an example in which nothing was asked and answered gives none.
   */
  rows(example: Example): Row[];
}

export interface Format {
  readonly name: string;
  /** One line for `curate stages`: the shape of a row and who reads it. */
  readonly summary: string;
  readonly extension: 'jsonl' | 'json' | 'csv';
  /** Reasons for which this format refuses an example, with a sentence for people. */
  readonly reasons: Readonly<Record<string, string>>;
  /** The reason why this format has no place for such an example, or `undefined` when it has. */
  refuses(example: ExampleShape, options: FormatOptions): string | undefined;
  open(shape: ExportShape, options: FormatOptions): RowWriter;
}

/** One JSON value a line, every line ended: what all JSONL readers take (no BOM, no blank line, LF). */
export const LINES: Frame = { head: '', between: '\n', tail: '\n' };
