import type { ConversationFields } from '../inputs/fields.ts';
import { type Conversation, FACET_NAMES, type Message } from '../pipeline/conversation.ts';
import type { ConversationRecord } from './conversationRecord.ts';
import type { DoorScrubber, LineScrubber } from './doorScrubber.ts';
import { messageEntry } from './messageEntry.ts';
import { withoutIds } from './withoutIds.ts';

/**
 * A conversation as it is stored with `collect.scrub: at_write`: ids are pseudonyms, and of messages the text is left that curation
 * reads, without personal data.
 * @param read the same conversation as the pipeline reads it
 * @throws PersonalData
 */
export function scrubbedConversation(
  record: ConversationRecord,
  read: Conversation,
  fields: ConversationFields,
  scrubber: DoorScrubber,
): object {
  const line = scrubber.line();
  const { messages, tools } = line.conversation(read);
  const { user, session, userHashed, sessionHashed } = read;
  const metadata = record.metadata && withoutIds(record.metadata, [...fields.user, ...fields.session]);
  return {
    conversation_id: scrubber.conversationId(record.conversation_id),
    timestamp: record.timestamp,
    user_hash: user === undefined ? undefined : scrubber.pseudonym(user, userHashed),
    session_hash: session === undefined ? undefined : scrubber.pseudonym(session, sessionHashed),
    ...(record.messages === undefined
      ? { user_message: messages[0]?.content, assistant_message: messages[1]?.content }
      : { messages: messages.map((message) => messageEntry(withScrubbedCalls(message, scrubber))) }),
    tools: tools === undefined ? undefined : JSON.parse(tools),
    ...facets(record, line),
    metadata: metadata && line.json(metadata),
  };
}

/** Ids of calls may say something of somebody, and have to fit together afterwards. */
function withScrubbedCalls(message: Message, scrubber: DoorScrubber): Message {
  const { tool_calls, tool_call_id } = message;
  return {
    ...message,
    ...(tool_calls && { tool_calls: tool_calls.map((call) => ({ ...call, id: scrubber.conversationId(call.id) })) }),
    ...(tool_call_id !== undefined && { tool_call_id: scrubber.conversationId(tool_call_id) }),
  };
}

/** Labels, too: `192.0.2.7` has the form of one. */
function facets(record: ConversationRecord, line: LineScrubber): object {
  return Object.fromEntries(
    FACET_NAMES.map((name) => {
      const value = record[name];
      return [name, value === undefined ? undefined : line.text(value)];
    }),
  );
}
