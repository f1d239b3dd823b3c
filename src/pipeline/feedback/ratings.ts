import { orderBy } from '../../measures/order.ts';
import { CORRECTION, type FeedbackDigest } from './feedbackRows.ts';
import type { SaidAbout } from './sharedFeedback.ts';

/** The rating of one answer, or of a conversation as a whole (`message` -1). */
export interface AnswerRating {
  readonly message: number;
  /** Mean over users, 1 to 5. */
  readonly rating: number;
  readonly users: number;
}

/** A correction without a rating says that the answer was not good enough: it counts as the lowest. */
const CORRECTED = 1;

const FILTER_SIZE = 2 ** 20;
const NONE = { first: 0, end: 0 };

/**
 * Feedback by conversation. The latest rating of one user on one answer counts; several users are averaged.
 * Lookup is a binary search over sorted hashes, so that memory stays at a few bytes a line.
 */
export class Ratings {
  readonly #feedback: FeedbackDigest;
  /** Lines of feedback ordered by conversation, then by their place in the logs. */
  readonly #order: Uint32Array;
  readonly #ids: Float64Array;
  /** By the low bits of an id: 1 where there may be feedback. Most conversations have none, and are told by this alone. */
  readonly #some = new Uint8Array(FILTER_SIZE);

  constructor(feedback: FeedbackDigest) {
    this.#feedback = feedback;
    this.#order = ordered(feedback);
    this.#ids = Float64Array.from(this.#order, (line) => feedback.rows.id[line] ?? 0);
    for (const id of this.#ids) this.#some[id & (FILTER_SIZE - 1)] = 1;
  }

  /** The lines of feedback on a conversation as a range [first, end) of `line`. Empty when there are none. */
  find(id: number): { first: number; end: number } {
    if (this.#some[id & (FILTER_SIZE - 1)] === 0) return NONE;
    const first = lowerBound(this.#ids, id);
    let end = first;
    while (end < this.#ids.length && this.#ids[end] === id) end++;
    return { first, end };
  }

  /** The number of the line of feedback at a place in the order. */
  line(place: number): number {
    return this.#order[place] ?? 0;
  }

  /**
   * Ratings of the answers that the lines in [first, end) are about.
   * @param single the conversation has one answer only, so that naming it or not is the same
   */
  answers(first: number, end: number, single: boolean): AnswerRating[] {
    if (end - first === 1) return this.#oneWord(this.line(first), single);
    const { message } = this.#feedback.rows;
    const said: SaidAbout[] = [];
    for (let place = first; place < end; place++) {
      const line = this.line(place);
      said.push({ line, message: single ? -1 : (message[line] ?? -1) });
    }
    return this.answersSaid(said);
  }

  /** Ratings of answers from lines of feedback, and what each of them is about. */
  answersSaid(said: readonly SaidAbout[]): AnswerRating[] {
    const answers = new Map<number, Map<number, UserWord>>();
    for (const { line, message } of said) {
      const users = answers.get(message) ?? new Map<number, UserWord>();
      answers.set(message, users);
      const who = this.#feedback.rows.user[line] ?? 0;
      users.set(who, this.#laterWord(users.get(who), line));
    }
    return [...answers].flatMap(([about, users]) => {
      const ratings = [...users.values()].map(ratingOf).filter((rating) => !Number.isNaN(rating));
      if (ratings.length === 0) return [];
      const sum = ratings.reduce((total, rating) => total + rating, 0);
      return [{ message: about, rating: sum / ratings.length, users: ratings.length }];
    });
  }

  /** The same for a single line, as most conversations have that have any. */
  #oneWord(line: number, single: boolean): AnswerRating[] {
    const { rating, message, flags } = this.#feedback.rows;
    const word = { rating: rating[line] ?? Number.NaN, corrected: ((flags[line] ?? 0) & CORRECTION) !== 0 };
    const given = ratingOf(word);
    return Number.isNaN(given) ? [] : [{ message: single ? -1 : (message[line] ?? -1), rating: given, users: 1 }];
  }

  #laterWord(before: UserWord | undefined, line: number): UserWord {
    const { rating, timestamp, flags } = this.#feedback.rows;
    const word = before ?? { rating: Number.NaN, time: Number.NEGATIVE_INFINITY, line: -1, corrected: false };
    const given = rating[line] ?? Number.NaN;
    const time = timestamp[line] ?? Number.NEGATIVE_INFINITY;
    const corrected = word.corrected || ((flags[line] ?? 0) & CORRECTION) !== 0;
    const later = time > word.time || (time === word.time && line > word.line);
    return Number.isNaN(given) || !later ? { ...word, corrected } : { rating: given, time, line, corrected };
  }
}

/** What one user said last of one answer. */
interface UserWord {
  readonly rating: number;
  readonly time: number;
  /** Of two ratings of one time, or of none, the one further down in the logs counts. */
  readonly line: number;
  readonly corrected: boolean;
}

function ratingOf({ rating, corrected }: Pick<UserWord, 'rating' | 'corrected'>): number {
  return Number.isNaN(rating) && corrected ? CORRECTED : rating;
}

function ordered({ count, rows }: FeedbackDigest): Uint32Array {
  return orderBy(rows.id.slice(0, count));
}

function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
