import type { DecidePlan } from '../setStage.ts';

/**
 * Rows for formats of ratings: answers with a label, and pairs of a better and a worse answer. Chosen from the same
 * decisions as conversations are, by rules of their own: what is too bad to be learned is what such a trainer wants.
 */
export const SIGNAL = {
  name: 'signal',
  summary:
    'for formats of ratings: chooses the rated answers with a clear rating, and pairs of a better and a worse answer',
  section: 'preference',
  reasons: {
    unrated: 'nobody rated an answer in it',
    unclear_rating: 'its rating lies between `max_bad_stars` and `min_stars`, so it is neither good nor bad',
    duplicate: 'another conversation that says the same stands for it',
    too_long: 'with what was said before in its session it has more tokens than `max_tokens` allows',
    other_split: 'what it is alike to, or is to be paired with, belongs to another split',
    no_partner: 'there is no correction of it, and no other rated answer to the same question in the same context',
    close_ratings: 'no other answer to the same question is rated higher or lower by `min_margin`',
    short_question:
      'other answers to the same question are known, but with fewer than `min_question_chars` it asks nothing by itself',
    capped: 'there are `max_pairs_per_prompt` pairs with its question already',
    identical: 'the better and the worse answer are the same, or nearly (`max_similarity`)',
    correction_dropped: 'the corrected answer does not pass the stages that every answer has to pass',
    held_out: 'it is synthetic and belongs to val or test, and `mix.synthetic_in_test` is false',
  },
} as const;

export type SignalReason = keyof typeof SIGNAL.reasons;

/** The reasons in their order; a code is a place in it plus 1. */
export const SIGNAL_REASONS: readonly string[] = Object.keys(SIGNAL.reasons);

export function signalCode(reason: SignalReason): number {
  return SIGNAL_REASONS.indexOf(reason) + 1;
}

/** An answer of which users said what they think, in the context in which it was given. */
export interface Answer {
  readonly item: number;
  readonly row: number;
  /** The place of its row among those of its item; its context are those from `from` to before `before`. */
  readonly place: number;
  readonly from: number;
  readonly before: number;
  /** Its exchange within its row, counted from 0. */
  readonly exchange: number;
  /** Mean over users, 1 to 5. */
  readonly rating: number;
  readonly users: number;
  /** Hash of the context and the question, and of those with the answer. */
  readonly question: number;
  readonly content: number;
  /** Lines of feedback that correct it, everybody's latest alone. */
  readonly corrections: readonly number[];
}

/** A row of a format of ratings. */
export interface Signal {
  readonly answer: Answer;
  /** Place in `SPLITS`. */
  readonly split: number;
}

export interface RatedSignal extends Signal {
  readonly label: boolean;
}

/** How two answers to one question came about. */
export const ORIGINS = ['correction', 'regenerated', 'same_prompt'] as const;
export type Origin = (typeof ORIGINS)[number];

/** A pair: `answer` is the better one, unless its correction is. */
export interface PairSignal extends Signal {
  readonly origin: Origin;
  /** By how many stars the one is better than the other. */
  readonly margin: number;
  /** The worse answer of another record; nothing where `answer` was corrected. */
  readonly rejected: Answer | undefined;
  /** The line of feedback that corrects `answer`; nothing where there are two answers. */
  readonly correction: number | undefined;
}

/** What was chosen, in the order of the logs. */
export interface Selection<Row extends Signal> {
  readonly signals: readonly Row[];
  /** By row of the digest, why it is in none of them: a place in `SIGNAL_REASONS` plus 1; 0 for rows that were dropped before. */
  readonly reasons: Uint8Array;
}

export type PreferenceOptions = DecidePlan['preference'];

/** Ours: as `feedback.min_stars` is compared, so that a mean of 4.2 is not less than 4.2. */
export const ROUNDING = 1e-6;
