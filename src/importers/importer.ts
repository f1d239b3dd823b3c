import type { JsonObject } from '../measures/jsonObject.ts';

/** A line of a daily file, ready to be written: names as in DESIGN.md, ids raw. */
export interface ImportedLine {
  readonly conversation_id: string;
  /** Milliseconds since the epoch; by its UTC day the line is put into a file. */
  readonly timestamp: number | undefined;
  readonly line: JsonObject;
}

/** Why an entry cannot be used, in one word; its text never is the reason. */
export const PROBLEMS = {
  unknown_shape: 'it is not of the shape that this tool writes',
  no_messages: 'it has no messages that can be read',
  unknown_role: 'a message is by somebody whose role is not known',
  no_id: 'it has no id, or names no conversation',
  no_bodies: 'it has no request or no answer; they were left out when it was exported, or the call failed',
} as const;

/** Why an entry is left aside on purpose. */
export const PASSES = {
  part_of_a_trace: 'a step of a trace of which another entry is taken',
  not_a_chat: 'no call of a language model, such as a tool or a search',
  not_feedback: 'a score that no user gave, or of an unknown scale',
  deleted: 'removed by its tool, or refused in its review',
  empty: 'a conversation that nobody began',
  one_sided: 'a conversation in which nobody asks, or nobody answers',
} as const;

export type Problem = keyof typeof PROBLEMS;
export type Pass = keyof typeof PASSES;

/** What one entry of an export holds. */
export interface Imported {
  readonly conversations?: readonly ImportedLine[];
  readonly feedback?: readonly ImportedLine[];
  readonly problem?: Problem;
  readonly pass?: Pass;
}

/** Reads the entries of one import. */
export interface Reading {
  /** Is told every entry of all files before the first is read, where one cannot be understood without others. */
  see?(entry: JsonObject): void;
  read(entry: JsonObject): Imported;
  /** What is left over when all entries were read. */
  rest?(): Imported;
}

/** An adapter for the export of another tool. One a file. */
export interface Importer {
  /** As `--as` names it, and files are called. */
  readonly name: string;
  readonly summary: string;
  /** Where its shape is documented. */
  readonly sources: readonly string[];
  /** Whether an entry (of the array, or a line) looks like this tool's. Strict: no entry is recognised by two. */
  recognises(entry: JsonObject): boolean;
  open(): Reading;
}
