import type { JsonObject } from '../measures/jsonObject.ts';

/** A line of a daily file, ready to be written: names as in DESIGN.md, ids raw. */
export interface ImportedConversation {
  readonly conversation_id: string;
  /** Milliseconds since the epoch; by its UTC day the line is put into a file. */
  readonly timestamp: number | undefined;
  readonly line: JsonObject;
}

export interface ImportedFeedback {
  readonly conversation_id: string;
  readonly timestamp: number | undefined;
  readonly line: JsonObject;
}

/** What one entry of an export holds; `problem` says in a few words why it can hold none, without its text. */
export interface Imported {
  readonly conversations: readonly ImportedConversation[];
  readonly feedback: readonly ImportedFeedback[];
  readonly problem?: string;
}

/** An adapter for the export of another tool. One a file. */
export interface Importer {
  /** As `--as` names it. */
  readonly name: string;
  readonly summary: string;
  /** Where its shape is documented. */
  readonly source: string;
  /** Whether an entry (of the array, or a line) looks like this tool's. Strict: no entry is recognised by two. */
  recognises(entry: JsonObject): boolean;
  read(entry: JsonObject): Imported;
}
