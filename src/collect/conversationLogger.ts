import { conversationOf } from '../inputs/conversationLine.ts';
import { conversationIds } from '../inputs/lineIds.ts';
import type { JsonObject } from '../measures/jsonObject.ts';
import { invalid } from './checkInput.ts';
import type { ConversationInput } from './conversationInput.ts';
import { type ConversationRecord, conversationRecord } from './conversationRecord.ts';
import { type CollectorOptions, type Door, openDoor } from './door.ts';
import { foundConversation } from './foundLine.ts';
import { LineSink } from './lineSink.ts';
import { newId } from './newId.ts';
import { scrubbedConversation } from './scrubbedConversation.ts';
import { type CollectCounts, type Collected, type ConversationSink, InvalidInput } from './types.ts';

/** Appends conversations to `<data>/training_logs/conversations_YYYY-MM-DD.jsonl`. */
export class ConversationLogger implements ConversationSink {
  readonly #door: Door;
  readonly #sink: LineSink;

  /**
   * @param door where several sinks of one data folder share it
   * @throws CurateError for a config with mistakes, and for a list of people that cannot be read
   */
  constructor(options: CollectorOptions, door: Door = openDoor(options)) {
    this.#door = door;
    this.#sink = new LineSink('conversation', door.filesOf('conversations'), door.people, door.config.collect);
  }

  get counts(): CollectCounts {
    return this.#sink.counts;
  }

  /** @throws InvalidInput, TooLarge, NotWritten */
  log(conversation: ConversationInput): Promise<Collected> {
    return this.logUnknown(conversation);
  }

  /** The same for what comes from outside, and may be anything. */
  async logUnknown(conversation: unknown): Promise<Collected> {
    const { now, config, leftOut } = this.#door;
    const record = conversationRecord(conversation, now(), config.collect.max_line_bytes, newId);
    // As the pipeline will tell them, also where they stand in the metadata.
    const { id, user, session } = conversationIds({ ...record }, this.#door.conversation);
    const collected = await this.#sink.take({
      conversation_id: record.conversation_id,
      ids: { id, user, session },
      content: () => this.#content(record),
    });
    if (collected.status === 'opted_out') leftOut.add(record.conversation_id);
    return collected;
  }

  /** The same for a line with names found in the wild, or with those of `inputs.fields`. */
  async logFound(line: JsonObject): Promise<Collected> {
    try {
      return await this.logUnknown(line);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
    }
    return this.logUnknown(foundConversation(line, this.#door.conversation));
  }

  /** Waits for what is under way. What is logged later is NotWritten. */
  close(): Promise<void> {
    return this.#sink.close();
  }

  #content(record: ConversationRecord): object {
    const { scrubber, conversation } = this.#door;
    if (scrubber === undefined) return record;
    const read = conversationOf({ ...record }, conversation);
    if (typeof read !== 'string') return scrubbedConversation(record, read, conversation, scrubber);
    throw invalid('conversation', [{ path: '', message: 'it has no messages' }]);
  }
}
