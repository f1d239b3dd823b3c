import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import type { FeedbackEntry } from '../pipeline/feedback/feedbackSurvey.ts';
import { cameHashed, type FeedbackFields, fieldOf, idOf } from './fields.ts';
import { parseTimestamp } from './timestamp.ts';

export type FeedbackProblem = 'no_id' | 'no_feedback';

/** What one line of feedback says. */
export type Feedback = FeedbackEntry;

/** Thumbs at the ends of the scale of stars. */
const UP = 5;
const DOWN = 1;

const THUMBS: ReadonlyMap<string, number> = new Map([
  ...[
    'up',
    'thumbs_up',
    'thumbsup',
    'thumb_up',
    'positive',
    'true',
    '1',
    '1.0',
    'yes',
    'like',
    'liked',
    'good',
    'helpful',
    '👍',
    '+1',
  ].map((word) => [word, UP] as const),
  ...[
    'down',
    'thumbs_down',
    'thumbsdown',
    'thumb_down',
    'negative',
    'false',
    '-1',
    '-1.0',
    '0',
    '0.0',
    'no',
    'dislike',
    'disliked',
    'bad',
    'unhelpful',
    'not_helpful',
    '👎',
  ].map((word) => [word, DOWN] as const),
]);

/** Reads a feedback line; a line that names no conversation, or says nothing of it, cannot be used. */
export function feedbackOf(line: JsonObject, fields: FeedbackFields): Feedback | FeedbackProblem {
  const id = idOf(fieldOf(line, fields.id));
  if (id === undefined) return 'no_id';
  const stars = starsOf(fieldOf(line, fields.stars));
  const rating = stars ?? thumbOf(fieldOf(line, fields.thumb)) ?? thumbOf(fieldOf(line, fields.stars));
  const comment = wordsOf(fieldOf(line, fields.comment));
  const correction = wordsOf(fieldOf(line, fields.correction));
  if (rating === undefined && comment === undefined && correction === undefined) return 'no_feedback';
  const extra = isObject(line.metadata) ? line.metadata : {};
  const index = fieldOf(line, fields.message_index);
  const user = idOf(fieldOf(line, fields.user)) ?? idOf(fieldOf(extra, fields.user));
  return {
    id,
    user,
    userHashed: cameHashed(user, fields.user, line, extra),
    timestamp: parseTimestamp(fieldOf(line, fields.timestamp)),
    message_index: typeof index === 'number' && Number.isInteger(index) && index >= 0 ? index : undefined,
    rating,
    stars: stars !== undefined,
    comment,
    correction,
  };
}

/** 1 to 5 as a number or in digits. Nothing outside of that is stars: a thumb of 0 or -1 may stand in the same field. */
function starsOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && number >= 1 && number <= 5 ? number : undefined;
}

function thumbOf(value: unknown): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  return THUMBS.get(
    String(value)
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+(?=[a-z])/g, '_'),
  );
}

function wordsOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const words = value.trim();
  return words === '' ? undefined : words.toWellFormed();
}
