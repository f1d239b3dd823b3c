import type { FeedbackFacts } from './lines.ts';

/**
 * Ours: names by which teams call what their users say (`user_score`, `user-feedback`, `thumbs_up`, `rating`). Other scores, such
 * as `toxicity` or `correctness`, are of evaluations, and may be better the lower they are.
 */
const BY_USERS = /user|feedback|thumb|rating|stars?\b|vote|like|helpful|csat/i;

/** Numbers of one name are all of one scale, which shows in their range. */
interface Range {
  least: number;
  most: number;
  whole: boolean;
}

/** What scores mean, told by the range of all that have the same name. */
export class ScoreScales {
  readonly #ranges = new Map<string, Range>();

  see(name: string, value: unknown): void {
    if (typeof value !== 'number' || !Number.isFinite(value)) return;
    const range = this.#ranges.get(name) ?? { least: value, most: value, whole: true };
    range.least = Math.min(range.least, value);
    range.most = Math.max(range.most, value);
    range.whole = range.whole && Number.isInteger(value);
    this.#ranges.set(name, range);
  }

  /** Whether users give what is called so. */
  isByUsers(name: string): boolean {
    return BY_USERS.test(name);
  }

  /** A thumb or stars; nothing where no user gave the score, or its scale is not known. */
  ratingOf(name: string, value: unknown): FeedbackFacts | undefined {
    if (!this.isByUsers(name)) return undefined;
    if (typeof value === 'boolean') return { thumbs: value ? 'up' : 'down' };
    if (typeof value === 'string') return wordRating(value);
    const range = this.#ranges.get(name);
    if (typeof value !== 'number' || range === undefined || range.least < -1 || range.most > 5) return undefined;
    if (range.most > 1) return value >= 1 ? { stars: value } : undefined;
    if (range.whole) return { thumbs: value > 0 ? 'up' : 'down' };
    // A mean of thumbs from 0 (all down) to 1 (all up) on the scale that has 1 for down and 5 for up.
    return range.least < 0 ? { stars: 3 + 2 * value } : { stars: 1 + 4 * value };
  }
}

const UP = /^(?:thumbs?[-_ ]?up|up|positive|good|helpful|like[d]?|yes|true|👍)$/i;
const DOWN = /^(?:thumbs?[-_ ]?down|down|negative|bad|(?:un|not[-_ ]?)helpful|dislike[d]?|no|false|👎)$/i;

/** A thumb that is called by a word, such as `thumbsUp`, `thumbs_down` or `positive`. */
export function wordRating(word: string): FeedbackFacts | undefined {
  if (UP.test(word)) return { thumbs: 'up' };
  return DOWN.test(word) ? { thumbs: 'down' } : undefined;
}
