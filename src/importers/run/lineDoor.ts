import { conversationRecord } from '../../collect/conversationRecord.ts';
import type { Door } from '../../collect/door.ts';
import { PersonalData } from '../../collect/doorScrubber.ts';
import { feedbackRecord } from '../../collect/feedbackRecord.ts';
import type { IsLeftOut } from '../../collect/peopleWatch.ts';
import { scrubbedConversation } from '../../collect/scrubbedConversation.ts';
import { scrubbedFeedback } from '../../collect/scrubbedFeedback.ts';
import { InvalidInput, TooLarge } from '../../collect/types.ts';
import { conversationOf } from '../../inputs/conversationLine.ts';
import type { Message } from '../../pipeline/conversation.ts';
import type { ImportedLine } from '../importer.ts';

/** Why a line is not stored, for reports. */
export type DoorProblem = 'too_long' | 'personal_data' | 'not_storable';

/** What becomes of a line: its text as it is stored, or why it is not. */
export type AtDoor =
  | { readonly line: string }
  | { readonly left_out: true }
  | { readonly one_sided: true }
  | { readonly problem: DoorProblem };

/** Lets imported lines in as those that a chatbot logs: checked, without people who are left out, scrubbed where the config wants it. */
export class LineDoor {
  readonly #door: Door;
  readonly #isLeftOut: IsLeftOut;

  constructor(door: Door, isLeftOut: IsLeftOut) {
    this.#door = door;
    this.#isLeftOut = isLeftOut;
  }

  conversation({ line, conversation_id, timestamp }: ImportedLine): AtDoor {
    const { config, conversation: fields, scrubber } = this.#door;
    const read = conversationOf(line, fields);
    if (typeof read === 'string') return { problem: 'not_storable' };
    if (!read.messages.some(asks) || !read.messages.some(answers)) return { one_sided: true };
    if (this.#isLeftOut({ id: conversation_id, user: read.user, session: read.session })) return { left_out: true };
    return this.#stored(() => {
      const record = conversationRecord(line, 0, config.collect.max_line_bytes, () => conversation_id);
      const content = scrubber === undefined ? record : scrubbedConversation(record, read, fields, scrubber);
      return timestamp === undefined ? { ...content, timestamp: undefined } : content;
    });
  }

  feedback({ line, conversation_id, timestamp }: ImportedLine): AtDoor {
    const { config, scrubber } = this.#door;
    const user = typeof line.user_id === 'string' ? line.user_id : undefined;
    if (this.#isLeftOut({ id: conversation_id, user, session: undefined })) return { left_out: true };
    return this.#stored(() => {
      const record = feedbackRecord(line, 0, config.collect.max_line_bytes);
      const content = scrubber === undefined ? record : scrubbedFeedback(record, scrubber);
      return timestamp === undefined ? { ...content, timestamp: undefined } : content;
    });
  }

  #stored(content: () => object): AtDoor {
    const { max_line_bytes } = this.#door.config.collect;
    try {
      const line = JSON.stringify(content());
      return Buffer.byteLength(line) > max_line_bytes ? { problem: 'too_long' } : { line };
    } catch (error) {
      if (error instanceof TooLarge) return { problem: 'too_long' };
      if (error instanceof PersonalData) return { problem: 'personal_data' };
      if (error instanceof InvalidInput) return { problem: 'not_storable' };
      throw error;
    }
  }
}

function asks({ role, content }: Message): boolean {
  return role === 'user' && content.trim() !== '';
}

function answers({ role, content, tool_calls, broken_call }: Message): boolean {
  return role === 'assistant' && (content.trim() !== '' || tool_calls !== undefined || broken_call === true);
}
