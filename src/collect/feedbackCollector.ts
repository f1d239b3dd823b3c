import { idOf } from '../inputs/fields.ts';
import type { JsonObject } from '../measures/jsonObject.ts';
import { type CollectorOptions, type Door, openDoor } from './door.ts';
import type { FeedbackInput } from './feedbackInput.ts';
import { feedbackRecord } from './feedbackRecord.ts';
import { foundFeedback } from './foundLine.ts';
import { LineSink } from './lineSink.ts';
import { scrubbedFeedback } from './scrubbedFeedback.ts';
import { type CollectCounts, type Collected, type FeedbackSink, InvalidInput } from './types.ts';

/** Appends feedback to `<data>/training_logs/feedback_YYYY-MM-DD.jsonl`. */
export class FeedbackCollector implements FeedbackSink {
  readonly #door: Door;
  readonly #sink: LineSink;

  /**
   * @param door where several sinks of one data folder share it
   * @throws CurateError for a config with mistakes, and for a list of people that cannot be read
   */
  constructor(options: CollectorOptions, door: Door = openDoor(options)) {
    this.#door = door;
    this.#sink = new LineSink('feedback', door.filesOf('feedback'), door.people, door.config.collect);
  }

  get counts(): CollectCounts {
    return this.#sink.counts;
  }

  /** @throws InvalidInput, TooLarge, NotWritten */
  submit(feedback: FeedbackInput): Promise<Collected> {
    return this.submitUnknown(feedback);
  }

  /** The same for what comes from outside, and may be anything. */
  async submitUnknown(feedback: unknown): Promise<Collected> {
    const { now, config, scrubber, leftOut } = this.#door;
    const record = feedbackRecord(feedback, now(), config.collect.max_line_bytes);
    if (leftOut.has(record.conversation_id)) return this.#sink.leaveOut(record.conversation_id);
    return this.#sink.take({
      conversation_id: record.conversation_id,
      ids: { id: record.conversation_id, user: idOf(record.user_id ?? record.user_hash), session: undefined },
      content: () => (scrubber === undefined ? record : scrubbedFeedback(record, scrubber)),
    });
  }

  /** The same for a line with names found in the wild, or with those of `inputs.feedback_fields`. */
  async submitFound(line: JsonObject): Promise<Collected> {
    try {
      return await this.submitUnknown(line);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
    }
    return this.submitUnknown(foundFeedback(line, this.#door.feedback));
  }

  /** Waits for what is under way. What is submitted later is NotWritten. */
  close(): Promise<void> {
    return this.#sink.close();
  }
}
