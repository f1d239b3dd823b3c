import { hashHex } from '../measures/hash.ts';
import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import { type Conversation, type Facets, type Message, OTHER_LABEL } from '../pipeline/conversation.ts';
import { toolDefinitions } from '../pipeline/toolCalls.ts';
import { type ConversationFields, cameHashed, type FieldNames, fieldOf, idOf } from './fields.ts';
import { type MessageProblem, messagesOf } from './messages.ts';
import { parseTimestamp } from './timestamp.ts';

/** A facet is a short label, of three words at most. Anything else could be a person's words, and facets reach reports. */
const LABEL = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.+#/:()-]*(?: [\p{L}\p{M}\p{N}_.+#/:()-]+){0,2}$/u;
const LONGEST_LABEL = 48;
const LONG_NUMBER = /\d{7}/;

/** Brings a log line to the one shape that stages see, or says why it cannot be one. */
export function conversationOf(line: JsonObject, fields: ConversationFields): Conversation | MessageProblem {
  const messages = messagesOf(line, fields);
  if (typeof messages === 'string') return messages;
  const extra = metadataOf(line);
  const user = idOf(fieldOf(line, fields.user)) ?? idOf(fieldOf(extra, fields.user));
  const session = idOf(fieldOf(line, fields.session)) ?? idOf(fieldOf(extra, fields.session));
  return {
    id: idOf(fieldOf(line, fields.id)) ?? derivedId(messages),
    timestamp: parseTimestamp(fieldOf(line, fields.timestamp) ?? fieldOf(extra, fields.timestamp)),
    user,
    session,
    userHashed: cameHashed(user, fields.user, line, extra),
    sessionHashed: cameHashed(session, fields.session, line, extra),
    messages,
    ...withDefinitions(line),
    facets: facetsOf(line, extra, fields),
  };
}

function withDefinitions({ tools, functions }: JsonObject): { tools?: string } {
  const definitions = toolDefinitions(tools ?? functions);
  return definitions === undefined ? {} : { tools: definitions };
}

function metadataOf(line: JsonObject): JsonObject {
  if (isObject(line.metadata)) return line.metadata;
  return isObject(line.meta) ? line.meta : {};
}

/** The same content gets the same id, on every machine and in every run. */
function derivedId(messages: readonly Message[]): string {
  return hashHex(messages.map(spoken).join('\n\n'));
}

function spoken({ role, content, tool_calls }: Message): string {
  return `${role}\n${content}${tool_calls === undefined ? '' : JSON.stringify(tool_calls)}`;
}

function facetsOf(line: JsonObject, extra: JsonObject, fields: ConversationFields): Facets {
  const label = (names: FieldNames): string | undefined => labelOf(fieldOf(line, names) ?? fieldOf(extra, names));
  return {
    language: label(fields.language),
    intent: label(fields.intent),
    framework: label(fields.framework),
    complexity: label(fields.complexity),
    model: label(fields.model),
    source: label(fields.source),
    context: label(fields.context),
  };
}

function labelOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  const label = String(value).trim();
  if (label === '') return undefined;
  return label.length <= LONGEST_LABEL && LABEL.test(label) && !LONG_NUMBER.test(label) ? label : OTHER_LABEL;
}
