import { hash53 } from '../../measures/hash.ts';
import type { Groups } from '../conversation.ts';
import {
  allocateFeedback,
  COMMENT,
  CORRECTION,
  copyFeedback,
  FEEDBACK_LEFT_OUT,
  type FeedbackDigest,
  STARS,
} from './feedbackRows.ts';

/** A line of feedback as the survey takes it; ids are raw. */
export interface FeedbackEntry {
  /** Id of the conversation it is about. */
  readonly id: string;
  readonly user: string | undefined;
  /** The user's id is a pseudonym already. */
  readonly userHashed?: boolean | undefined;
  /** Of archived lines alone, see `Groups`. */
  readonly groups?: Pick<Groups, 'user'> | undefined;
  /** Milliseconds since the epoch. */
  readonly timestamp: number | undefined;
  /** Position of the answer it is about in the log line's messages; `undefined` for the conversation as a whole. */
  readonly message_index: number | undefined;
  /** 1 to 5; thumbs are brought to the ends of the scale. `undefined` where the line holds no rating. */
  readonly rating: number | undefined;
  /** The rating was given in stars, not by a thumb. */
  readonly stars: boolean;
  readonly comment: string | undefined;
  /** The answer as the user would have had it. */
  readonly correction: string | undefined;
}

/** Where a line of feedback stands in its file. */
export interface FeedbackPlace {
  readonly offset: number;
  readonly bytes: number;
  readonly line: number;
}

/** Keeps of each line of feedback a row of numbers. */
export class FeedbackSurveyor {
  #count = 0;
  #rows = allocateFeedback(256);

  add(entry: FeedbackEntry, place: FeedbackPlace): void {
    const row = this.#addRow(place);
    const rows = this.#rows;
    rows.id[row] = hash53(entry.id);
    rows.user[row] = entry.groups?.user ?? (entry.user === undefined ? 0 : hash53(entry.user));
    rows.timestamp[row] = entry.timestamp ?? Number.NEGATIVE_INFINITY;
    rows.message[row] = entry.message_index ?? -1;
    rows.rating[row] = entry.rating ?? Number.NaN;
    const stars = entry.stars ? STARS : 0;
    rows.flags[row] =
      stars | (entry.comment === undefined ? 0 : COMMENT) | (entry.correction === undefined ? 0 : CORRECTION);
  }

  /** Keeps of a line whose people are left out that there is one, and no more. */
  addLeftOut(place: FeedbackPlace): void {
    const row = this.#addRow(place);
    this.#rows.timestamp[row] = Number.NEGATIVE_INFINITY;
    this.#rows.message[row] = -1;
    this.#rows.rating[row] = Number.NaN;
    this.#rows.flags[row] = FEEDBACK_LEFT_OUT;
  }

  finish(): FeedbackDigest {
    return { count: this.#count, rows: this.#rows };
  }

  #addRow({ offset, bytes, line }: FeedbackPlace): number {
    if (this.#count === this.#rows.id.length) this.#grow();
    const row = this.#count++;
    this.#rows.offset[row] = offset;
    this.#rows.bytes[row] = bytes;
    this.#rows.line[row] = line;
    return row;
  }

  #grow(): void {
    const larger = allocateFeedback(this.#count * 2);
    copyFeedback(this.#rows, this.#count, larger, 0);
    this.#rows = larger;
  }
}
