import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import type { Groups } from '../pipeline/conversation.ts';
import { groupsOf } from './archivedLine.ts';
import { conversationOf } from './conversationLine.ts';
import { type ConversationFields, type FeedbackFields, type FieldNames, fieldOf, idOf } from './fields.ts';

/** By whom and what a line is told, as the reader tells it; also of lines that it cannot use. */
export interface FoundIds {
  /** The id of the conversation, or of the one that the feedback is about. */
  readonly id: string | undefined;
  /** That and whatever else stands in a field for it. */
  readonly ids: readonly string[];
  readonly user: string | undefined;
  readonly session: string | undefined;
  /** What stands in fields for pseudonyms. */
  readonly hashes: readonly string[];
  /** The hashes of raw ids that a line of the archive has instead of them; what another line calls so means nothing. */
  readonly groups?: Groups;
}

/** Fields whose values are pseudonyms already. */
const HASHED_FIELDS = ['user_hash', 'session_hash'];

/** The ids of a line of a conversation log. */
export function conversationIds(line: JsonObject, fields: ConversationFields): FoundIds {
  const groups = groupsOf(line);
  const found = { ...idsOf(line, fields, fields.session), ...(groups !== undefined && { groups }) };
  if (found.id !== undefined) return found;
  const conversation = conversationOf(line, fields);
  if (typeof conversation === 'string') return found;
  return { ...found, id: conversation.id, ids: [conversation.id] };
}

/** The ids of a line of feedback; its session stands where those of conversations do, if it has one. */
export function feedbackIds(line: JsonObject, fields: FeedbackFields, sessionNames: FieldNames): FoundIds {
  return idsOf(line, fields, sessionNames);
}

function idsOf(
  line: JsonObject,
  fields: { readonly id: FieldNames; readonly user: FieldNames },
  sessionNames: FieldNames,
): FoundIds {
  const inner = isObject(line.metadata) ? line.metadata : isObject(line.meta) ? line.meta : {};
  const of = (names: FieldNames) => idOf(fieldOf(line, names)) ?? idOf(fieldOf(inner, names));
  const hashes = HASHED_FIELDS.flatMap((name) => idOf(fieldOf(line, [name])) ?? []);
  return {
    id: idOf(fieldOf(line, fields.id)),
    ids: fields.id.flatMap((name) => idOf(fieldOf(line, [name])) ?? []),
    user: of(fields.user),
    session: of(sessionNames),
    hashes,
  };
}
