import { clockTime } from './lines.ts';

export type Stars = 1 | 2 | 3 | 4 | 5;

export interface Entry {
  readonly id: string;
  readonly user: string | undefined;
  readonly at: number;
  /** `undefined` for a comment alone. */
  readonly stars: Stars | undefined;
  readonly messageIndex: number | undefined;
  readonly comment: string | undefined;
  readonly correction: string | undefined;
}

interface Spelling {
  readonly id: string;
  readonly user: string;
  readonly rating: (stars: Stars) => Record<string, unknown>;
}

const up = (stars: Stars) => stars >= 4;

/** Each day one of these is in use, in turn. */
const SPELLINGS: readonly Spelling[] = [
  { id: 'example_id', user: 'user_id', rating: (stars) => ({ score: stars }) },
  { id: 'conversation_id', user: 'user', rating: (stars) => ({ feedback_type: up(stars) ? 'positive' : 'negative' }) },
  { id: 'interaction_id', user: 'user_hash', rating: (stars) => ({ rating: stars }) },
  { id: 'id', user: 'user_id', rating: (stars) => ({ thumbs: up(stars) ? 'up' : 'down' }) },
  { id: 'example_id', user: 'user_id', rating: (stars) => ({ stars }) },
  { id: 'conversation_id', user: 'user_id', rating: (stars) => ({ helpful: up(stars) }) },
  { id: 'interaction_id', user: 'user', rating: (stars) => ({ vote: up(stars) ? 1 : -1 }) },
  {
    id: 'example_id',
    user: 'user_id',
    rating: (stars) => ({ feedback_type: up(stars) ? 'thumbs_up' : 'thumbs_down' }),
  },
  { id: 'id', user: 'user_id', rating: (stars) => ({ rating: String(stars) }) },
];

/** Feedback as one line of JSON, spelled as on its day. */
export function feedbackLine(entry: Entry, day: number): string {
  const spelling = SPELLINGS[day % SPELLINGS.length] ?? SPELLINGS[0];
  if (spelling === undefined) throw new Error('There is no spelling of feedback: add one to SPELLINGS.');
  return JSON.stringify({
    [spelling.id]: entry.id,
    ...(entry.messageIndex === undefined ? {} : { message_index: entry.messageIndex }),
    ...(entry.user === undefined ? {} : { [spelling.user]: entry.user }),
    ...(entry.stars === undefined ? {} : spelling.rating(entry.stars)),
    ...(entry.comment === undefined ? {} : { comment: entry.comment }),
    ...(entry.correction === undefined ? {} : { correction: entry.correction }),
    timestamp: clockTime(entry.at, day % 4 === 3 ? 'seconds' : 'iso'),
  });
}
