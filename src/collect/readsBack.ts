import { CurateError } from '../errors.ts';
import { conversationOf } from '../inputs/conversationLine.ts';
import { feedbackOf } from '../inputs/feedbackLine.ts';
import type { ConversationFields, FeedbackFields } from '../inputs/fields.ts';
import { FACET_NAMES } from '../pipeline/conversation.ts';

const TIME = Date.UTC(2026, 0, 2, 3, 4, 5);
const timestamp = new Date(TIME).toISOString();
const facets = Object.fromEntries(FACET_NAMES.map((name) => [name, `a-${name}`]));

const CONVERSATION = {
  ...{ conversation_id: 'an-id', timestamp, user_id: 'a-user', session_id: 'a-session' },
  ...facets,
};
const FEEDBACK = {
  ...{ conversation_id: 'an-id', timestamp, user_id: 'a-user', message_index: 3 },
  ...{ stars: 2, comment: 'a comment', correction: 'a correction' },
};

/**
 * Collected lines have the usual names. Names of the config are tried before those, and may take one of them for something else: then
 * nobody should collect a month of lines before it shows.
 * @throws CurateError
 */
export function refuseOtherReadings(conversation: ConversationFields, feedback: FeedbackFields): void {
  const said = { user_message: 'a question', assistant_message: 'an answer' };
  const messages = [
    { role: 'user', content: 'a question' },
    { role: 'assistant', content: 'an answer' },
  ];
  const wrong = [
    ...wrongInConversation({ ...CONVERSATION, ...said }, conversation),
    ...wrongInConversation({ ...CONVERSATION, messages }, conversation),
  ];
  if (wrong.length > 0) throw otherReading('inputs.fields', wrong);
  const wrongFeedback = wrongInFeedback(feedback);
  if (wrongFeedback.length > 0) throw otherReading('inputs.feedback_fields', wrongFeedback);
}

function wrongInConversation(line: Readonly<Record<string, unknown>>, fields: ConversationFields): string[] {
  const read = conversationOf(line, fields);
  if (typeof read === 'string') return ['messages'];
  const { id, user, session, messages } = read;
  const said = messages.map(({ role, content }) => `${role} ${content}`).join();
  return differing([
    ['id', id, 'an-id'],
    ['user', user, 'a-user'],
    ['session', session, 'a-session'],
    ['timestamp', read.timestamp, TIME],
    ['messages', said, 'user a question,assistant an answer'],
    ...FACET_NAMES.map((name) => facetOf(name, read.facets[name])),
  ]);
}

function wrongInFeedback(fields: FeedbackFields): string[] {
  const read = feedbackOf(FEEDBACK, fields);
  if (typeof read === 'string') return ['id'];
  return differing([
    ['id', read.id, 'an-id'],
    ['user', read.user, 'a-user'],
    ['timestamp', read.timestamp, TIME],
    ['message_index', read.message_index, 3],
    ['stars', read.rating, 2],
    ['comment', read.comment, 'a comment'],
    ['correction', read.correction, 'a correction'],
  ]);
}

function differing(found: readonly (readonly [name: string, read: unknown, written: unknown])[]): string[] {
  return found.flatMap(([name, read, written]) => (read === written ? [] : [name]));
}

function otherReading(section: string, names: readonly string[]): CurateError {
  const which = [...new Set(names)].map((name) => `\`${name}\``).join(', ');
  return new CurateError(
    `\`${section}\` reads ${which} of a collected line from another field than it is written to: \`conversation_id\`, \`user_id\`, \`session_id\` and so on keep their meaning there. Take the usual names out of \`${section}\`, or collect into another data folder with a config of its own.`,
  );
}

function facetOf(name: string, read: string | undefined): readonly [string, unknown, unknown] {
  return [name, read, `a-${name}`];
}
