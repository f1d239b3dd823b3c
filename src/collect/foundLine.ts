import { conversationOf } from '../inputs/conversationLine.ts';
import { feedbackOf } from '../inputs/feedbackLine.ts';
import { type ConversationFields, type FeedbackFields, fieldOf, idOf } from '../inputs/fields.ts';
import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import type { Conversation } from '../pipeline/conversation.ts';
import { invalid } from './checkInput.ts';
import { messageEntry } from './messageEntry.ts';

/**
 * What a line with names found in the wild says, as it is handed over. Fields that nobody reads are left out.
 * @throws InvalidInput
 */
export function foundConversation(line: JsonObject, fields: ConversationFields): object {
  const read = conversationOf(line, fields);
  if (typeof read === 'string') throw invalid('conversation', [{ path: '', message: SAYS_NOT[read] }]);
  const { tools, facets } = read;
  return {
    conversation_id: idOf(fieldOf(line, fields.id)),
    timestamp: timeIn(line, fields, read.timestamp),
    ...peopleOf(read),
    ...saidIn(line, fields, read),
    tools: tools === undefined ? undefined : JSON.parse(tools),
    ...facets,
    metadata: isObject(line.metadata) ? line.metadata : isObject(line.meta) ? line.meta : undefined,
  };
}

const SAYS_NOT = {
  no_messages: 'it has no messages under a name that is known',
  unknown_role: 'a message has a role that is not known',
} as const;

/**
 * The same for feedback.
 * @throws InvalidInput
 */
export function foundFeedback(line: JsonObject, fields: FeedbackFields): object {
  const read = feedbackOf(line, fields);
  if (typeof read === 'string') throw invalid('feedback', [{ path: '', message: NO_FEEDBACK[read] }]);
  const { id, user, userHashed, timestamp, message_index, rating, stars, comment, correction } = read;
  return {
    conversation_id: id,
    timestamp: timeIn(line, fields, timestamp),
    ...(userHashed ? { user_hash: user } : { user_id: user }),
    message_index,
    ...(stars || rating === undefined ? { stars: rating } : { thumbs: rating >= UP ? 'up' : 'down' }),
    comment,
    correction,
  };
}

/** Thumbs stand at the ends of the scale of stars (`inputs/feedbackLine.ts`). */
const UP = 5;

const NO_FEEDBACK = {
  no_id: 'it names no conversation',
  no_feedback: 'it has no stars from 1 to 5, no thumb, no comment and no correction',
} as const;

/** The time as it was read; what cannot be read as one is handed on, for whoever checks it to say so. */
function timeIn(line: JsonObject, { timestamp }: { timestamp: readonly string[] }, read: number | undefined): unknown {
  return read ?? fieldOf(line, timestamp);
}

function peopleOf({ user, session, userHashed, sessionHashed }: Conversation): object {
  return {
    ...(userHashed ? { user_hash: user } : { user_id: user }),
    ...(sessionHashed ? { session_hash: session } : { session_id: session }),
  };
}

/** One exchange where the line has one, so that it stays as short as it was. */
function saidIn(line: JsonObject, fields: ConversationFields, { messages }: Conversation): object {
  const [question, answer] = messages;
  const isList = Array.isArray(fieldOf(line, fields.messages)) || messages.length !== 2;
  return isList
    ? { messages: messages.map(messageEntry) }
    : { user_message: question?.content, assistant_message: answer?.content };
}
