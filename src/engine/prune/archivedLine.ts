import type { Feedback } from '../../inputs/feedbackLine.ts';
import { hash53 } from '../../measures/hash.ts';
import { type Conversation, FACET_NAMES, type Message } from '../../pipeline/conversation.ts';
import type { LeavingId } from '../leavingId.ts';

/** Stands for words that are not kept, but of which it counts that they were said. */
export const REMOVED = '[removed]';

/** Thumbs stand at the ends of the scale of stars (`inputs/feedbackLine.ts`). */
const UP = 5;

/**
 * A curated conversation as a line of the archive, which `inputs/archivedLine.ts` reads: no raw user or session id, and no text
 * but what the record stages left.
 * @param cleaned `RecordPipeline.cleaning` of the stages that it passed; nothing for a record that was dropped, whose line says no
 * more than that its session ended there
 */
export function conversationLine(
  conversation: Conversation,
  pseudonym: LeavingId,
  cleaned: string | undefined,
): string {
  const { id, timestamp, user, session, userHashed, sessionHashed, messages, tools, facets } = conversation;
  const { cut_before, cut_end } = conversation;
  return lineOf({
    archived: 'conversation',
    id,
    timestamp: timeOf(timestamp),
    user_hash: user === undefined ? undefined : pseudonym(user, userHashed, false),
    session_hash: session === undefined ? undefined : pseudonym(session, sessionHashed, false),
    groups: { user: groupOf(user), session: groupOf(session) },
    ...(cleaned === undefined
      ? { dropped: true }
      : {
          cleaned,
          cut_before,
          cut_end,
          messages: messages.map(messageEntry),
          tools,
          ...Object.fromEntries(FACET_NAMES.map((name) => [name, facets[name]])),
        }),
  });
}

/**
 * A line of feedback as a line of the archive. A comment is not kept, but that there was one.
 * @param correction what the record stages left of it, `undefined` where the line has none
 */
export function feedbackLine(feedback: Feedback, correction: string | undefined, pseudonym: LeavingId): string {
  const { id, user, userHashed, timestamp, message_index, rating, stars, comment } = feedback;
  return lineOf({
    archived: 'feedback',
    id,
    timestamp: timeOf(timestamp),
    user_hash: user === undefined ? undefined : pseudonym(user, userHashed, false),
    groups: { user: groupOf(user) },
    message_index,
    score: stars ? rating : undefined,
    vote: stars || rating === undefined ? undefined : rating === UP ? 'up' : 'down',
    comment: comment === undefined ? undefined : REMOVED,
    correction,
  });
}

/** With the names of OpenAI's API; `pipeline/toolCalls.ts` reads them. */
function messageEntry({ role, content, index, tool_calls, tool_call_id, name }: Message, place: number): object {
  return {
    role,
    content,
    index: index === place ? undefined : index,
    tool_calls: tool_calls?.map(({ id, ...called }) => ({ id, type: 'function', function: called })),
    tool_call_id,
    name,
  };
}

function groupOf(id: string | undefined): number {
  return id === undefined ? 0 : hash53(id);
}

function timeOf(timestamp: number | undefined): string | undefined {
  return timestamp === undefined ? undefined : new Date(timestamp).toISOString();
}

function lineOf(fields: object): string {
  return `${JSON.stringify(fields)}\n`;
}
