import { CurateError } from '../errors.ts';
import type { ConversationInput } from './conversationInput.ts';
import type { FeedbackInput } from './feedbackInput.ts';

/** A mistake in what was handed over: where it is, and what is wrong; never the value that stands there. */
export interface InputProblem {
  /** Such as `messages.0.role`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** What was handed over cannot be stored as it is; nothing of it was. */
export class InvalidInput extends CurateError {
  constructor(
    message: string,
    readonly problems: readonly InputProblem[],
  ) {
    super(message);
  }
}

/** Larger than `collect.max_line_bytes`; nothing of it was stored. */
export class TooLarge extends CurateError {}

/**
 * The disk did not take it: full, slow, gone. It may be stored all the same, for one after a timeout (docs/durability.md): whoever hands it over
 * again gives it the same id.
 */
export class NotWritten extends CurateError {
  constructor(
    message: string,
    readonly cause_code: 'full' | 'timeout' | 'waiting' | 'unwritable' | 'closed',
  ) {
    super(message);
  }
}

/** What became of something that was handed over. With `on_failure: drop` a failing disk is a counted drop, else an error. */
export interface Collected {
  readonly status: 'stored' | 'opted_out' | 'dropped';
  readonly conversation_id: string;
}

/** Since it was opened. */
export interface CollectCounts {
  readonly stored: number;
  readonly opted_out: number;
  readonly dropped: number;
  readonly failed: number;
  readonly bytes: number;
}

/** Appends conversations to `training_logs/conversations_YYYY-MM-DD.jsonl`. */
export interface ConversationSink {
  /** @throws InvalidInput, TooLarge, NotWritten */
  log(conversation: ConversationInput): Promise<Collected>;
  readonly counts: CollectCounts;
}

/** Appends feedback to `training_logs/feedback_YYYY-MM-DD.jsonl`. */
export interface FeedbackSink {
  /** @throws InvalidInput, TooLarge, NotWritten */
  submit(feedback: FeedbackInput): Promise<Collected>;
  readonly counts: CollectCounts;
}

/** Both for one data folder. */
export interface Collector {
  readonly conversations: ConversationSink;
  readonly feedback: FeedbackSink;
  /** Waits until all that was taken is written, then closes the files; what is handed over later is NotWritten. */
  close(): Promise<void>;
}
