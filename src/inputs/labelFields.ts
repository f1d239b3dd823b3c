import { type ConversationFields, conversationFields, type FeedbackFields, feedbackFields } from './fields.ts';
import { parseTimestamp } from './timestamp.ts';

/**
 * The fields that hold an id or a time, not what somebody wrote: by the names that the reader of logs and feedback knows,
 * also those of the config, on top of a line and in its `metadata` or `meta`; in the objects of a list, such as the
 * `exchanges` of provenance, ids of lines and times alone, for `user` may be what a user said there.
 */
export interface LabelFields {
  readonly onTop: ReadonlySet<string>;
  readonly inLists: ReadonlySet<string>;
}

/** Pseudonyms and hashes as `curate` writes them, beside the names of the reader. */
const OWN_LABELS = ['user_hash', 'session_hash', 'hash', 'sha256'];

export function labelFields(
  conversation: ConversationFields = conversationFields({}),
  feedback: FeedbackFields = feedbackFields({}),
): LabelFields {
  const everywhere = [
    ...conversation.id,
    ...conversation.timestamp,
    ...feedback.id,
    ...feedback.timestamp,
    ...OWN_LABELS,
  ];
  const people = [...conversation.user, ...conversation.session, ...feedback.user];
  const names = [...everywhere, ...people];
  return {
    onTop: new Set(names.flatMap((name) => [name, `metadata.${name}`, `meta.${name}`])),
    inLists: new Set(everywhere),
  };
}

/**
 * Ours: one word of letters, digits and the signs that join them. What has a space, an `@` or a leading `+` may be somebody's
 * name, address or number, whatever its field is called.
 */
const ONE_WORD = /^[\p{L}\p{N}_][\p{L}\p{N}_.:#/=-]{0,127}$/u;

/** Whether the value of a field for ids and times looks like one. */
export function isLabel(value: string): boolean {
  return value === '' || ONE_WORD.test(value) || parseTimestamp(value) !== undefined;
}
