import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import { isPseudonym } from '../measures/pseudonym.ts';

/** The names under which a field is looked for, best first; a dot goes into an object. */
export type FieldNames = readonly string[];

/** Names found in the wild (DESIGN.md, "Inputs"); the first that a line has wins. */
export const CONVERSATION_FIELDS = {
  id: ['example_id', 'conversation_id', 'interaction_id', 'id'],
  timestamp: ['timestamp', 'created_at', 'time'],
  user: ['user_id', 'user', 'user_hash'],
  session: ['session_id', 'session', 'thread_id', 'session_hash'],
  user_message: ['user_message', 'query', 'question', 'prompt', 'instruction'],
  assistant_message: ['assistant_message', 'bot_response', 'response', 'answer', 'completion', 'output'],
  messages: ['messages', 'conversations'],
  role: ['role', 'from'],
  content: ['content', 'value', 'text'],
  language: ['language'],
  intent: ['intent'],
  framework: ['framework'],
  complexity: ['complexity'],
  model: ['model'],
  source: ['source'],
  context: ['context'],
} as const satisfies Record<string, FieldNames>;

export const FEEDBACK_FIELDS = {
  id: CONVERSATION_FIELDS.id,
  user: CONVERSATION_FIELDS.user,
  message_index: ['message_index'],
  stars: ['score', 'rating', 'stars'],
  thumb: ['feedback_type', 'vote', 'thumbs', 'helpful'],
  comment: ['comment'],
  correction: ['correction'],
  timestamp: CONVERSATION_FIELDS.timestamp,
} as const satisfies Record<string, FieldNames>;

export type FieldMap<Name extends string> = Readonly<Record<Name, FieldNames>>;
export type ConversationFields = FieldMap<keyof typeof CONVERSATION_FIELDS>;
export type FeedbackFields = FieldMap<keyof typeof FEEDBACK_FIELDS>;

/** What a config may say: a name or several, for some of the fields. */
export type FieldMapping = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The usual names of conversation fields with those of the config put before them. */
export function conversationFields(mapping: FieldMapping): ConversationFields {
  const { id, timestamp, user, session, user_message, assistant_message, messages, role, content } =
    CONVERSATION_FIELDS;
  const { language, intent, framework, complexity, model, source, context } = CONVERSATION_FIELDS;
  return {
    id: before(mapping.id, id),
    timestamp: before(mapping.timestamp, timestamp),
    user: before(mapping.user, user),
    session: before(mapping.session, session),
    user_message: before(mapping.user_message, user_message),
    assistant_message: before(mapping.assistant_message, assistant_message),
    messages: before(mapping.messages, messages),
    role: before(mapping.role, role),
    content: before(mapping.content, content),
    language: before(mapping.language, language),
    intent: before(mapping.intent, intent),
    framework: before(mapping.framework, framework),
    complexity: before(mapping.complexity, complexity),
    model: before(mapping.model, model),
    source: before(mapping.source, source),
    context: before(mapping.context, context),
  };
}

/** The usual names of feedback fields with those of the config put before them. */
export function feedbackFields(mapping: FieldMapping): FeedbackFields {
  return {
    id: before(mapping.id, FEEDBACK_FIELDS.id),
    user: before(mapping.user, FEEDBACK_FIELDS.user),
    message_index: before(mapping.message_index, FEEDBACK_FIELDS.message_index),
    stars: before(mapping.stars, FEEDBACK_FIELDS.stars),
    thumb: before(mapping.thumb, FEEDBACK_FIELDS.thumb),
    comment: before(mapping.comment, FEEDBACK_FIELDS.comment),
    correction: before(mapping.correction, FEEDBACK_FIELDS.correction),
    timestamp: before(mapping.timestamp, FEEDBACK_FIELDS.timestamp),
  };
}

function before(own: string | readonly string[] | undefined, usual: FieldNames): FieldNames {
  if (own === undefined) return usual;
  return [...(typeof own === 'string' ? [own] : own), ...usual];
}

/** The value of the first name that the line has, `undefined` when it has none; `null` counts as absent. */
export function fieldOf(line: JsonObject, names: FieldNames): unknown {
  for (const name of names) {
    const value = Object.hasOwn(line, name) ? line[name] : name.includes('.') ? nested(line, name) : undefined;
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

function nested(line: JsonObject, path: string): unknown {
  let value: unknown = line;
  for (const key of path.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** Fields whose ids come hashed, by whoever wrote the log. */
const HASHED_FIELDS: ReadonlySet<string> = new Set(['user_hash', 'session_hash']);

/**
 * Whether an id came hashed: in a field that says so, and in the form of a pseudonym. Anything else in such a field is as good as raw.
 * @param id what stands in `line` under one of the names, or else in `extra`
 */
export function cameHashed(
  id: string | undefined,
  names: FieldNames,
  line: JsonObject,
  extra: JsonObject,
): true | undefined {
  if (id === undefined || !isPseudonym(id)) return undefined;
  const from = idOf(fieldOf(line, names)) === undefined ? extra : line;
  const name = names.find((one) => fieldOf(from, [one]) !== undefined) ?? '';
  if (typeof fieldOf(from, names) !== 'string') return undefined; // a number of 16 digits
  return HASHED_FIELDS.has(name.slice(name.lastIndexOf('.') + 1)) || undefined;
}

/** An id as text: strings as they are, numbers in digits; anything else is no id. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value.toWellFormed();
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return undefined;
}
