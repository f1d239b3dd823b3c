import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import type { Conversation, Groups, Message } from '../pipeline/conversation.ts';
import { conversationOf } from './conversationLine.ts';
import { type Feedback, type FeedbackProblem, feedbackOf } from './feedbackLine.ts';
import { type ConversationFields, conversationFields, type FeedbackFields, feedbackFields } from './fields.ts';
import type { MessageProblem } from './messages.ts';

/**
 * A line of the archive, written by `engine/prune/archivedLine.ts`: a line of a log with the usual names, whatever those of
 * the config are by now, and what a log may not say of itself. It is told by its file, never by its fields.
 */
const CONVERSATION = conversationFields({});
const FEEDBACK = feedbackFields({});

/** A record that was dropped, kept without its text because its session ended there: `turns` drops it again. */
const NOTHING_SAID = [{ role: 'user', content: '' }];

/** How a file is told from others that need another reader: `InputFile`, or a source of the write phase. */
export interface MaybeArchived {
  readonly archive?: true | undefined;
}

export type ReadConversation = (line: JsonObject) => Conversation | MessageProblem;
export type ReadFeedback = (line: JsonObject) => Feedback | FeedbackProblem;

/** What makes conversations of the lines of a file. */
export function conversationReader(file: MaybeArchived, fields: ConversationFields): ReadConversation {
  return file.archive === true ? archivedConversationOf : (line) => conversationOf(line, fields);
}

/** What makes feedback of the lines of a file. */
export function feedbackReader(file: MaybeArchived, fields: FeedbackFields): ReadFeedback {
  return file.archive === true ? archivedFeedbackOf : (line) => feedbackOf(line, fields);
}

/** The longest line that is read. Of what was short enough for an archive, the archived line may be longer, as it has more keys. */
export function longestLine(file: MaybeArchived, maxLineBytes: number): number {
  return file.archive === true ? Number.POSITIVE_INFINITY : maxLineBytes;
}

function archivedConversationOf(line: JsonObject): Conversation | MessageProblem {
  const conversation = conversationOf(line.dropped === true ? { ...line, messages: NOTHING_SAID } : line, CONVERSATION);
  if (typeof conversation === 'string') return conversation;
  const cleaned = typeof line.cleaned === 'string' ? line.cleaned : undefined;
  const messages = withIndexes(conversation.messages, line.messages);
  const cut_before = isPlace(line.cut_before) ? line.cut_before : undefined;
  const cut_end = line.cut_end === true ? true : undefined;
  return { ...conversation, groups: groupsOf(line), cleaned, cut_before, cut_end, messages };
}

function archivedFeedbackOf(line: JsonObject): Feedback | FeedbackProblem {
  const feedback = feedbackOf(line, FEEDBACK);
  return typeof feedback === 'string' ? feedback : { ...feedback, groups: groupsOf(line) };
}

/** `undefined` where the line has none: then it is grouped by its pseudonyms. */
export function groupsOf({ groups }: JsonObject): Groups | undefined {
  if (!isObject(groups)) return undefined;
  const { user, session } = groups;
  return { user: isPlace(user) ? user : 0, session: isPlace(session) ? session : 0 };
}

/** A number of a group or a place in a line. */
function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** Messages at the places they had in the raw line, at which feedback points. */
function withIndexes(messages: readonly Message[], entries: unknown): readonly Message[] {
  if (!Array.isArray(entries)) return messages;
  return messages.map((message, place) => {
    const entry: unknown = entries[place];
    const index = isObject(entry) ? entry.index : undefined;
    return typeof index === 'number' && Number.isInteger(index) && index >= 0 ? { ...message, index } : message;
  });
}
