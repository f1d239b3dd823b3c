import { type Column, type ColumnSource, copyColumns, FRESH } from '../columns.ts';

/** What the survey leaves of each line of feedback. Comments and corrections stay in the log; only that there is one is noted. */
export interface FeedbackRows {
  /** 53-bit hash of the conversation's id. */
  readonly id: Float64Array;
  /** 53-bit hash of the user's id; 0 where the line names none. */
  readonly user: Float64Array;
  /** Milliseconds since the epoch; -Infinity where the line does not say, so that a dated line counts as later. */
  readonly timestamp: Float64Array;
  /** Position of the answer in the log line's messages; -1 for the conversation as a whole. */
  readonly message: Int32Array;
  /** 1 to 5; NaN where the line has no rating. */
  readonly rating: Float32Array;
  /** Where the line begins in its file, in (unpacked) bytes, how long it is, and its number, counted from 1. */
  readonly offset: Float64Array;
  readonly bytes: Uint32Array;
  readonly line: Uint32Array;
  /** `STARS`, `COMMENT`, `CORRECTION`, `FEEDBACK_LEFT_OUT`. */
  readonly flags: Uint8Array;
}

/** Bits of `flags`. */
export const STARS = 1;
export const COMMENT = 2;
export const CORRECTION = 4;
/** It is of somebody who was forgotten, or who opted out by pseudonym. */
export const FEEDBACK_LEFT_OUT = 8;

/** Feedback of a byte range, a file, or all files together. */
export interface FeedbackDigest {
  readonly count: number;
  readonly rows: FeedbackRows;
}

/** Rows over columns from `source`; the order is that of `feedbackColumnsOf`. */
export function feedbackFrom(source: ColumnSource, count: number): FeedbackRows {
  return {
    id: source.f64(count),
    user: source.f64(count),
    timestamp: source.f64(count),
    offset: source.f64(count),
    message: source.i32(count),
    rating: source.f32(count),
    bytes: source.u32(count),
    line: source.u32(count),
    flags: source.u8(count),
  };
}

export function feedbackColumnsOf(rows: FeedbackRows): Column[] {
  const { id, user, timestamp, offset, message, rating, bytes, line, flags } = rows;
  return [id, user, timestamp, offset, message, rating, bytes, line, flags];
}

export function allocateFeedback(count: number): FeedbackRows {
  return feedbackFrom(FRESH, count);
}

export function copyFeedback(from: FeedbackRows, count: number, to: FeedbackRows, at: number): void {
  copyColumns(feedbackColumnsOf(from), count, feedbackColumnsOf(to), at);
}

/** Puts digests of feedback one behind the other, in the order given. */
export function joinFeedback(parts: readonly FeedbackDigest[]): FeedbackDigest {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const rows = allocateFeedback(count);
  let at = 0;
  for (const part of parts) {
    copyFeedback(part.rows, part.count, rows, at);
    at += part.count;
  }
  return { count, rows };
}
